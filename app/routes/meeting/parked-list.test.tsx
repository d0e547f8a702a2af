import { expect, test } from 'vitest';
import { rendered } from '#app/components/testing.tsx';
import { ParkedList } from './parked-list.tsx';
import { type RoomContext, RoomProvider } from './room-context.ts';

const parkedBy = (id: string, ending: { how: 'follow-up-talk'; note: string } | null = null) => ({
  id: 'p',
  words: 'Who owns staging?',
  by: { id, name: 'Priya' },
  stage: null,
  target: null,
  isCut: false,
  ending,
});

const listed = (actor: { steers?: boolean; analyst?: boolean }, parked: object, may: true | string = true) =>
  rendered(
    <RoomProvider
      value={
        {
          parked: [parked],
          room: { stages: [] },
          own: { actor: { id: 'otto', steers: false, analyst: false, ...actor } },
          may: () => may,
        } as unknown as RoomContext
      }
    >
      <ParkedList />
    </RoomProvider>,
    { at: '/meetings/m' },
  ).words;

test('[C5] while people talk its author, a facilitator or an analyst says how something parked ends, and nobody else', () => {
  expect(listed({}, parkedBy('otto'))).toContain('Say how it ends');
  expect(listed({ steers: true }, parkedBy('priya'))).toContain('Say how it ends');
  expect(listed({ analyst: true }, parkedBy('priya'))).toContain('Say how it ends');
  expect(listed({}, parkedBy('priya'))).not.toContain('how it ends');
  expect(listed({ steers: true }, parkedBy('priya'), 'Not now.')).not.toContain('how it ends');
});

test('[C5] how it ended stands beside it, with whom or where', () => {
  const ended = parkedBy('priya', { how: 'follow-up-talk', note: 'Priya and Vera' });
  expect(listed({}, ended)).toContain('a follow-up talk: Priya and Vera');
  expect(listed({ steers: true }, ended)).toContain('Change how it ended');
});
