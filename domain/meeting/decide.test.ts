import { describe, expect, test } from 'vitest';
import { isRefused } from '#domain/refused.ts';
import { AMIR, after, aRoom, aStage, by, FELICITY, liveOf, OTTO, PRIYA, START } from './a-room.ts';
import type { Context } from './acts/act.ts';
import { concernedBy } from './capture.ts';
import type { CommandBodies, RecordedName } from './command.ts';
import { type Conflict, type Decision, decide } from './decide.ts';
import type { Room } from './meeting.ts';
import { projectRoom } from './project-room.ts';
import { inOrder } from './queue-order.ts';

type Answer = ReturnType<typeof decide>;
const ask = <Name extends RecordedName>(
  room: Room,
  name: Name,
  body: CommandBodies[Name],
  context: Context,
  rev = room.meeting.rev,
): Answer => decide(room, name, body, rev, context);
const must = <Name extends RecordedName>(
  room: Room,
  name: Name,
  body: CommandBodies[Name],
  context: Context,
): Room => {
  const answer = ask(room, name, body, context);
  if (!('room' in answer)) throw new Error(JSON.stringify(answer));
  return answer.room;
};
const felicity = (seconds: number) => by(FELICITY, after(seconds));
const liveRoom = (stages?: Parameters<typeof aRoom>[0]) => must(aRoom(stages), 'start', {}, felicity(0));
const isConflict = (answer: Answer): answer is Conflict => 'conflict' in answer;
const stageId = (number: number) => aStage(number).id;

describe('running a meeting', () => {
  test('[M2] the lobby opens by itself a quarter of an hour before, and not a moment earlier', () => {
    expect(isRefused(ask(aRoom(), 'start', {}, by(FELICITY, after(-15 * 60 - 1))))).toBe(true);
    expect(must(aRoom(), 'start', {}, by(FELICITY, after(-15 * 60))).meeting.phase).toBe('live');
  });
  test('[M2] an early lobby is opened by hand', () => {
    const room = must(aRoom(), 'open', {}, by(FELICITY, after(-3600)));
    expect(must(room, 'start', {}, by(FELICITY, after(-3000))).meeting.phase).toBe('live');
  });
  test('[M2] an analyst may end it, a participant may not', () => {
    expect(ask(liveRoom(), 'end', {}, by(PRIYA, after(60)))).toHaveProperty('forbidden');
    expect(must(liveRoom(), 'end', {}, by(AMIR, after(60))).meeting.phase).toBe('ended');
  });
  test('[M2] it is reopened within a day, where it stood, with the time it had left', () => {
    const ended = must(must(liveRoom(), 'next', {}, felicity(60)), 'end', {}, felicity(120));
    const again = must(ended, 'reopen', {}, felicity(3600));
    expect(liveOf(again)).toMatchObject({ current: stageId(2), timer: { endsAt: after(3600 + 540) } });
    expect(isRefused(ask(ended, 'reopen', {}, felicity(120 + 24 * 3600 + 1)))).toBe(true);
  });
  test('[S5] a start is refused in the words of the soak', () => {
    const context = by(FELICITY, START, { startGate: { refused: 'Still soaking.' } });
    expect(ask(aRoom(), 'start', {}, context)).toEqual({ refused: 'Still soaking.' });
    const daysBefore = { ...context, now: after(-3 * 24 * 3600) };
    expect(ask(aRoom(), 'start', {}, daysBefore)).toEqual({ refused: 'Still soaking.' });
  });
  test('[S7] reopening is refused once the action session has been started', () => {
    const ended = must(liveRoom(), 'end', {}, felicity(120));
    const context = by(FELICITY, after(130), { reopenGate: { refused: 'It has been started.' } });
    expect(ask(ended, 'reopen', {}, context)).toEqual({ refused: 'It has been started.' });
  });
  test('[M19] ending keeps unreached stages as unreached', () => {
    const ended = must(liveRoom(3), 'end', {}, felicity(60));
    expect(projectRoom(ended, new Map()).stages.map(({ state }) => state)).toEqual([
      'left',
      'unreached',
      'unreached',
    ]);
  });
});

