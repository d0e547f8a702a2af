import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PersonId } from '#domain/ids.ts';
import { AMIR, after, aRoom, aRound, aStage, by, FELICITY, OTTO, PRIYA } from './a-room.ts';
import type { CommandBodies, RecordedName } from './command.ts';
import { decide } from './decide.ts';
import { COMMAND_RULES } from './may-command.ts';
import type { Room } from './meeting.ts';
import { presentAmong } from './presence.ts';
import { projectRoom } from './project-room.ts';
import { speakerOf } from './queue-entry.ts';
import { inOrder } from './queue-order.ts';
import { atTurn, currentRound } from './round.ts';
import { remainingMs } from './timer.ts';

/** One press: who, when (seconds after the last), what. `pick` chooses among what the room holds at that moment. */
interface Press {
  person: PersonId;
  wait: number;
  name: RecordedName;
  pick: number;
  lag: number;
  /** who is not in the room just then */
  away: PersonId | null;
}
const NAMES = (Object.keys(COMMAND_RULES) as (keyof typeof COMMAND_RULES)[]).filter(
  (name): name is RecordedName => COMMAND_RULES[name].manner !== 'quiet',
);
/** Running a meeting would end most sequences early if all names were as likely. */
const OFTEN: RecordedName[] = [
  'next',
  'back',
  'go',
  'undo',
  'raise-hand',
  'raise-hand',
  'next-speaker',
  'pause',
  'resume',
  'round-turn',
  'round-turn',
  'next-person',
  'ready',
];
const press: fc.Arbitrary<Press> = fc.record({
  person: fc.constantFrom(FELICITY, FELICITY, FELICITY, AMIR, PRIYA, OTTO),
  wait: fc.constantFrom(0, 1, 2, 4, 30),
  name: fc.constantFrom(...NAMES, ...OFTEN, ...OFTEN),
  pick: fc.nat(1_000),
  lag: fc.constantFrom(0, 0, 0, 0, 1, 3),
  away: fc.constantFrom(null, null, FELICITY, PRIYA, OTTO),
});

const pickOf = <T>(list: readonly T[], at: number): T | undefined => list[at % Math.max(1, list.length)];

/** A body that fits the name, naming things that are mostly there. */
function bodyOf({ name, pick }: Press, room: Room): CommandBodies[RecordedName] {
  const stage = pickOf(room.stages, pick)?.id ?? aStage(99).id;
  const entry = pickOf(room.queue, pick)?.id ?? 'gone';
  const speaking = room.queue.find(({ state }) => state === 'speaking')?.id ?? null;
  const type = pickOf(['process', 'question', 'add-to-this', 'new-point'] as const, pick);
  return {
    stage,
    after: pick % 3 === 0 ? null : (pickOf(room.stages, pick + 1)?.id ?? null),
    target: null,
    seconds: pick - 500 || 60,
    kind: name === 'capture' ? 'different-view' : 'prompt',
    title: 'One more',
    minutes: (pick % 30) + 1,
    speaking: pick % 5 === 0 ? null : name === 'next-person' ? atTurnIn(room) : speaking,
    entries: [...room.queue].reverse().map(({ id }) => id),
    facilitators: [FELICITY],
    type,
    words: 'words',
    for: pick % 4 === 0 ? 'Ann' : undefined,
    entry,
    capture: pickOf(room.captures, pick)?.id ?? 'gone',
    parked: pickOf(room.parked, pick)?.id ?? 'gone',
    ending: 'answered',
    how: pickOf(['done', 'pass', 'later'] as const, pick),
    ready: pick % 3 > 0,
    idea: pickOf(room.ownIdeas, pick)?.id ?? 'gone',
    withheld: pick % 2 === 0,
  } as unknown as CommandBodies[RecordedName];
}

const atTurnIn = (room: Room) => {
  const round = currentRound(room);
  return round && atTurn(round);
};

