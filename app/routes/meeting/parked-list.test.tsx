import { expect, test } from 'vitest';
import { rendered } from '#app/components/testing.tsx';
import { ParkedList } from './parked-list.tsx';
import { type RoomContext, RoomProvider } from './room-context.ts';
import { type RoomUi, RoomUiProvider } from './room-ui.ts';

const moment = (id: string, start: string, text: string) => ({
  id,
  kind: 'observation',
  time: { certainty: 'exact', start, end: null },
  blocks: [{ type: 'text', content: [{ text }] }],
});
const MOMENTS = [
  moment('quiet', '2026-11-20T19:00:00Z', 'Nothing moves.'),
  moment('gone', '2026-11-20T23:27:00Z', 'It is gone.'),
];

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
          room: {
            stages: [{ id: 'walk', title: 'The evening', kind: 'walk', state: 'now' }],
            current: null,
            toldTo: ['quiet'],
          },
          writeUp: { title: '', standfirst: '', sections: [], findings: [], moments: MOMENTS },
          momentZone: 'UTC',
          own: { actor: { id: 'otto', steers: false, analyst: false, ...actor } },
          may: () => may,
        } as unknown as RoomContext
      }
    >
      <RoomUiProvider value={{ walked: null } as RoomUi}>
        <ParkedList />
      </RoomUiProvider>
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

test('[C5] it keeps its place; what the walk has not come to is not told by it, but to those who steer', () => {
  const at = (id: string) => ({
    ...parkedBy('priya'),
    stage: 'walk',
    target: { type: 'moment', id, section: null },
  });
  expect(listed({}, at('quiet'))).toContain('Priya, at 19:00, Nothing moves');
  expect(listed({}, at('gone'))).toContain('Priya, in “The evening”');
  expect(listed({ steers: true }, at('gone'))).toContain('Priya, at 23:27, It is gone');
});
