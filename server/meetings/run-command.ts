import { createHash } from 'node:crypto';
import { findKey, findKeys, keyName, recordPresses } from '#db/command-keys.ts';
import { lockMeetingRow } from '#db/meetings.ts';
import { lockReview } from '#db/reviews.ts';
import { raiseRightsCounter } from '#db/rights.ts';
import { loadRoom, saveRoom } from '#db/rooms.ts';
import { findRoom, type WholeRoom } from '#db/whole-room.ts';
import type { MeetingId, PersonId } from '#domain/ids.ts';
import {
  type AroundCommand,
  isAround,
  isQuietAround,
  type QuietAroundCommand,
  type RecordedAroundCommand,
} from '#domain/meeting/around/command.ts';
import { concernedBy } from '#domain/meeting/capture.ts';
import type { Command, RecordedName } from '#domain/meeting/command.ts';
import { type Conflict, type Decision, decide, type MeetingEvent } from '#domain/meeting/decide.ts';
import { NOT_FOR_GUESTS } from '#domain/meeting/guest-commands.ts';
import { COMMAND_RULES, type Forbidden } from '#domain/meeting/may-command.ts';
import type { Room } from '#domain/meeting/meeting.ts';
import type { RoomProjection } from '#domain/meeting/projection.ts';
import { type Refused, refuse } from '#domain/refused.ts';
import type { App, Database } from '../app.ts';
import { type InRoom, isGuest } from '../guests/guest.ts';
import { notFound } from '../not-found.ts';
import { followUp } from './after-command.ts';
import { decideAround } from './around/decide-around.ts';
import { runQuietAround } from './around/run-quiet-around.ts';
import { commandContext } from './command-context.ts';
import { openBoxes } from './inputs/open-boxes.ts';
import type { AskedCommand } from './parse-command.ts';
import { type AskedMeeting, actorIn, requireMeeting } from './require-meeting.ts';
import { type QuietCommand, runQuietCommand } from './run-quiet-command.ts';
import { decideInSession } from './run-session-command.ts';
import { showRoom } from './show-room.ts';
import { takeTurn, type Work } from './take-turns.ts';

/** What the door answers: 200, 409, 403, 422. 404 is thrown. */
export type CommandAnswer =
  | { rev: number; state: RoomProjection }
  | { conflict: true; rev: number; state: RoomProjection }
  | Forbidden
  | Refused;

/** The room's one way to change: person → domain → one transaction → everyone's screen. */
export async function runCommand(
  app: App,
  person: InRoom,
  id: string | undefined,
  asked: AskedCommand,
): Promise<CommandAnswer> {
  const found = await requireMeeting(app, person, id);
  const { command } = asked;
  if (isAroundCommand(command) && isGuest(person)) return { forbidden: NOT_FOR_GUESTS };
  if (isQuietAroundCommand(command) && !isGuest(person)) return runQuietAround(app, person, found, command);
  if (isQuiet(command)) return runQuietCommand(app, person, found, command);
  const outcome = await takeTurn(app, found.meeting.id, { person, found, asked }, worksOn(app));
  if ('accepted' in outcome) {
    if (outcome.rightsMoved) app.collab.rightsChanged();
    app.collab.roomChanged(found.meeting.id, shownBy(outcome.answer));
    if (outcome.concerned?.length) app.collab.ownChanged(found.meeting.id, outcome.concerned);
  }
  return outcome.answer;
}

/** What this answer says is what everybody may see (M21). */
const shownBy = (answer: CommandAnswer) =>
  'state' in answer ? { rev: answer.rev, value: answer.state } : undefined;

interface Press {
  person: InRoom;
  found: AskedMeeting;
  asked: AskedCommand;
}

/** What hundreds press at once, and what hangs on the room's own rows alone. */
const SHARED: ReadonlySet<string> = new Set([
  'raise-hand',
  'change-hand',
  'lower-hand',
  'ready',
  'capture',
  'park',
]);

