import { refuse } from '#domain/refused.ts';
import { FEW_CAME_IN, isBox, isPoll, isPutInto } from '../inputs.ts';
import type { Meeting, Room } from '../meeting.ts';
import type { Stage } from '../stage.ts';
import { type Act, done } from './act.ts';

/** M15, U3: everything written in a stage, to everyone at once, in an order drawn by chance; never undone (M7). */
const reveal: Act<'reveal'> = (room, { stage: id, few }, { fewCameIn }) => {
  const stage = room.stages.find((candidate) => candidate.id === id);
  if (stage === undefined) return gone();
  if (!isPutInto(stage.kind)) return refuse('Nothing is written by oneself in that stage.');
  if (isPoll(stage.kind)) return refuse('That is a poll: it is closed, and then its counts are shown.');
  if (stage.reachedAt === null) return refuse('The group has not been at that stage yet.');
  if (stage.opened) return refuse('This has been shown already.');
  if (isBox(stage.kind) && fewCameIn && few !== true) return refuse(FEW_CAME_IN);
  return done(opened(room, stage), { stage: id });
};

/** U2: counts appear once a poll is closed; leaving its stage closes it too. */
const pollClose: Act<'poll-close'> = (room, { stage: id }) => {
  const stage = room.stages.find((candidate) => candidate.id === id);
  if (stage === undefined) return gone();
  if (!isPoll(stage.kind)) return refuse('That stage is not a poll.');
  if (stage.reachedAt === null) return refuse('The group has not been at that stage yet.');
  return stage.opened ? refuse('This poll is closed.') : done(opened(room, stage), { stage: id });
};

/** M15: only its author takes a shown text back; nobody edits it. One without a name is nobody's to take back (U5). */
const withdrawText: Act<'withdraw-text'> = (room, { text: id }, { actor }) => {
  const text = room.inputs.shown.find((candidate) => candidate.id === id);
  if (text === undefined) return refuse('That text is not here any more.');
  if (text.by !== actor.id) return { forbidden: 'Only its author takes a text back.' };
  return done(
    withShown(room, (others) => others.filter((other) => other.id !== id)),
    { text: id },
  );
};

/** M15: hidden with a reason that everyone reads; its place stays. */
const hideText: Act<'hide-text'> = (room, { text: id, reason }) => {
  const text = room.inputs.shown.find((candidate) => candidate.id === id);
  if (text === undefined) return refuse('That text is not here any more.');
  return done(
    withShown(room, (texts) =>
      texts.map((other) => (other.id === id ? { ...other, hidden: reason } : other)),
    ),
    { text: id },
  );
};

/** Going on closes the poll that was left, whichever command went on; going back to it opens nothing (U2). */
export function withLeftPollsClosed(before: Room, after: Room): Room {
  const left = currentOf(before.meeting);
  if (left === null || left === currentOf(after.meeting)) return after;
  const stage = after.stages.find(({ id }) => id === left);
  if (stage === undefined || !isPoll(stage.kind) || stage.opened) return after;
  return withOpened(after, stage);
}

const currentOf = (meeting: Meeting) => ('current' in meeting ? meeting.current : null);

/** Not to be undone, nor what was before it. */
const opened = (room: Room, stage: Stage): Room => {
  const { meeting } = room;
  const after = withOpened(room, stage);
  return meeting.phase === 'live' || meeting.phase === 'paused'
    ? { ...after, meeting: { ...meeting, undo: null } }
    : after;
};

const withOpened = (room: Room, stage: Stage): Room => ({
  ...room,
  stages: room.stages.map((other) => (other.id === stage.id ? { ...other, opened: true } : other)),
});

const withShown = (
  room: Room,
  change: (shown: Room['inputs']['shown']) => Room['inputs']['shown'],
): Room => ({
  ...room,
  inputs: { ...room.inputs, shown: change(room.inputs.shown) },
});

const gone = () => refuse('That stage is not on the agenda any more.');

export const INPUTS = {
  reveal,
  'poll-close': pollClose,
  'withdraw-text': withdrawText,
  'hide-text': hideText,
};
