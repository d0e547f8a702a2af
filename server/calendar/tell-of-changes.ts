import {
  type CalendarEntry,
  findEntry,
  hasOwed,
  listAddresses,
  listEntriesBehind,
  listTold,
  saveEntry,
  saveTold,
  takeOwed,
} from '#db/invitations-sent.ts';
import { LEADS_JOINED_BY, queueLetters } from '#db/mail-outbox.ts';
import { listStages } from '#db/meeting-stages.ts';
import { findMeeting, lockMeeting } from '#db/meetings.ts';
import { listNames } from '#db/people.ts';
import { findReview } from '#db/reviews.ts';
import { findSoak } from '#db/soaks.ts';
import type { MeetingId, PersonId } from '#domain/ids.ts';
import { type CalendarRole, type EntryFacts, type Letter, lettersFor } from '#domain/invitations/letters.ts';
import type { Meeting } from '#domain/meeting/meeting.ts';
import { actionSessionAfter } from '#domain/soak/planned-session.ts';
import { DAY } from '#domain/soak/wall-clock.ts';
import type { App, Database } from '../app.ts';
import type { LetterFacts } from '../mail/letter-facts.ts';
import { callOnWordsOf } from '../meetings/call-on.ts';
import { tellOfMeeting } from '../notices/tell.ts';
import { expectedSoakEnd } from '../soak/expected-soak-end.ts';
import { makeComingLinks } from './coming-links.ts';
import { newUid, outsideTitle } from './entries.ts';

type OwedLetter = Letter & { was: Date | null };
type Telling = Pick<App, 'db' | 'clock' | 'random' | 'origin' | 'mail' | 'log'>;
type GoOn = () => boolean;
const always: GoOn = () => true;

export const TOLD_AT_ONCE = 100;
/** Once it runs or is over nobody is written to. */
export const MAY_TELL: readonly Meeting['phase'][] = ['planned', 'lobby', 'cancelled'];

/**
 * N1: looks which meetings have changed since their calendar entry was last told, whoever changed them and however, and queues
 * what follows for each recipient. Nothing has to be called when a meeting is planned, moved or cancelled; calling it again
 * does nothing. One that fails holds up no other. @returns how many entries were told
 * @param goOn asked before each short part of it: false ends it there, and the next call goes on where it ended
 * @throws what went wrong with the first that failed, once the others have been told
 */
export async function tellOfChanges(app: Telling, goOn: GoOn = always): Promise<number> {
  const behind = await listEntriesBehind(app.db, new Date(app.clock.now().getTime() - DAY), TOLD_AT_ONCE);
  const failed: unknown[] = [];
  for (const meeting of behind) {
    if (!goOn()) break;
    await tellOf(app, meeting, goOn).catch((error: unknown) => failed.push(error));
  }
  if (failed.length > 0) throw failed[0];
  return behind.length;
}

/**
 * The same for one meeting. First it is noted who is owed which letter, then the letters are queued in parts, each in a transaction of its
 * own: others wait for none of them long, and after a kill the next look goes on where it ended.
 */
export async function tellOf(app: Telling, id: MeetingId, goOn: GoOn = always): Promise<void> {
  do await queueOwed(app, id, goOn);
  while (goOn() && !(await noteChange(app, id)));
  await queueOwed(app, id, goOn);
}