/** Plays a sequence; every accepted step is handed to `check` with the room before it. */
function play(
  presses: readonly Press[],
  check: (before: Room, step: Press, room: Room, now: Date) => void,
): Room {
  let room = aRoom([aStage(1), aRound(2), aStage(3), aRound(4)], { meeting: anyoneMayTakeOver() });
  const sights = new Map<PersonId, Date>();
  let seconds = 0;
  for (const step of presses) {
    seconds += step.wait;
    const now = after(seconds);
    for (const person of [FELICITY, PRIYA, OTTO]) if (person !== step.away) sights.set(person, now);
    const leadSeenAt = sights.get(room.meeting.plan.facilitators[0] ?? FELICITY) ?? null;
    room = { ...room, present: presentAmong(sights, now), leadSeenAt };
    const answer = decide(
      room,
      step.name,
      bodyOf(step, room),
      room.meeting.rev - step.lag,
      by(step.person, now, { actor: actorIn(room, step.person) }),
    );
    if (!('room' in answer)) continue;
    const before = room;
    room = answer.room;
    expect(answer.event.rev).toBe(room.meeting.rev);
    check(before, step, room, now);
  }
  return room;
}
const anyoneMayTakeOver = () => {
  const { meeting } = aRoom();
  return { ...meeting, plan: { ...meeting.plan, takeOver: 'anyone' as const } };
};
const actorIn = ({ meeting }: Room, id: PersonId) => ({
  id,
  steers: meeting.plan.facilitators.includes(id),
  analyst: id === AMIR,
});
const always = (check: Parameters<typeof play>[1]) =>
  fc.assert(
    fc.property(fc.array(press, { maxLength: 60 }), (presses) => {
      play([{ person: FELICITY, wait: 0, name: 'start', pick: 0, lag: 0, away: null }, ...presses], check);
    }),
    { numRuns: 1_000 },
  );
const isRunning = ({ meeting }: Room) => meeting.phase === 'live' || meeting.phase === 'paused';
const currentOf = ({ meeting }: Room) => ('current' in meeting ? meeting.current : null);

