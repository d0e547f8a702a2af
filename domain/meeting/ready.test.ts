import { expect, test } from 'vitest';
import { after, aRoom, aRound, aStage, by, FELICITY, OTTO, PRIYA } from './a-room.ts';
import type { CommandBodies, RecordedName } from './command.ts';
import { decide } from './decide.ts';
import type { Room } from './meeting.ts';
import { presentAmong } from './presence.ts';
import { projectRoom } from './project-room.ts';
import { readyIsOffered } from './ready.ts';

const present = [FELICITY, PRIYA, OTTO];
const press = <Name extends RecordedName>(
  room: Room,
  name: Name,
  body: CommandBodies[Name],
  who = FELICITY,
  seconds = 10,
): Room => {
  const answer = decide(room, name, body, room.meeting.rev, by(who, after(seconds)));
  if (!('room' in answer)) throw new Error(JSON.stringify(answer));
  return answer.room;
};
const live = (stages?: Parameters<typeof aRoom>[0]) => press(aRoom(stages, { present }), 'start', {});
const shown = (room: Room) => projectRoom(room, new Map()).ready;

test('[M10] ready counts those present, and takes itself back', () => {
  const one = press(live(), 'ready', { ready: true }, PRIYA);
  const two = press(one, 'ready', { ready: true }, OTTO);
  expect(shown(two)).toEqual({ count: 2, present: 3 });
  expect(shown(press(two, 'ready', { ready: false }, PRIYA))).toEqual({ count: 1, present: 3 });
  expect(shown(press(two, 'ready', { ready: true }, PRIYA))).toEqual({ count: 2, present: 3 });
});

test('[M10] somebody who is ready and has gone counts on neither side', () => {
  const room = press(live(), 'ready', { ready: true }, OTTO);
  expect(shown({ ...room, present: [FELICITY, PRIYA] })).toEqual({ count: 0, present: 2 });
});

test('[M10] present is who was seen in the last thirty seconds', () => {
  const sights = new Map([
    [FELICITY, after(0)],
    [PRIYA, after(29)],
    [OTTO, after(30)],
  ]);
  expect(presentAmong(sights, after(30))).toEqual([FELICITY, PRIYA, OTTO]);
  expect(presentAmong(sights, after(31))).toEqual([PRIYA, OTTO]);
});

test('[M10] the room learns a number, never a name', () => {
  const room = press(live(), 'ready', { ready: true }, OTTO);
  expect(JSON.stringify(projectRoom(room, new Map()))).not.toContain(OTTO);
});

test('[M10] [M7] the marks go with the stage, and an undo brings them back', () => {
  const room = press(press(live(), 'ready', { ready: true }, PRIYA), 'ready', { ready: true }, OTTO);
  const moved = press(room, 'next', {}, FELICITY, 20);
  expect(moved.ready).toEqual([]);
  const meanwhile = press(moved, 'ready', { ready: true }, FELICITY, 22);
  expect(press(meanwhile, 'undo', {}, FELICITY, 25).ready).toEqual([PRIYA, OTTO]);
});

test('[M10] taking the current stage out clears them too, taking out another does not', () => {
  const room = press(live(), 'ready', { ready: true }, PRIYA);
  expect(press(room, 'stage-remove', { stage: aStage(3).id }).ready).toEqual([PRIYA]);
  expect(press(room, 'stage-remove', { stage: aStage(1).id }).ready).toEqual([]);
});

test('[M10] it is not asked in a round, in the lobby, or once the meeting is over', () => {
  expect(readyIsOffered('round')).toBe(false);
  const ask = (room: Room) => decide(room, 'ready', { ready: true }, 0, by(PRIYA, after(30)));
  expect(ask(aRoom())).toHaveProperty('refused');
  expect(ask(live([aRound(1)]))).toHaveProperty('refused');
  const over = press(press(live(), 'ready', { ready: true }, PRIYA), 'end', {}, FELICITY, 20);
  expect(over.ready).toEqual([]);
  expect(ask(over)).toHaveProperty('refused');
  expect(shown(over)).toBeNull();
  expect(shown(live([aRound(1)]))).toBeNull();
});