const worksOn = (app: App): Work<Press, Outcome> => ({
  mayShare: ({ asked }) => SHARED.has(asked.command.command),
  alone: (press) => app.db.transaction().execute((tx) => inTurn(tx, app, press)),
  together: (presses) => app.db.transaction().execute((tx) => allInTurn(tx, app, presses)),
  again: async (press) => ({
    ...press,
    found: await requireMeeting(app, press.person, press.found.meeting.id),
  }),
});

interface Outcome {
  answer: CommandAnswer;
  accepted?: true;
  rightsMoved?: boolean;
  /** Those of whose own something was changed with it. */
  concerned?: readonly PersonId[];
}

/** One command after another: the meeting's row is locked until this one's transaction ends. */
async function inTurn(tx: Database, app: App, { person, found, asked }: Press): Promise<Outcome> {
  const { command } = asked;
  if (NEEDS_REVIEW.has(command.command)) await lockReview(tx, found.review.id);
  const { room, people } = await lockRoom(tx, app, found.meeting.id, person.id, [person.id]);
  const { meeting } = room;
  const current = { ...found, meeting, actor: actorIn(person, meeting, found.access) };
  const key = { meeting: meeting.id, person: person.id, key: asked.key };
  const seals = SEALING.has(command.command);
  const bodyHash = seals ? null : hashOf(asked);
  const used = await findKey(tx, key);
  if (used !== null) return { answer: await repeated(tx, room, people, used.bodyHash, bodyHash) };

  const decision = await judge(tx, app, current, room, asked);
  if ('conflict' in decision) return { answer: { conflict: true, ...(await stateOf(tx, room, people)) } };
  if (!('room' in decision)) return { answer: decision };

  const at = app.clock.now();
  await saveRoom(tx, room, decision.room, { person: person.id, at });
  await recordPresses(tx, [
    {
      // C7: not even the event of sealing says whose it is
      event: { meeting: meeting.id, at, actor: seals ? null : person.id, ...decision.event },
      used: { ...key, bodyHash, at },
    },
  ]);
  const opened = await openBoxes(tx, app, meeting.id, room.stages, decision.room.stages);
  const rightsMoved = await followUp(tx, app, current, command.command, decision.room.meeting);
  if (rightsMoved) await raiseRightsCounter(tx);
  // a session's command has changed more than the room in hand knows of: how many ideas are still closed, say
  const after =
    isRoomCommand(command) && !opened
      ? decision.room
      : await loadRoom(tx, decision.room.meeting, person.id, at);
  const concerned = concernedBy(room.captures, decision.room.captures);
  return { answer: await stateOf(tx, after, people), accepted: true, rightsMoved, concerned };
}

/** Its row is locked until the transaction ends, and only then the room is read: as those left it who were waited for. */
async function lockRoom(
  tx: Database,
  app: App,
  id: MeetingId,
  person: PersonId | null,
  also: readonly PersonId[],
): Promise<WholeRoom> {
  if ((await lockMeetingRow(tx, id)) === null) throw notFound();
  const found = await findRoom(tx, id, { person, now: app.clock.now(), also });
  if (found === null) throw notFound();
  return found;
}

