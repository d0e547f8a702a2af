import { describe, expect, test } from 'vitest';
import { AMIR, after, aRoom, aRound, aStage, by, FELICITY, OTTO, PRIYA } from './a-room.ts';
import { joinRound } from './acts/rounds.ts';
import type { CommandBodies, RecordedName } from './command.ts';
import { decide } from './decide.ts';
import type { Room } from './meeting.ts';
import { projectRoom } from './project-room.ts';
import { atTurn, currentRound, type Round } from './round.ts';

const ask = <Name extends RecordedName>(room: Room, name: Name, body: CommandBodies[Name], who = FELICITY) =>
  decide(room, name, body, room.meeting.rev, by(who, after(10)));
const press = (...asked: Parameters<typeof ask>): Room => {
  const answer = ask(...asked);
  if (!('room' in answer)) throw new Error(JSON.stringify(answer));
  return answer.room;
};
const all = [FELICITY, PRIYA, OTTO];
/** Chance, in tests, turns the order round: Otto, Priya, Felicity. */
const atRound = (present = all) => press(aRoom([aRound(1), aStage(2)], { present }), 'start', {});
const round = (room: Room): Round => {
  const found = currentRound(room);
  if (found === null) throw new Error('no round');
  return found;
};
const order = (room: Room) => round(room).turns.map(({ person }) => person);
const turn = (room: Room) => atTurn(round(room));
const seen = (room: Room, who: typeof OTTO): Room =>
  joinRound({ ...room, present: [...room.present, who] }, who) ?? room;

describe('a round', () => {
  test('[M14] shuffles those present as it is entered; the first has the turn', () => {
    expect(order(atRound())).toEqual([OTTO, PRIYA, FELICITY]);
    expect(turn(atRound())).toBe(OTTO);
    const later = press(aRoom([aStage(2), aRound(1)], { present: all }), 'start', {});
    expect(order(press(later, 'next', {}))).toEqual([OTTO, PRIYA, FELICITY]);
  });
  test('[M14] done and pass are one and the same to everyone, and so is their event', () => {
    const done = ask(atRound(), 'round-turn', { how: 'done' }, OTTO);
    const passed = ask(atRound(), 'round-turn', { how: 'pass' }, OTTO);
    expect(done).toEqual(passed);
    expect(done).toMatchObject({ event: { command: 'round-turn', about: {} } });
    if ('room' in done) expect(turn(done.room)).toBe(PRIYA);
  });
  test('[M14] later puts one at the end, without a mark, as often as they like', () => {
    const once = press(atRound(), 'round-turn', { how: 'later' }, OTTO);
    expect(order(once)).toEqual([PRIYA, FELICITY, OTTO]);
    expect(round(once).turns.at(-1)).toEqual({ person: OTTO, state: 'ahead' });
    expect(ask(atRound(), 'round-turn', { how: 'later' }, OTTO)).toMatchObject({ event: { about: {} } });
  });
  test('[M14] once everyone else has had their turn there is no later, and passing is offered in words', () => {
    const last = press(
      press(atRound(), 'round-turn', { how: 'done' }, OTTO),
      'round-turn',
      { how: 'done' },
      PRIYA,
    );
    expect(ask(last, 'round-turn', { how: 'later' })).toMatchObject({
      refused: expect.stringContaining('pass'),
    });
    const over = press(last, 'round-turn', { how: 'pass' });
    expect(turn(over)).toBeNull();
    expect(ask(over, 'next-person', { speaking: null })).toHaveProperty('refused');
  });
  test('[M14] only whose turn it is ends it', () => {
    expect(ask(atRound(), 'round-turn', { how: 'done' }, PRIYA)).toHaveProperty('refused');
    expect(ask(press(atRound(), 'next', {}), 'round-turn', { how: 'done' }, OTTO)).toHaveProperty('refused');
  });
});