describe('moving', () => {
  test('[M3] steering is for those who steer', () => {
    for (const name of ['next', 'back', 'undo', 'pause', 'end'] as const)
      expect(ask(liveRoom(), name, {}, by(PRIYA, after(1)))).toHaveProperty('forbidden');
  });
  test('[M4] of two who press Next at once, one moves and one is told where the group is', () => {
    const room = liveRoom();
    const moved = must(room, 'next', {}, felicity(5));
    expect(isConflict(ask(moved, 'next', {}, felicity(5), room.meeting.rev))).toBe(true);
  });
  test('[M4] a hand raised meanwhile does not get in the way of Next', () => {
    const room = liveRoom();
    const raised = must(room, 'raise-hand', { type: 'question' }, by(PRIYA, after(2)));
    expect(ask(raised, 'next', {}, felicity(3), room.meeting.rev)).toHaveProperty('room');
  });
  test('[M4] a revision from the future is a conflict too', () => {
    expect(isConflict(ask(liveRoom(), 'next', {}, felicity(1), 900))).toBe(true);
  });
  test('[M7] undo within ten seconds restores stage, timer and spotlight as they were', () => {
    const room = must(
      liveRoom(),
      'spotlight',
      { target: { type: 'moment', id: 'm', section: null } },
      felicity(30),
    );
    const back = must(must(room, 'next', {}, felicity(40)), 'undo', {}, felicity(50));
    expect({ ...back.meeting, rev: 0, steeredRev: 0 }).toEqual({ ...room.meeting, rev: 0, steeredRev: 0 });
    expect(back.stages).toEqual(room.stages);
  });
  test('[M7] after ten seconds, and after a start, there is nothing to undo', () => {
    expect(isRefused(ask(must(liveRoom(), 'next', {}, felicity(1)), 'undo', {}, felicity(12)))).toBe(true);
    expect(isRefused(ask(liveRoom(), 'undo', {}, felicity(1)))).toBe(true);
  });
  test('[M8] a stage entered again resumes its remaining time', () => {
    const room = must(must(liveRoom(), 'next', {}, felicity(240)), 'back', {}, felicity(500));
    expect(liveOf(room).timer).toEqual({ state: 'running', endsAt: after(500 + 360) });
  });
  test('[M6] the last stage stays; the current one hands over to its neighbour', () => {
    expect(isRefused(ask(liveRoom(1), 'stage-remove', { stage: stageId(1) }, felicity(1)))).toBe(true);
    const room = must(liveRoom(3), 'stage-remove', { stage: stageId(1) }, felicity(1));
    expect(liveOf(room).current).toBe(stageId(2));
    const last = must(
      must(liveRoom(2), 'next', {}, felicity(1)),
      'stage-remove',
      { stage: stageId(2) },
      felicity(2),
    );
    expect(liveOf(last).current).toBe(stageId(1));
  });
  test('[M7] the stage one came from has been taken out: nothing to undo, nowhere to fall', () => {
    const room = must(
      must(liveRoom(), 'next', {}, felicity(1)),
      'stage-remove',
      { stage: stageId(1) },
      felicity(2),
    );
    expect(isRefused(ask(room, 'undo', {}, felicity(3)))).toBe(true);
  });
  test('[M6] removed while paused, the neighbour waits with a paused timer', () => {
    const paused = must(liveRoom(3), 'pause', {}, felicity(60));
    const room = must(paused, 'stage-remove', { stage: stageId(1) }, felicity(90));
    expect(room.meeting).toMatchObject({
      phase: 'paused',
      current: stageId(2),
      timer: { state: 'paused', remainingMs: 600_000 },
    });
  });
});