/** The same for several in their order, each on what the one before left; the rows are read and written once. */
async function allInTurn(tx: Database, app: App, presses: readonly Press[]): Promise<Outcome[]> {
  const pressing = presses.map(({ person }) => person.id);
  const { id } = (presses[0] as Press).found.meeting;
  const { room: before, people } = await lockRoom(tx, app, id, null, pressing);
  const { meeting } = before;
  const keyOf = ({ person, asked }: Press) => ({ meeting: meeting.id, person: person.id, key: asked.key });
  const used = await findKeys(tx, meeting.id, presses.map(keyOf));
  let room = before;
  const accepted: { press: Press; event: MeetingEvent; bodyHash: string; at: Date }[] = [];
  const judged: (Refused | Forbidden | { repeated?: true; concerned?: PersonId[]; conflict?: true })[] = [];
  for (const press of presses) {
    const { person, found, asked } = press;
    const name = keyName(keyOf(press));
    const bodyHash = hashOf(asked);
    const known = used.get(name);
    if (known !== undefined) {
      judged.push(known !== null && known !== bodyHash ? USED : { repeated: true });
      continue;
    }
    const current = { ...found, meeting: room.meeting, actor: actorIn(person, room.meeting, found.access) };
    const decision = await judge(tx, app, current, room, asked);
    if ('room' in decision) {
      const concerned = concernedBy(room.captures, decision.room.captures);
      room = decision.room;
      used.set(name, bodyHash);
      accepted.push({ press, event: decision.event, bodyHash, at: app.clock.now() });
      judged.push({ concerned });
    } else judged.push(decision);
  }
  await saveRoom(tx, before, room, { person: null, at: app.clock.now() });
  await recordPresses(
    tx,
    accepted.map(({ press, event, bodyHash, at }) => ({
      event: { meeting: meeting.id, at, actor: press.person.id, ...event },
      used: { ...keyOf(press), bodyHash, at },
    })),
  );
  const shown = await stateOf(tx, room, people);
  return judged.map((each) => {
    if ('refused' in each || 'forbidden' in each) return { answer: each };
    if (each.conflict) return { answer: { conflict: true, ...shown } };
    return each.concerned ? { answer: shown, accepted: true, concerned: each.concerned } : { answer: shown };
  });
}

async function judge(
  tx: Database,
  app: App,
  found: AskedMeeting,
  room: Room,
  { command, expectedRev }: AskedCommand,
): Promise<Decision | Refused | Forbidden | Conflict> {
  // G1: guests come to review meetings alone
  if (!isRoomCommand(command) && found.actor.guest) return { forbidden: NOT_FOR_GUESTS };
  if (isAroundCommand(command)) return decideAround(tx, app, found, room, command as RecordedAroundCommand);
  if (!isRoomCommand(command)) return decideInSession(tx, app, found, room, command, expectedRev);
  const context = await commandContext(tx, app, found, command);
  return decide(room, command.command as RecordedName, command, expectedRev, context);
}

const USED = refuse('This press was used for something else already. Please try again.');

/** M4: the same body acted once already and gets the present state; another body is refused. Of sealing the key alone decides (C7). */
async function repeated(
  tx: Database,
  room: Room,
  people: WholeRoom['people'],
  before: string | null,
  now: string | null,
) {
  if (before !== null && now !== null && before !== now) return USED;
  return stateOf(tx, room, people);
}

async function stateOf(tx: Database, room: Room, people: WholeRoom['people']) {
  const state = await showRoom(tx, room, people);
  return { rev: state.rev, state };
}

const SEALING: ReadonlySet<string> = new Set(['seal', 'change-idea', 'withdraw-idea', 'withhold-name']);
/** Their outcome also hangs on the review: its soak, its closed ideas, its action session. */
const NEEDS_REVIEW: ReadonlySet<string> = new Set([
  ...SEALING,
  'start',
  'end',
  'reopen',
  'unseal',
  'conclude',
  'go-on',
]);

const isQuietAroundCommand = (command: AskedCommand['command']): command is QuietAroundCommand =>
  isQuietAround(command.command);

/** What is quiet never comes this far. */
const isAroundCommand = (command: AskedCommand['command']): command is AroundCommand =>
  isAround(command.command);

const isRoomCommand = (command: AskedCommand['command']): command is Command =>
  Object.hasOwn(COMMAND_RULES, command.command);

const isQuiet = (command: AskedCommand['command']): command is QuietCommand =>
  isRoomCommand(command) && COMMAND_RULES[command.command].manner === 'quiet';

const hashOf = (asked: AskedCommand): string =>
  createHash('sha256').update(JSON.stringify(asked)).digest('hex');
