import { expect, test } from 'vitest';
import { rendered } from '#app/components/testing.tsx';
import { after, aRoom, aStage, by, FELICITY } from '#domain/meeting/a-room.ts';
import { decide } from '#domain/meeting/decide.ts';
import type { Room } from '#domain/meeting/meeting.ts';
import { projectRoom } from '#domain/meeting/project-room.ts';
import { Drift } from './drift.tsx';
import { type RoomContext, RoomProvider } from './room-context.ts';

const MINUTE = 60;

/** An hour planned from ten, with an hour's agenda; steered at these minutes. */
const steered = (...steps: [command: 'start' | 'pause' | 'resume' | 'next', minute: number][]): Room =>
  steps.reduce(
    (room, [command, minute]) => {
      const answer = decide(room, command, {}, room.meeting.rev, by(FELICITY, after(minute * MINUTE)));
      if (!('room' in answer)) throw new Error(`${command}: ${JSON.stringify(answer)}`);
      return answer.room;
    },
    aRoom([aStage(1, 10), aStage(2, 30), aStage(3, 20)]),
  );

const said = (room: Room, minute: number) =>
  rendered(
    <RoomProvider value={{ zone: 'UTC', may: () => true } as unknown as RoomContext}>
      <Drift room={projectRoom(room, new Map())} now={after(minute * MINUTE).getTime()} />
    </RoomProvider>,
    { at: '/meetings/m' },
  ).words;

test('[M9] begun when planned, and on time', () => {
  expect(said(steered(['start', 0]), 5)).toBe('On time; would end at 11:00.');
});

test('[M9] begun ten minutes late it is ten minutes past its time, however well its stages go', () => {
  expect(said(steered(['start', 10]), 15)).toBe(
    '10 min past its time; would end at 11:10. Take 10 from “Stage 2”? Do that',
  );
});

test('[M9] so it is after a pause of ten minutes, and while one lasts', () => {
  const paused = steered(['start', 0], ['pause', 5]);
  expect(said(paused, 9)).toMatch(/^4 min past its time; would end at 11:04\./);
  expect(said(steered(['start', 0], ['pause', 5], ['resume', 15]), 16)).toMatch(
    /^10 min past its time; would end at 11:10\./,
  );
});

test('[M9] with time in hand it is ahead or behind its stages', () => {
  expect(said(steered(['start', -15]), 0)).toBe('5 min behind; would end at 10:50.');
  expect(said(steered(['start', 0], ['next', 6]), 6)).toBe('4 min ahead; would end at 10:56.');
});