/** Notes what has changed, and who is owed a letter about it. @returns false where letters are owed from before */
const noteChange = (app: Telling, id: MeetingId): Promise<boolean> =>
  app.db.transaction().execute(async (tx) => {
    const meeting = await lockMeeting(tx, id);
    if (meeting === null || !MAY_TELL.includes(meeting.phase)) return true;
    // what was owed from a change before goes out as that said it, before anything newer
    if (await hasOwed(tx, id)) return false;
    const now = app.clock.now();
    const before = await findEntry(tx, id);
    // also where people are named who were told nothing: so stands what came back from a backup
    if (before?.seenRev === meeting.rev) return true;
    const told = await listTold(tx, id);
    const facts = factsOf(meeting, await hidesTitle(tx, meeting));
    const { sequence, letters } = lettersFor(before, facts, told, await namedIn(tx, meeting));
    // also where it is told to nobody: feeds say when it was changed last
    const isSaid =
      before !== null && letters.length === 0 && before.sequence === sequence && before.title === facts.title;
    const changedAt = isSaid ? before.changedAt : now;
    const entry = { ...facts, uid: before?.uid ?? newUid(app, id), sequence, changedAt };
    await saveEntry(tx, id, { ...entry, seenRev: meeting.rev });
    if (letters.length === 0) return true;
    const isMoved = before !== null && before.startsAt.getTime() !== facts.startsAt.getTime();
    const was = isMoved ? before.startsAt.toISOString() : null;
    await saveTold(
      tx,
      id,
      letters.map(({ person, method, sequence, role, why }) => ({
        ...{ person, sequence, role },
        standing:
          method === 'REQUEST' ? 'invited' : why === 'uninvited' ? 'uninvited' : ('cancelled' as const),
        owed: { method, why, was, asksAnew: isMoved || why === 'invited' },
      })),
    );
    return true;
  });

export const LETTERS_IN_ONE = 75;

async function queueOwed(app: Telling, id: MeetingId, goOn: GoOn): Promise<void> {
  if (!(await hasOwed(app.db, id))) return;
  const queueSome = () =>
    app.db.transaction().execute(async (tx) => {
      const letters = await takeOwed(tx, id, LETTERS_IN_ONE);
      // read after these were taken: until this ends they are still owed to everybody else, so that no newer change is noted
      const meeting = letters.length > 0 ? await findMeeting(tx, id) : null;
      const entry = meeting && (await findEntry(tx, id));
      if (!entry || !MAY_TELL.includes(meeting.phase)) return letters.length;
      const now = app.clock.now();
      await tellOfMeeting(tx, meeting, letters, now);
      await queue(tx, app, meeting, entry, { letters, now });
      return letters.length;
    });
  while (goOn() && (await queueSome()) === LETTERS_IN_ONE);
}

/** N5: the entry as it stands goes out once more to these people, under the number each has. */
export const tellAgain = (app: Telling, id: MeetingId, people: readonly PersonId[]): Promise<void> =>
  app.db.transaction().execute(async (tx) => {
    const meeting = await lockMeeting(tx, id);
    const entry = meeting && (await findEntry(tx, id));
    if (!entry) return;
    const told = await listTold(tx, id);
    const letters = people.flatMap((person): OwedLetter[] => {
      const last = told.get(person);
      if (!last) return [];
      const { sequence, role, standing } = last;
      return standing === 'invited'
        ? [{ person, method: 'REQUEST', sequence, role, why: 'invited', was: null }]
        : [{ person, method: 'CANCEL', sequence, role, why: standing, was: null }];
    });
    await queue(tx, app, meeting, entry, { letters, now: app.clock.now() });
  });