describe('whatever is pressed, by whomever, in whatever order', () => {
  test('[M5] an accepted command raises rev by exactly one', () =>
    always((before, _, room) => expect(room.meeting.rev).toBe(before.meeting.rev + 1)));

  test('[M6] exactly one stage is current while the meeting runs', () =>
    always((_, __, room) => {
      if (!isRunning(room)) return;
      expect(room.stages.filter(({ id }) => id === currentOf(room))).toHaveLength(1);
      expect(projectRoom(room, new Map()).stages.filter(({ state }) => state === 'now')).toHaveLength(1);
    }));

  test('[M8] moving deletes nothing', () =>
    always((before, { name }, room) => {
      if (!['next', 'back', 'go', 'undo', 'pause', 'resume', 'end', 'reopen'].includes(name)) return;
      const kept = ({ captures, parked, ownIdeas, stages }: Room) =>
        [captures, parked, ownIdeas, stages].map((list) => list.map(({ id }) => id));
      expect(kept(room)).toEqual(kept(before));
    }));

  test('[M8] no stage ever loses time it has spent, but by undo', () =>
    always((before, { name }, room) => {
      if (name === 'undo') return;
      for (const stage of before.stages) {
        const later = room.stages.find(({ id }) => id === stage.id);
        if (later) expect(later.spentMs).toBeGreaterThanOrEqual(stage.spentMs);
      }
    }));

  test('[M9] pausing and resuming changes the time left by no millisecond', () =>
    always((before, { name }, room, now) => {
      if (name !== 'pause' && name !== 'resume' && name !== 'timer-start' && name !== 'timer-pause') return;
      if (!('timer' in before.meeting) || !('timer' in room.meeting)) return;
      expect(remainingMs(room.meeting.timer, now)).toBe(remainingMs(before.meeting.timer, now));
      expect(room.stages.map(({ remainingMs: _, spentMs: __, ...rest }) => rest)).toEqual(
        before.stages.map(({ remainingMs: _, spentMs: __, ...rest }) => rest),
      );
    }));

  test('[M11] the order of turns is by type unless a hand has set it, and loses nobody', () =>
    always((_, __, room) => {
      const order = inOrder(room.queue);
      const waiting = room.queue.filter(({ state }) => state === 'waiting');
      expect(new Set(order)).toEqual(new Set(waiting));
      const placed = order.filter((entry) => entry.placed !== null).map((entry) => entry.placed);
      expect(placed).toEqual([...placed].sort((a, b) => Number(a) - Number(b)));
      const types = order
        .filter((entry) => entry.placed === null)
        .map(({ type }) => ['process', 'question', 'add-to-this', 'new-point'].indexOf(type));
      expect(types).toEqual([...types].sort((a, b) => a - b));
    }));

  test('[M12] one waiting entry per person and type, and at most one speaker', () =>
    always((_, __, room) => {
      const waiting = room.queue.filter(({ state }) => state === 'waiting');
      const keys = waiting.map((entry) => `${speakerOf(entry)} ${entry.type}`);
      expect(new Set(keys).size).toBe(keys.length);
      expect(room.queue.filter(({ state }) => state === 'speaking').length).toBeLessThanOrEqual(1);
    }));

  test('[M3] nobody but those who steer ever moves the group', () =>
    always((before, { person, name }) => {
      if (COMMAND_RULES[name].manner !== 'steering' || name === 'take-over') return;
      expect(actorIn(before, person).steers || (name === 'end' && person === AMIR)).toBe(true);
    }));

  test('[M10] ready marks are of the current stage: moving clears them, undo alone brings any back', () =>
    always((before, { name, person }, room) => {
      const moved = currentOf(room) !== currentOf(before);
      if (moved && name !== 'undo') expect(room.ready).toEqual([]);
      if (!moved && name !== 'ready') expect(room.ready).toEqual(before.ready);
      if (name === 'ready')
        expect(room.ready.filter((one) => one !== person)).toEqual(
          before.ready.filter((one) => one !== person),
        );
      const shown = projectRoom(room, new Map()).ready;
      if (shown) expect(shown.count).toBeLessThanOrEqual(shown.present);
    }));

  test('[M14] everyone is in a round once, at most one has the turn, and it loses nobody', () =>
    always((before, { name }, room) => {
      for (const { stage, turns } of room.rounds) {
        expect(room.stages.find(({ id }) => id === stage)?.kind).toBe('round');
        expect(new Set(turns.map(({ person }) => person)).size).toBe(turns.length);
        expect(turns.filter(({ state }) => state === 'now').length).toBeLessThanOrEqual(1);
        const earlier = before.rounds.find((round) => round.stage === stage);
        if (earlier && name !== 'round-start')
          for (const { person } of earlier.turns)
            expect(turns.some((turn) => turn.person === person)).toBe(true);
      }
    }));

  test('[M14] a round with somebody present still ahead never stands without a turn', () =>
    always((_, { name }, room) => {
      const round = currentRound(room);
      if (round === null || !['round-turn', 'next-person', 'round-start'].includes(name)) return;
      const waits = round.turns.some(
        ({ person, state }) => state === 'ahead' && room.present.includes(person),
      );
      if (waits) expect(atTurn(round)).not.toBeNull();
    }));

  test('[M17] who leads changes by hand alone: taken over a minute after their last sight, handed back, or chosen', () =>
    always((before, { name, person }, room, now) => {
      const lead = ({ meeting }: Room) => meeting.plan.facilitators[0];
      if (name === 'take-over') {
        expect(lead(room)).toBe(person);
        expect(now.getTime() - (before.leadSeenAt?.getTime() ?? 0)).toBeGreaterThanOrEqual(60_000);
        expect(room.meeting.plan.facilitators).toEqual(
          expect.arrayContaining([...before.meeting.plan.facilitators]),
        );
      } else if (lead(room) !== lead(before)) expect(['hand-back', 'roles']).toContain(name);
    }));

  test('[C2] words of a different view are changed by nobody but their owner', () =>
    always((before, { person }, room) => {
      for (const capture of before.captures) {
        const later = room.captures.find(({ id }) => id === capture.id);
        if (later === undefined || later.words !== capture.words) expect(person).toBe(capture.notedBy);
      }
    }));
});

test('[M9] paused and resumed a hundred times, a timer has lost only the time it ran', () =>
  fc.assert(
    fc.property(fc.array(fc.record({ run: fc.nat(90), rest: fc.nat(900) }), { maxLength: 100 }), (turns) => {
      let room = aRoom(2);
      let seconds = 0;
      let ran = 0;
      const now = () => by(FELICITY, after(seconds));
      const press = (name: 'start' | 'pause' | 'resume') => {
        const answer = decide(room, name, {}, room.meeting.rev, now());
        if (!('room' in answer)) throw new Error(JSON.stringify(answer));
        room = answer.room;
      };
      press('start');
      for (const { run, rest } of turns) {
        seconds += run;
        ran += run;
        press('pause');
        seconds += rest;
        press('resume');
      }
      if (room.meeting.phase !== 'live') throw new Error('not live');
      expect(remainingMs(room.meeting.timer, after(seconds))).toBe(600_000 - ran * 1000);
      expect(room.stages[0]?.spentMs).toBe(ran * 1000);
    }),
  ));
