import { isBroughtOpened } from '#db/brought.ts';
import { findLookBack, saveLookBack } from '#db/look-backs.ts';
import { findMeeting } from '#db/meetings.ts';
import { listSurvey } from '#db/surveys.ts';
import { lockBox, putIntoBox, takeBackFromBox } from '#db/unsigned-box.ts';
import { asId, type StageId } from '#domain/ids.ts';
import { mayAround, type QuietAroundCommand } from '#domain/meeting/around/command.ts';
import { surveyCloses } from '#domain/meeting/around/survey.ts';
import { type Forbidden, factsOfMeeting } from '#domain/meeting/may-command.ts';
import { isRefused, type Refused, refuse } from '#domain/refused.ts';
import type { App, Database, SignedIn } from '../../app.ts';
import { answerOnce, mayPressOn, memoryOf } from '../inputs/memory.ts';
import type { AskedMeeting } from '../require-meeting.ts';
import { requireRoom } from '../require-room.ts';
import type { CommandAnswer } from '../run-command.ts';
import { showRoom } from '../show-room.ts';

type Unsigned = Exclude<QuietAroundCommand, { command: 'look-back' }>;

/** No `rev`, no event, no key row. Of what is unsigned nothing else is written than the box itself, and nothing is logged, not even that it failed (U1). */
export async function runQuietAround(
  app: App,
  person: SignedIn,
  found: AskedMeeting,
  command: QuietAroundCommand,
): Promise<CommandAnswer> {
  const now = app.clock.now();
  // who led and was then taken out of the roles keeps the right to their own words
  const own = { meeting: found.meeting.id, person: person.id };
  const wrote = command.command === 'look-back' && (await findLookBack(app.db, own)) !== null;
  const actor = wrote ? { ...found.actor, steers: true } : found.actor;
  const may = mayAround(factsOfMeeting(found.meeting, now), actor, command.command, now);
  if (may !== true) return may;
  const kept =
    command.command === 'look-back'
      ? await lookBack(app, person, found, command)
      : await unsigned(app, person, found, command).catch((error) => {
          if (error instanceof Response) throw error;
          throw Response.json({ refused: NOT_KEPT }, { status: 503 });
        });
  if (kept !== true) return kept;
  const state = await showRoom(app.db, await requireRoom(app, found.meeting, null, now));
  return { rev: state.rev, state };
}

const NOT_KEPT =
  'Not saved: the server cannot store anything just now. Your words are still here; try again in a moment.';
const MOST_PRESSES = 60;

async function lookBack(
  app: App,
  person: SignedIn,
  { meeting }: AskedMeeting,
  { helped, change }: Extract<QuietAroundCommand, { command: 'look-back' }>,
): Promise<true> {
  const own = { meeting: meeting.id, person: person.id };
  await saveLookBack(app.db, own, helped + change === '' ? null : { helped, change });
  return true;
}

async function unsigned(
  app: App,
  person: SignedIn,
  { meeting }: AskedMeeting,
  command: Unsigned,
): Promise<true | Refused | Forbidden> {
  const memory = memoryOf(app);
  const { shuffle } = app.random;
  // its box: of what is brought the meeting's own id, of an answer its question's
  const stage = asId<StageId>(command.command === 'answer-survey' ? command.question : meeting.id);
  if (!mayPressOn(memory, person.id, stage, MOST_PRESSES))
    return refuse(
      'That is as much as one person puts in here. Say the rest aloud, or bring it with your name.',
    );
  switch (command.command) {
    case 'bring-unsigned':
      return inBox(app, meeting, notOpened, (tx) =>
        putIntoBox(tx, { id: command.id, stage, words: command.words }, shuffle),
      );
    case 'take-back-unsigned':
      return inBox(app, meeting, notOpened, (tx) => takeBackFromBox(tx, { id: command.id, stage }, shuffle));
    case 'answer-survey':
      return answerOnce(memory, { stage, person: person.id, id: command.id }, () =>
        inBox(app, meeting, asked(app, command.question), (tx) =>
          putIntoBox(tx, { id: command.id, stage, words: command.choice }, shuffle),
        ),
      );
  }
}

type Check = (tx: Database, meeting: AskedMeeting['meeting']) => Promise<true | Refused>;

/** The box is locked before anything is asked: what comes while it is being opened or counted is in, or hears that it came too late. */
const inBox = (
  app: App,
  { id }: AskedMeeting['meeting'],
  check: Check,
  act: (tx: Database) => Promise<void>,
): Promise<true | Refused> =>
  app.db.transaction().execute(async (tx) => {
    await lockBox(tx);
    const meeting = await findMeeting(tx, id);
    const may = meeting === null ? refuse('This meeting is not there any more.') : await check(tx, meeting);
    if (isRefused(may)) return may;
    await act(tx);
    return true;
  });

const notOpened: Check = async (tx, { id }) =>
  (await isBroughtOpened(tx, id))
    ? refuse('The facilitator has opened this already. What you wrote is still here, for you alone.')
    : true;

const asked =
  (app: App, question: string): Check =>
  async (tx, meeting) => {
    const found = (await listSurvey(tx, meeting.id)).find(({ id }) => id === question);
    if (found === undefined) return refuse('That question is not asked here.');
    const isOver =
      meeting.phase !== 'ended' || found.counted || app.clock.now() >= surveyCloses(meeting.endedAt);
    return isOver ? refuse('The two days for answering are over.') : true;
  };