async function queue(
  tx: Database,
  app: Telling,
  meeting: Meeting,
  entry: CalendarEntry,
  { letters, now }: { letters: readonly OwedLetter[]; now: Date },
): Promise<void> {
  if (app.mail === undefined) return;
  const people = letters.map(({ person }) => person);
  const reachable = await listAddresses(tx, people);
  const asked = letters.filter(({ method, person }) => method === 'REQUEST' && reachable.has(person));
  const links = await makeComingLinks(
    tx,
    app,
    meeting.id,
    asked.map(({ person }) => person),
    now,
  );
  const mayBeCalledOn = meeting.kind === 'review' ? asked.filter(({ role }) => role === 'optional') : [];
  const callOn = await callOnWordsOf(
    { db: tx, random: app.random },
    meeting.id,
    mayBeCalledOn.map(({ person }) => person),
  );
  const names = await listNames(tx, meeting.plan.facilitators);
  const hides = await hidesTitle(tx, meeting);
  const { was } = letters.find((letter) => letter.was !== null) ?? { was: null };
  const because = await reasonOf(tx, meeting, { was, isCancelled: entry.isCancelled });
  const { kind, plan } = meeting;
  // what the entry says, not what the plan says by now: the next look tells that under its own number
  const facts = (letter: OwedLetter): LetterFacts => ({
    uid: entry.uid,
    method: letter.method,
    sequence: letter.sequence,
    role: letter.role,
    why: letter.why,
    meeting: meeting.id,
    kind,
    // the review may have become private since
    title: outsideTitle({ kind, title: entry.title }, { hides }),
    startsAt: entry.startsAt.toISOString(),
    minutes: entry.minutes,
    zone: plan.zone,
    callLink: entry.callLink,
    leads: [...names.values()].join(LEADS_JOINED_BY),
    was: letter.was?.toISOString() ?? null,
    because,
    answer: links.get(letter.person) ?? null,
    callOn: callOn.get(letter.person) ?? null,
    stamp: now.toISOString(),
  });
  await queueLetters(
    tx,
    letters
      .filter(({ person }) => reachable.has(person))
      .map((letter) => ({
        line: `${meeting.id} ${letter.person}`,
        meeting: meeting.id,
        person: letter.person,
        sequence: letter.sequence,
        method: letter.method,
        facts: facts(letter),
        at: now,
      })),
  );
}

const hidesTitle = async (tx: Database, { reviewId }: Meeting): Promise<boolean> =>
  (await findReview(tx, reviewId))?.privacy !== 'open';

const factsOf = ({ kind, plan, phase }: Meeting, hides: boolean): EntryFacts => ({
  title: outsideTitle({ kind, title: plan.title }, { hides }),
  startsAt: plan.startsAt,
  minutes: plan.minutes,
  callLink: plan.callLink,
  isCancelled: phase === 'cancelled',
});

/** Who facilitates is CHAIR; who is invited or tells a part is optional. */
async function namedIn(tx: Database, { id, plan }: Meeting): Promise<Map<PersonId, CalendarRole>> {
  const tellers = (await listStages(tx, id)).flatMap(({ teller }) => teller ?? []);
  return new Map<PersonId, CalendarRole>([
    ...[...plan.invited, ...tellers].map((person) => [person, 'optional'] as const),
    ...plan.facilitators.map((person) => [person, 'chair'] as const),
  ]);
}

/** S4: a session that moved with its soak says why; a cancelled meeting says what was said. */
async function reasonOf(
  tx: Database,
  meeting: Meeting,
  { was, isCancelled }: { was: Date | null; isCancelled: boolean },
): Promise<string> {
  if (isCancelled)
    return meeting.phase === 'cancelled' && meeting.reason ? `The reason given: ${meeting.reason}` : '';
  if (meeting.kind !== 'action' || was === null) return '';
  const soak = await findSoak(tx, meeting.reviewId);
  if (soak === null) return (await movedWithExpected(tx, meeting, was)) ? SOAK_MOVED.expected : '';
  if (soak.movedFrom?.getTime() !== was.getTime() || soak.movedBecause === null) return '';
  return SOAK_MOVED[soak.movedBecause];
}

/** Before anything soaks: stands it just where the review meeting's new time puts it? */
async function movedWithExpected(
  tx: Database,
  { reviewId, plan: { startsAt, zone } }: Meeting,
  was: Date,
): Promise<boolean> {
  const { endsAt, calendar } = await expectedSoakEnd(tx, reviewId);
  if (endsAt === null || was >= endsAt) return false;
  return actionSessionAfter(endsAt, { startsAt: was, zone }, calendar).getTime() === startsAt.getTime();
}

const SOAK_MOVED = {
  expected: 'The review meeting moved, so the soak ends later, and this session moved with its end.',
  held: 'Another review meeting comes first, so the ideas soak longer, and this session moved with the soak’s end.',
  // also where the meeting merely ended later than was planned
  restarted:
    'The soak starts later than was expected, so it ends later, and this session moved with its end.',
} as const;
