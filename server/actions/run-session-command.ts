import {
  findActionSession,
  isUnsealed,
  openIdeaInRoom,
  type StoredActionSession,
} from '#db/action-sessions.ts';
import { findSendOfIdea } from '#db/item-sends.ts';
import { deleteItemOfIdea, mayOwnItem, saveItem } from '#db/items.ts';
import { decideIdea, insertOpenedIdeas, linkIdea, listOpenedIdeas } from '#db/opened-ideas.ts';
import { deleteFactsBeside, deleteOutcome, findOutcome } from '#db/outcomes.ts';
import type { SessionCommand, SessionCommandBodies } from '#domain/action-session/command.ts';
import { decide } from '#domain/action-session/decide.ts';
import { LONGEST_REASON } from '#domain/action-session/idea.ts';
import { nextUndecided } from '#domain/action-session/next-idea.ts';
import { type ActionSession, mayDecide, mayUnseal } from '#domain/action-session/session.ts';
import { mayTakeBack } from '#domain/action-session/take-back.ts';
import type { MeetingId, PersonId, ReviewId } from '#domain/ids.ts';
import { LONGEST_IDEA } from '#domain/meeting/sealed-idea.ts';
import { type Refused, refuse } from '#domain/refused.ts';
import type { App, Database } from '../app.ts';
import { tellOfItem } from '../notices/tell.ts';
import { concludeSession } from './conclude-session.ts';
import { mergeInSession, putTogether, splitInSession } from './group-ideas.ts';
import { markOf } from './idea-mark.ts';
import { readOutcome } from './read-outcome.ts';
import { noteFixedFact } from './record-fixed-fact.ts';
import { unsealIdeas } from './unseal-ideas.ts';

/** The meeting the command came to, as the rules of an action session see it. */
export interface SessionMeeting {
  id: MeetingId;
  review: ReviewId;
  kind: ActionSession['kind'];
  phase: ActionSession['phase'];
  startedAt: Date | null;
}

/** What a session's command needs at hand. Runs inside the command's own transaction. */
export interface SessionAsk {
  tx: Database;
  app: Pick<App, 'clock' | 'random' | 'mail'>;
  actor: PersonId;
  /** Whether they lead it. */
  steers: boolean;
  meeting: SessionMeeting;
  stored: StoredActionSession;
}

/** Checks and does one command of an action session. The door has checked who may steer; what is refused has changed nothing. */
export async function runSessionCommand(
  { tx, app, actor, steers, meeting }: Omit<SessionAsk, 'stored'>,
  command: SessionCommand,
): Promise<true | Refused> {
  const stored = await findActionSession(tx, meeting.id);
  const closed = command.command !== 'go-on' && (await findOutcome(tx, meeting.review)) !== null;
  // opened for the review, in this session or one before it: what was left undecided can be decided now (S9)
  const unsealed = await isUnsealed(tx, meeting.review);
  const session: ActionSession = { ...meeting, unsealed, closed };
  const may = command.command === 'unseal' ? mayUnseal(session) : mayDecide(session);
  if (may !== true) return may;
  if (stored === null) return refuse('The action session has not started yet.');
  return act({ tx, app, actor, steers, meeting, stored }, command);
}

function act(ask: SessionAsk, command: SessionCommand): Promise<true | Refused> {
  switch (command.command) {
    case 'unseal':
      return unsealIdeas(ask);
    case 'open-idea':
      return openIdea(ask, command);
    case 'open-next-idea':
      return openNext(ask, command);
    case 'group-idea':
      return putTogether(ask, command);
    case 'merge-idea':
      return mergeInSession(ask, command);
    case 'split-idea':
      return splitInSession(ask, command);
    case 'link-idea':
      return link(ask, command);
    case 'decide':
      return decideOn(ask, command);
    case 'undecide':
      return undecide(ask, command);
    case 'add-idea':
      return addIdea(ask, command);
    case 'already-fixed':
      return recordFixed(ask, command);
    case 'conclude':
      return concludeSession(ask, command);
    case 'go-on':
      return goOn(ask);
  }
}

const GONE = refuse('That idea is not among those opened.');
const CHANGED = refuse(
  'Somebody else has changed what is decided on it. You see it in a moment; look, then press again if it still holds.',
);

async function openIdea({ tx, meeting }: SessionAsk, { idea }: SessionCommandBodies['open-idea']) {
  if (idea === null) await openIdeaInRoom(tx, meeting.id, null);
  else {
    const opened = (await listOpenedIdeas(tx, meeting.review)).find(({ id }) => id === idea);
    if (!opened) return GONE;
    // one with another, it is talked about with that one
    await openIdeaInRoom(tx, meeting.id, opened.mergedInto ?? idea);
  }
  return true;
}

async function openNext({ tx, meeting }: SessionAsk, { after }: SessionCommandBodies['open-next-idea']) {
  const { ideas } = await readOutcome(tx, meeting.review, []);
  const next = nextUndecided(ideas, after);
  await openIdeaInRoom(tx, meeting.id, next?.id ?? null);
  return true as const;
}

async function link({ tx, steers, meeting }: SessionAsk, body: SessionCommandBodies['link-idea']) {
  if (!steers) return refuse('Whoever leads the session says which finding an idea answers.');
  return (await linkIdea(tx, meeting.review, body.idea, body.finding)) || GONE;
}

