import { describe, expect, test } from 'vitest';
import { AMIR, after, aRoom, aStage, by, FELICITY, OTTO, PRIYA } from './a-room.ts';
import type { Context } from './acts/act.ts';
import type { CommandBodies, CommandName, RecordedName } from './command.ts';
import { decide } from './decide.ts';
import { codeFrom, codeShown, isGuestGone, mayJoinAsGuest, readCode } from './guests.ts';
import { COMMAND_RULES, factsOfMeeting, mayCommand } from './may-command.ts';
import type { Meeting, Room } from './meeting.ts';
import type { Target } from './target.ts';

const ask = <Name extends RecordedName>(
  room: Room,
  name: Name,
  body: CommandBodies[Name],
  context: Context,
) => decide(room, name, body, room.meeting.rev, context);
const must = (answer: ReturnType<typeof decide>): Room => {
  if (!('room' in answer)) throw new Error(JSON.stringify(answer));
  return answer.room;
};
const GUEST = OTTO;
const guest = (seconds: number) =>
  by(GUEST, after(seconds), { actor: { id: GUEST, steers: false, analyst: false, guest: true } });
const started = (room = aRoom()) => must(ask(room, 'start', {}, by(FELICITY, after(0))));

describe('a code', () => {
  test('[G3] has eight letters and figures nobody mistakes, and is read however it is typed', () => {
    const code = codeFrom(Uint8Array.from({ length: 8 }, (_, at) => at * 37));
    expect(code).toMatch(/^[2-9A-HJ-NP-Z]{8}$/);
    const every = codeFrom(Uint8Array.from({ length: 8 }, () => 255)) + codeFrom(new Uint8Array(8));
    expect(every).toBe('ZZZZZZZZ22222222');
    expect(readCode(` ${codeShown(code).toLowerCase()}-`)).toBe(code);
    for (const wrong of ['', 'ABCD', `${code}A`, 'ABCD 0123', 'ÄBCD EFGH'])
      expect(readCode(wrong)).toBeNull();
  });
  test('[G1] [G3] lets in while the lobby is open or the meeting live, where the review allows guests', () => {
    const { meeting } = aRoom();
    const may = (one: Meeting, seconds: number, allowed = true, guests = 0) =>
      mayJoinAsGuest(one, allowed, guests, after(seconds)) === true;
    expect(may(meeting, -15 * 60 - 1)).toBe(false);
    expect(may(meeting, -15 * 60)).toBe(true);
    expect(may(meeting, 0, false)).toBe(false);
    expect(may(meeting, 0, true, 300)).toBe(false);
    expect(may({ ...meeting, kind: 'action' }, 0)).toBe(false);
    const live = started();
    expect(may(live.meeting, 60)).toBe(true);
    const paused = must(ask(live, 'pause', {}, by(FELICITY, after(60))));
    expect(may(paused.meeting, 61)).toBe(false);
    const ended = must(ask(live, 'end', {}, by(FELICITY, after(60))));
    expect(may(ended.meeting, 61)).toBe(false);
    expect(isGuestGone(ended.meeting, true, after(60 + 24 * 3600))).toBe(false);
    expect(isGuestGone(ended.meeting, true, after(60 + 24 * 3600 + 1))).toBe(true);
    expect(isGuestGone(live.meeting, false, after(61))).toBe(true);
  });
});

describe('a guest', () => {
  test('[G2] [M3] [M17] never steers, seals, parks, notes or takes over, whatever else they are', () => {
    const { meeting } = started();
    const facts = { ...factsOfMeeting(meeting, after(60)), teller: GUEST };
    const actor = { id: GUEST, steers: true, analyst: true, guest: true as const };
    const names = Object.keys(COMMAND_RULES) as CommandName[];
    const may = names.filter((name) => !('forbidden' in Object(mayCommand(facts, actor, name, after(60)))));
    expect(may.sort()).toEqual(
      'answer capture change-capture change-hand finish-turn lower-hand raise-hand ready round-turn seen signal unsigned withdraw-capture withdraw-text withdraw-unsigned write'
        .split(' ')
        .sort(),
    );
    for (const name of may) expect(COMMAND_RULES[name].manner, name).not.toBe('steering');
  });
  test('[G2] [M12] raises a hand, and one for somebody beside them: that belongs to its label', () => {
    const one = must(ask(started(), 'raise-hand', { type: 'question' }, guest(10)));
    const both = must(ask(one, 'raise-hand', { type: 'question', for: 'Lena' }, guest(11)));
    expect(both.queue.map(({ raisedFor }) => raisedFor)).toEqual([null, 'Lena']);
    expect(ask(both, 'raise-hand', { type: 'question', for: 'lena' }, by(PRIYA, after(12)))).toHaveProperty(
      'refused',
    );
  });
  test('[G2] [C2] captures their own words or a label’s, and puts none into the mouth of somebody with an account', () => {
    const kept = must(ask(started(), 'capture', { kind: 'insight', words: 'It was quiet.' }, guest(10)));
    expect(kept.captures[0]).toMatchObject({ notedBy: GUEST, confirmed: true });
    const body = { kind: 'insight' as const, words: 'Said.', forPerson: PRIYA };
    expect(ask(kept, 'capture', body, guest(11))).toHaveProperty('forbidden');
  });
});

describe('whoever tells a part', () => {
  const section = (id: string): Target => ({ type: 'section', id, section: null });
  const told = () => started(aRoom([{ ...aStage(1), teller: PRIYA }, aStage(2)]));
  const lights = (room: Room, who: typeof PRIYA, target: Target | null) =>
    ask(room, 'spotlight', { target }, by(who, after(30)));

  test('[M3] lights what is in their part while the group is there, and nothing else', () => {
    const room = told();
    expect(lights(room, PRIYA, section('section-1'))).toHaveProperty('room');
    expect(lights(room, PRIYA, { type: 'block', id: 'b', section: 'section-1' })).toHaveProperty('room');
    expect(lights(room, PRIYA, null)).toHaveProperty('room');
    expect(lights(room, PRIYA, section('section-2'))).toHaveProperty('forbidden');
    expect(lights(room, AMIR, section('section-1'))).toHaveProperty('forbidden');
    expect(ask(room, 'bring-everyone', {}, by(PRIYA, after(31)))).toHaveProperty('forbidden');
    const next = must(ask(room, 'next', {}, by(FELICITY, after(40))));
    expect(lights(next, PRIYA, section('section-2'))).toHaveProperty('forbidden');
  });
  test('[M4] a second light of theirs that did not know the first is a conflict', () => {
    const room = told();
    const lit = must(lights(room, PRIYA, section('section-1')));
    const late = decide(lit, 'spotlight', { target: null }, room.meeting.rev, by(PRIYA, after(31)));
    expect(late).toEqual({ conflict: true });
  });
});