describe('the floor', () => {
  const raise = (
    room: Room,
    person: typeof PRIYA,
    type: CommandBodies['raise-hand']['type'],
    seconds: number,
  ) => must(room, 'raise-hand', { type }, by(person, after(seconds)));
  const order = (room: Room) =>
    inOrder(room.queue).map((entry) => `${entry.type} ${entry.raisedBy.slice(-1)}`);

  test('[M11] process, question, add to this, new point; then who has not spoken; then time', () => {
    let room = raise(liveRoom(), PRIYA, 'question', 1);
    room = must(room, 'next-speaker', { speaking: null }, felicity(2));
    room = raise(room, PRIYA, 'question', 3);
    room = raise(room, PRIYA, 'new-point', 4);
    room = raise(room, OTTO, 'question', 5);
    room = raise(room, OTTO, 'process', 6);
    expect(order(room)).toEqual(['process 4', 'question 4', 'question 3', 'new-point 3']);
  });
  test('[M11] an order set by hand holds until its entry leaves', () => {
    let room = raise(raise(liveRoom(), PRIYA, 'process', 1), OTTO, 'new-point', 2);
    const [process, point] = inOrder(room.queue).map(({ id }) => id);
    room = must(room, 'queue-order', { entries: [String(point), String(process)] }, felicity(3));
    expect(order(room)).toEqual(['new-point 4', 'process 3']);
    room = must(room, 'next-speaker', { speaking: null }, felicity(4));
    room = raise(room, OTTO, 'new-point', 5);
    expect(order(room)).toEqual(['process 3', 'new-point 4']);
  });
  test('[M12] one waiting entry per person and type; a label in the room is somebody of their own', () => {
    const room = raise(liveRoom(), PRIYA, 'question', 1);
    expect(isRefused(ask(room, 'raise-hand', { type: 'question' }, by(PRIYA, after(2))))).toBe(true);
    const forAnn = must(room, 'raise-hand', { type: 'question', for: 'Ann' }, by(PRIYA, after(2)));
    expect(isRefused(ask(forAnn, 'raise-hand', { type: 'question', for: 'ANN' }, by(OTTO, after(2))))).toBe(
      true,
    );
  });
  test('[M12] "next speaker" that believes wrongly who speaks does nothing', () => {
    const room = raise(raise(liveRoom(), PRIYA, 'question', 1), OTTO, 'question', 2);
    const first = must(room, 'next-speaker', { speaking: null }, felicity(3));
    expect(isConflict(ask(first, 'next-speaker', { speaking: null }, felicity(4)))).toBe(true);
  });
  test('[M13] a closed queue refuses new hands with a sentence and keeps those waiting', () => {
    const room = must(raise(liveRoom(), PRIYA, 'question', 1), 'queue-close', {}, felicity(2));
    expect(isRefused(ask(room, 'raise-hand', { type: 'question' }, by(OTTO, after(3))))).toBe(true);
    expect(order(room)).toEqual(['question 3']);
  });
  test('[M3] only the one who raised it lowers it', () => {
    const room = raise(liveRoom(), PRIYA, 'question', 1);
    const entry = String(room.queue[0]?.id);
    expect(ask(room, 'lower-hand', { entry }, by(OTTO, after(2)))).toHaveProperty('forbidden');
    expect(must(room, 'lower-hand', { entry }, by(PRIYA, after(2))).queue).toEqual([]);
  });
});