async function decideOn(
  { tx, app, actor, meeting, stored }: SessionAsk,
  body: SessionCommandBodies['decide'],
) {
  const decided = decide(body.decision, body.reason, body.item ?? null);
  if ('refused' in decided) return decided;
  if (await isMerged(tx, meeting, body.idea))
    return refuse('It is one with another idea and is decided on with that one. Split them to decide each.');
  if (body.was !== undefined && (await hasChanged(tx, meeting, body.idea, body.was))) return CHANGED;
  // whoever was chosen may have left meanwhile, or may no longer read it
  if (decided.item !== null && !(await mayOwnItem(tx, meeting.review, decided.item.owner)))
    return refuse(
      'Whoever was chosen is not here any more, or cannot read this review. Choose somebody else.',
    );
  const elsewhere = decided.item === null ? await workedOnElsewhere(tx, body.idea) : null;
  if (elsewhere !== null) return elsewhere;
  if (
    !(await decideIdea(tx, meeting.review, body.idea, { decision: decided.decision, reason: decided.reason }))
  )
    return GONE;
  if (decided.item === null) await deleteItemOfIdea(tx, body.idea);
  else {
    const { id: session, review } = meeting;
    const item = await saveItem(tx, { meeting: session, review }, body.idea, app.random.uuid(), decided.item);
    await tellOfItem(tx, app, { id: item, review, owner: decided.item.owner, by: actor });
  }
  // decided, it shrinks to its sentence; the next one is opened by hand
  if (stored.openIdea === body.idea) await openIdeaInRoom(tx, meeting.id, null);
  return true;
}

/** T2: what has gone to a tracker is not forgotten here while it stands there. */
async function workedOnElsewhere(tx: Database, idea: string): Promise<Refused | null> {
  const sent = await findSendOfIdea(tx, idea);
  if (sent === null) return null;
  const where = `${sent.tracker || 'a tracker'}${sent.key ? ` as ${sent.key}` : ''}`;
  return refuse(`Its item has gone to ${where}. Close it there: what became of it is then told here.`);
}

async function undecide({ tx, meeting }: SessionAsk, { idea, was, what }: SessionCommandBodies['undecide']) {
  const elsewhere = await workedOnElsewhere(tx, idea);
  if (elsewhere !== null) return elsewhere;
  const { ideas } = await readOutcome(tx, meeting.review, []);
  const one = ideas.find(({ id }) => id === idea);
  if (!one) return GONE;
  const may = mayTakeBack(what, one);
  if (may !== true) return may;
  if (was !== undefined && was !== markOf(one)) return CHANGED;
  if (what === 'facts') {
    const ids = [one.id, ...one.merged.map(({ id }) => id)];
    await deleteFactsBeside(tx, meeting.review, ids);
    return true;
  }
  await decideIdea(tx, meeting.review, idea, { decision: null, reason: '' });
  await deleteItemOfIdea(tx, idea);
  return true;
}

async function addIdea({ tx, app, actor, meeting }: SessionAsk, { words }: SessionCommandBodies['add-idea']) {
  const said = words.trim();
  if (said === '' || said.length > LONGEST_IDEA) return refuse('Say the idea in a sentence or two.');
  const idea = {
    id: app.random.uuid(),
    words: said,
    author: actor,
    group: '',
    decision: null,
    reason: '',
    mergedInto: null,
    answers: null,
  };
  await insertOpenedIdeas(tx, { meeting: meeting.id, review: meeting.review }, [idea]);
  return true;
}

async function recordFixed(
  { tx, app, actor, steers, meeting, stored }: SessionAsk,
  { idea, words }: SessionCommandBodies['already-fixed'],
) {
  const said = words.trim();
  if (said === '' || said.length > LONGEST_REASON)
    return refuse('Say in a sentence what has been fixed already.');
  if (idea !== null && !(await hasIdea(tx, meeting, idea))) return GONE;
  await noteFixedFact(tx, app, { review: meeting.review, idea, words: said, by: actor });
  // settled, it shrinks as after a decision; a fact somebody else adds closes nothing for the room
  if (steers && idea !== null && stored.openIdea === idea) await openIdeaInRoom(tx, meeting.id, null);
  return true;
}

async function goOn({ tx, meeting }: SessionAsk) {
  await deleteOutcome(tx, meeting.review);
  return true as const;
}

const hasIdea = async (tx: Database, meeting: SessionMeeting, idea: string): Promise<boolean> =>
  (await listOpenedIdeas(tx, meeting.review)).some((opened) => opened.id === idea);

const isMerged = async (tx: Database, meeting: SessionMeeting, idea: string): Promise<boolean> =>
  (await listOpenedIdeas(tx, meeting.review)).some(
    (opened) => opened.id === idea && opened.mergedInto !== null,
  );

/** What those who steer have not seen yet, since their screen is a moment behind. */
async function hasChanged(tx: Database, meeting: SessionMeeting, idea: string, was: string) {
  const { ideas } = await readOutcome(tx, meeting.review, []);
  const one = ideas.find(({ id }) => id === idea);
  return one !== undefined && markOf(one) !== was;
}
