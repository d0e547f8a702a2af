import { expect, test } from 'vitest';
import { rendered } from '#app/components/testing.tsx';
import { after, aRoom, by, FELICITY } from '#domain/meeting/a-room.ts';
import { decide } from '#domain/meeting/decide.ts';
import type { Room } from '#domain/meeting/meeting.ts';
import { projectRoom } from '#domain/meeting/project-room.ts';
import { Agenda } from './agenda.tsx';
import { type RoomContext, RoomProvider } from './room-context.ts';

const steered = (...steps: [command: 'start' | 'go' | 'end', body: object][]): Room =>
  steps.reduce((room, [command, body]) => {
    const answer = decide(room, command, body as never, room.meeting.rev, by(FELICITY, after(60)));
    if (!('room' in answer)) throw new Error(JSON.stringify(answer));
    return answer.room;
  }, aRoom(3));

const agendaOf = (room: Room): string => {
  const facts = {
    room: projectRoom(room, new Map()),
    own: { actor: { steers: false } },
    zone: 'UTC',
    clock: { now: () => after(60).getTime() },
    phase: room.meeting.phase,
  };
  return rendered(
    <RoomProvider value={facts as unknown as RoomContext}>
      <Agenda />
    </RoomProvider>,
    { at: '/meetings/m' },
  ).html;
};

test('[M19] a stage the group passed over is called skipped while it can still be gone to, and not reached after the end', () => {
  const last = aRoom(3).stages[2]?.id;
  const before = agendaOf(steered(['start', {}], ['go', { stage: last }]));
  expect(before).toContain('Stage 2<small>skipped</small>');
  const after = agendaOf(steered(['start', {}], ['go', { stage: last }], ['end', {}]));
  expect(after).toContain('Stage 2<small>not reached</small>');
  expect(after).not.toContain('skipped');
});