describe('captures, parked, sealed', () => {
  const view = {
    kind: 'different-view',
    words: 'To me it was slow, not stuck.',
    claim: 'It was stuck.',
  } as const;
  test('[C1] a capture keeps stage and target', () => {
    const room = must(
      liveRoom(),
      'capture',
      { kind: 'insight', words: 'Silence is output too.' },
      by(PRIYA, after(5)),
    );
    expect(room.captures[0]).toMatchObject({
      stage: stageId(1),
      target: { type: 'section', id: 'section-1' },
      claim: '',
    });
  });
  test('[C2] nobody but its contributor edits or withdraws a different view, facilitators included', () => {
    const room = must(liveRoom(), 'capture', view, by(PRIYA, after(5)));
    const capture = String(room.captures[0]?.id);
    for (const person of [FELICITY, AMIR, OTTO]) {
      expect(ask(room, 'change-capture', { capture, words: 'x' }, by(person, after(6)))).toHaveProperty(
        'forbidden',
      );
      expect(ask(room, 'withdraw-capture', { capture }, by(person, after(6)))).toHaveProperty('forbidden');
    }
    const ended = must(room, 'end', {}, felicity(60));
    const changed = must(ended, 'change-capture', { capture, words: 'Slow.' }, by(PRIYA, after(90)));
    expect(changed.captures[0]).toMatchObject({ words: 'Slow.', claim: 'It was stuck.' });
  });
  test('[C2] noted for someone with an account, it is theirs alone and shown once they confirm', () => {
    const room = must(liveRoom(), 'capture', { ...view, forPerson: OTTO }, by(PRIYA, after(5)));
    const capture = String(room.captures[0]?.id);
    expect(projectRoom(room, new Map()).captures).toEqual([]);
    expect(isRefused(ask(room, 'confirm-capture', { capture }, by(FELICITY, after(6))))).toBe(true);
    const confirmed = must(room, 'confirm-capture', { capture }, by(OTTO, after(7)));
    expect(projectRoom(confirmed, new Map()).captures).toHaveLength(1);
    // and who is told that something of theirs has changed: both, for either may have a second screen
    expect(concernedBy([], room.captures)).toEqual([PRIYA, OTTO]);
    expect(concernedBy(room.captures, confirmed.captures)).toEqual([PRIYA, OTTO]);
    expect(concernedBy(room.captures, [])).toEqual([PRIYA, OTTO]);
    expect(concernedBy(confirmed.captures, [])).toEqual([]);
    expect(ask(confirmed, 'withdraw-capture', { capture }, by(PRIYA, after(8)))).toHaveProperty('forbidden');
  });
  test('[C2] noted for a label, the noter may only withdraw it', () => {
    const room = must(
      liveRoom(),
      'capture',
      { ...view, forLabel: 'Ann, on the night shift' },
      by(PRIYA, after(5)),
    );
    const capture = String(room.captures[0]?.id);
    expect(ask(room, 'change-capture', { capture, words: 'x' }, by(PRIYA, after(6)))).toHaveProperty(
      'forbidden',
    );
    expect(must(room, 'withdraw-capture', { capture }, by(PRIYA, after(6))).captures).toEqual([]);
  });
  test('[C5] parked keeps author, place and words, and ends as its author, a facilitator or an analyst says', () => {
    const room = must(liveRoom(), 'park', { words: 'Who owns staging?' }, by(PRIYA, after(5)));
    const parked = String(room.parked[0]?.id);
    expect(ask(room, 'end-parked', { parked, ending: 'let-go' }, by(OTTO, after(6)))).toHaveProperty(
      'forbidden',
    );
    const ended = must(
      room,
      'end-parked',
      { parked, ending: 'follow-up-talk', note: 'Priya and Vera' },
      felicity(7),
    );
    expect(ended.parked[0]).toMatchObject({
      by: PRIYA,
      words: 'Who owns staging?',
      stage: stageId(1),
      ending: { how: 'follow-up-talk', note: 'Priya and Vera' },
    });
  });
  test('[C6] sealed words are in no projection and no event, only the count', () => {
    const answer = ask(liveRoom(), 'seal', { words: 'CANARY' }, by(PRIYA, after(5))) as Decision;
    expect(JSON.stringify([answer.event, projectRoom(answer.room, new Map())])).not.toContain('CANARY');
    expect(projectRoom(answer.room, new Map()).sealedCount).toBe(1);
  });
  test('[C7] words that stood in the notes cannot have a withheld name', () => {
    const body = { words: 'Alarm on waits', seenInNotes: true, withheld: true };
    expect(isRefused(ask(liveRoom(), 'seal', body, by(PRIYA, after(5))))).toBe(true);
  });
  test('[C7] an idea of somebody else is not there', () => {
    const room = must(liveRoom(), 'seal', { words: 'mine' }, by(PRIYA, after(5)));
    const idea = String(room.ownIdeas[0]?.id);
    const asOtto = { ...room, ownIdeas: [] };
    for (const answer of [
      ask(asOtto, 'change-idea', { idea, words: 'x' }, by(OTTO, after(6))),
      ask(asOtto, 'withdraw-idea', { idea }, by(FELICITY, after(6))),
    ])
      expect(isRefused(answer)).toBe(true);
  });
  test('[C8] once the ideas are open nothing is sealed', () => {
    const context = by(PRIYA, after(5), { ideasOpen: true });
    expect(isRefused(ask(liveRoom(), 'seal', { words: 'late' }, context))).toBe(true);
  });
});
