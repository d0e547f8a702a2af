import { describe, expect, test } from 'vitest';
import { AMIR, after, aRoom, by, FELICITY, OTTO, PRIYA } from './a-room.ts';
import { decide } from './decide.ts';
import { isForgotten, pauseForgotten } from './forgotten.ts';
import type { Room } from './meeting.ts';
import { projectRoom } from './project-room.ts';
import type { TakeOverPolicy } from './take-over.ts';

const steers = (room: Room, who: typeof OTTO) => room.meeting.plan.facilitators.includes(who);
const ask = (
  room: Room,
  name: 'take-over' | 'hand-back' | 'start' | 'next' | 'resume',
  who: typeof OTTO,
  seconds: number,
) =>
  decide(
    room,
    name,
    {},
    room.meeting.rev,
    by(who, after(seconds), { actor: { id: who, steers: steers(room, who), analyst: false } }),
  );
const press = (...asked: Parameters<typeof ask>): Room => {
  const answer = ask(...asked);
  if (!('room' in answer)) throw new Error(JSON.stringify(answer));
  return answer.room;
};
/** Felicity leads, Amir helps; she was last seen 100 s in. */
function running(policy: TakeOverPolicy): Room {
  const room = aRoom();
  const plan = { ...room.meeting.plan, facilitators: [FELICITY, AMIR], takeOver: policy };
  const started = press({ ...room, meeting: { ...room.meeting, plan } }, 'start', FELICITY, 0);
  return { ...started, leadSeenAt: after(100), present: [AMIR, PRIYA, OTTO] };
}
const leads = (room: Room) => room.meeting.plan.facilitators;

describe('taking over', () => {
  test('[M17] is possible once the facilitator has been away for a minute, not a moment before', () => {
    expect(ask(running('co-facilitators'), 'take-over', AMIR, 159)).toHaveProperty('refused');
    expect(leads(press(running('co-facilitators'), 'take-over', AMIR, 160))).toEqual([AMIR, FELICITY]);
  });
  test('[M17] of one never seen, the minute counts from the start', () => {
    const never = { ...running('anyone'), leadSeenAt: null };
    expect(ask(never, 'take-over', PRIYA, 59)).toHaveProperty('refused');
    expect(leads(press(never, 'take-over', PRIYA, 60))[0]).toBe(PRIYA);
  });
  test('[M17] is for those the plan names', () => {
    expect(ask(running('co-facilitators'), 'take-over', PRIYA, 300)).toHaveProperty('forbidden');
    expect(leads(press(running('anyone'), 'take-over', PRIYA, 300))).toEqual([PRIYA, FELICITY, AMIR]);
    for (const who of [AMIR, PRIYA])
      expect(ask(running('nobody'), 'take-over', who, 300)).toHaveProperty('forbidden');
    expect(ask(running('anyone'), 'take-over', FELICITY, 300)).toHaveProperty('refused');
  });
  test('[M17] “anyone” is somebody in the room', () => {
    const away = { ...running('anyone'), present: [OTTO] };
    expect(ask(away, 'take-over', PRIYA, 300)).toHaveProperty('refused');
    expect(leads(press(away, 'take-over', AMIR, 300))[0]).toBe(AMIR);
    expect(leads(press(away, 'take-over', OTTO, 300))[0]).toBe(OTTO);
  });
  test('[M17] co-facilitators have all powers at once', () => {
    expect(ask(running('nobody'), 'next', AMIR, 101)).toHaveProperty('room');
  });
  test('[M4] [M17] of two who take over at once one does, and the other sees who leads', () => {
    const room = running('anyone');
    const first = press(room, 'take-over', PRIYA, 300);
    const second = decide(first, 'take-over', {}, room.meeting.rev, by(OTTO, after(300)));
    expect(second).toEqual({ conflict: true });
  });
  test('[M17] is one event with who led and who leads, and everyone can read it', () => {
    const answer = ask(running('anyone'), 'take-over', PRIYA, 300);
    expect(answer).toMatchObject({
      event: { command: 'take-over', about: { leads: PRIYA, before: FELICITY } },
    });
    if (!('room' in answer)) return;
    expect(projectRoom(answer.room, new Map()).lead.relieved).toMatchObject({
      from: { id: FELICITY },
      by: { id: PRIYA },
      at: after(300).toISOString(),
    });
  });
});

describe('coming back', () => {
  test('[M17] whoever led is beside the one who took over, and neither is restored nor displaced by being seen', () => {
    const taken = press(running('anyone'), 'take-over', PRIYA, 300);
    const back = press({ ...taken, leadSeenAt: after(310) }, 'next', FELICITY, 320);
    expect(leads(back)).toEqual([PRIYA, FELICITY, AMIR]);
  });
  test('[M17] handing back restores who facilitated, in their order', () => {
    const back = press(press(running('anyone'), 'take-over', PRIYA, 300), 'hand-back', PRIYA, 330);
    expect(leads(back)).toEqual([FELICITY, AMIR]);
    expect(ask(back, 'hand-back', FELICITY, 340)).toHaveProperty('refused');
    expect(ask(back, 'next', PRIYA, 340)).toHaveProperty('forbidden');
  });
  test('[M17] hands that choose anew who facilitates leave nothing to hand back', () => {
    const taken = press(running('anyone'), 'take-over', PRIYA, 300);
    const chosen = decide(
      taken,
      'roles',
      { facilitators: [AMIR] },
      taken.meeting.rev,
      by(PRIYA, after(310), { actor: { id: PRIYA, steers: true, analyst: false } }),
    );
    expect(chosen).toMatchObject({ room: { meeting: { relieved: null } } });
  });
});

describe('a meeting nobody steers any more', () => {
  const MINUTES = 60;
  test('[M18] is forgotten half an hour past its planned end, if as long nobody has steered', () => {
    const { meeting } = running('nobody');
    const at = (minutes: number) => after(minutes * MINUTES);
    expect(isForgotten(meeting, at(0), at(89.9))).toBe(false);
    expect(isForgotten(meeting, at(0), at(90))).toBe(true);
    expect(isForgotten(meeting, at(80), at(109))).toBe(false);
    expect(isForgotten(meeting, at(80), at(110))).toBe(true);
  });
  test('[M18] is paused, never ended, and goes on as if by hand', () => {
    const room = running('nobody');
    const decision = pauseForgotten(room, after(0), after(91 * MINUTES));
    expect(decision?.event).toMatchObject({ command: 'pause', rev: room.meeting.rev + 1 });
    if (!decision) return;
    expect(projectRoom(decision.room, new Map())).toMatchObject({ phase: 'paused', pausedByItself: true });
    expect(pauseForgotten(decision.room, after(0), after(92 * MINUTES))).toBeNull();
    const on = press(decision.room, 'resume', FELICITY, 100 * MINUTES);
    expect(projectRoom(on, new Map())).toMatchObject({ phase: 'live', pausedByItself: false });
  });
  test('[M18] a planned, paused or ended one is left alone', () => {
    expect(isForgotten(aRoom().meeting, null, after(200 * MINUTES))).toBe(false);
  });
});
