import { expect, test } from 'vitest';
import { after, aRoom, aStage, by, FELICITY, PRIYA } from './a-room.ts';
import type { CommandBodies, RecordedName } from './command.ts';
import { decide } from './decide.ts';
import type { Room } from './meeting.ts';

const must = <Name extends RecordedName>(
  room: Room,
  name: Name,
  body: CommandBodies[Name],
  person: typeof PRIYA,
  seconds: number,
): Room => {
  const answer = decide(room, name, body, room.meeting.rev, by(person, after(seconds)));
  if (!('room' in answer)) throw new Error(JSON.stringify(answer));
  return answer.room;
};

test('[C1] [C5] what was begun in one stage and kept in the next stays with the first', () => {
  const [first, second] = [aStage(1).id, aStage(2).id];
  const started = must(aRoom(), 'start', {}, FELICITY, 0);
  const next = must(started, 'next', {}, FELICITY, 4);
  const begun = { words: 'Silence is output too.', stage: first, target: null };
  const kept = must(next, 'capture', { kind: 'insight', ...begun }, PRIYA, 5);
  expect(kept.captures[0]).toMatchObject({ stage: first, target: null });
  expect(must(next, 'park', begun, PRIYA, 5).parked[0]).toMatchObject({ stage: first, target: null });
  const gone = must(next, 'stage-remove', { stage: first }, FELICITY, 5);
  const late = must(gone, 'capture', { kind: 'insight', ...begun }, PRIYA, 6);
  expect(late.captures[0], 'its stage was taken out meanwhile').toMatchObject({ stage: second });
});
