import { expect, test } from 'vitest';
import type { WriteUp } from '#domain/write-up.ts';
import { after, aRoom, aStage, by, FELICITY, PRIYA } from './a-room.ts';
import type { CommandBodies } from './command.ts';
import { decide } from './decide.ts';
import type { Room } from './meeting.ts';
import { projectRoom } from './project-room.ts';
import { FIRST_CHOICES, projectScreen } from './screen.ts';

const WRITE_UP: WriteUp = { title: '', standfirst: '', sections: [], findings: [], moments: [] };

const captured = (room: Room, body: CommandBodies['capture']): Room => {
  const done = decide(room, 'capture', body, room.meeting.rev, by(PRIYA, after(1)));
  if (!('room' in done)) throw new Error(JSON.stringify(done));
  return done.room;
};

/** The wall while the group stands in a stage of this kind, with two different views and a question kept. */
const wallAt = (kind: 'different-views' | 'open-floor') => {
  const begun = decide(aRoom([{ ...aStage(1), kind, targets: [] }]), 'start', {}, 0, by(FELICITY, after(0)));
  if (!('room' in begun)) throw new Error(JSON.stringify(begun));
  const room = (['different-view', 'question', 'different-view'] as const).reduce(
    (before, of) => captured(before, { kind: of, words: 'as it was said' }),
    begun.room,
  );
  return projectScreen(projectRoom(room, new Map()), room.stages, WRITE_UP, FIRST_CHOICES, new Date(0));
};

test('[M21] where different views are asked for, the wall says how many everyone has on their own screen, and none of their words', () => {
  expect(wallAt('different-views')).toMatchObject({ stage: { views: 2 } });
  expect(JSON.stringify(wallAt('different-views'))).not.toContain('as it was said');
  expect(wallAt('open-floor')).toMatchObject({ stage: { views: 0 } });
});