describe('who comes and goes', () => {
  test('[M14] late ones are appended, once', () => {
    const joined = seen(atRound(), AMIR);
    expect(order(joined)).toEqual([OTTO, PRIYA, FELICITY, AMIR]);
    expect(turn(joined)).toBe(OTTO);
    expect(joinRound(joined, AMIR)).toBeNull();
  });
  test('[M14] somebody late to a round that is over has their turn at once', () => {
    const over = press(atRound([OTTO]), 'round-turn', { how: 'done' }, OTTO);
    expect(turn(seen(over, PRIYA))).toBe(PRIYA);
  });
  test('[M14] the absent are skipped without a mark, and are next once they are back', () => {
    const away = { ...atRound(), present: [OTTO, FELICITY] };
    const skipped = press(away, 'round-turn', { how: 'done' }, OTTO);
    expect(turn(skipped)).toBe(FELICITY);
    expect(round(skipped).turns[1]).toEqual({ person: PRIYA, state: 'ahead' });
    const back = press({ ...skipped, present: all }, 'round-turn', { how: 'done' });
    expect(turn(back)).toBe(PRIYA);
  });
  test('[M14] whoever left while it was their turn keeps their place', () => {
    const gone = press({ ...atRound(), present: [PRIYA, FELICITY] }, 'next-person', { speaking: OTTO });
    expect(turn(gone)).toBe(PRIYA);
    expect(round(gone).turns[0]).toEqual({ person: OTTO, state: 'ahead' });
    const alone = press({ ...gone, present: [PRIYA] }, 'round-turn', { how: 'done' }, PRIYA);
    expect(turn(alone)).toBeNull();
    expect(turn(seen(alone, OTTO))).toBe(OTTO);
  });
  test('[M14] a round entered while nobody is there begins with the first who comes', () => {
    const empty = atRound([]);
    expect(currentRound(empty)).toBeNull();
    expect(order(seen(empty, PRIYA))).toEqual([PRIYA]);
  });
});

describe('those who steer', () => {
  test('[M14] move it on; two who press at once move it once', () => {
    expect(turn(press(atRound(), 'next-person', { speaking: OTTO }))).toBe(PRIYA);
    expect(ask(atRound(), 'next-person', { speaking: PRIYA })).toEqual({ conflict: true });
    expect(ask(atRound(), 'next-person', { speaking: OTTO }, OTTO)).toHaveProperty('forbidden');
  });
  test('[M14] begin it anew with whoever is there now', () => {
    const on = press(atRound(), 'round-turn', { how: 'done' }, OTTO);
    const anew = press({ ...on, present: [...all, AMIR] }, 'round-start', {});
    expect(order(anew)).toEqual([AMIR, OTTO, PRIYA, FELICITY]);
    expect(turn(anew)).toBe(AMIR);
    expect(ask(press(anew, 'next', {}), 'round-start', {})).toHaveProperty('refused');
  });
  test('[M14] [M8] going away and back keeps it, and so does an undo', () => {
    const on = press(atRound(), 'round-turn', { how: 'done' }, OTTO);
    const there = press(on, 'next', {});
    expect(press(there, 'back', {}).rounds).toEqual(on.rounds);
    expect(press(there, 'undo', {}).rounds).toEqual(on.rounds);
  });
  test('[M14] taking the stage out takes its round along', () => {
    expect(press(atRound(), 'stage-remove', { stage: aRound(1).id }).rounds).toEqual([]);
  });
});

test('[M14] a paused meeting keeps the turn where it is', () => {
  const paused = press(atRound(), 'pause', {});
  expect(ask(paused, 'round-turn', { how: 'done' }, OTTO)).toHaveProperty('refused');
  expect(turn(press(paused, 'resume', {}))).toBe(OTTO);
});

test('[M14] [M21] a round of five hundred is shown in part, with whose turn it is', () => {
  const many = Array.from({ length: 500 }, (_, at) => ({
    person: `00000000-0000-4000-8000-${String(at).padStart(12, '0')}` as typeof OTTO,
    state: at < 200 ? ('over' as const) : at === 200 ? ('now' as const) : ('ahead' as const),
  }));
  const shown = projectRoom({ ...atRound(), rounds: [{ stage: aRound(1).id, turns: many }] }, new Map());
  expect(shown.round?.count).toBe(500);
  expect(shown.round?.turns[0]?.state).toBe('now');
  expect(new TextEncoder().encode(JSON.stringify(shown)).length).toBeLessThanOrEqual(32_000);
});
