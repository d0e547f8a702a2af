import { expect, test } from 'vitest';
import { rendered } from '#app/components/testing.tsx';
import { asId, type PersonId } from '#domain/ids.ts';
import { aRoom, by, FELICITY, START } from '#domain/meeting/a-room.ts';
import { decide } from '#domain/meeting/decide.ts';
import { projectRoom } from '#domain/meeting/project-room.ts';
import type { CaptureShown, ParkedShown } from '#domain/meeting/projection.ts';
import { LateCard } from './late-card.tsx';
import { NotedHere } from './noted-here.tsx';
import { NotedLine } from './noted-line.tsx';
import { type RoomContext, RoomProvider } from './room-context.ts';
import { type RoomUi, RoomUiProvider } from './room-ui.ts';
import type { RoomFace } from './use-face.ts';

const person = (id: string, name: string) => ({
  id: asId<PersonId>(id),
  name,
  letters: name.slice(0, 1),
  hue: 0,
});
const OTTO = person('otto', 'Otto');
const GRACE = person('grace', 'Grace');
const capture = (id: string, changes: Partial<CaptureShown> = {}): CaptureShown => ({
  id,
  kind: 'insight',
  words: `Words of ${id}`,
  isCut: false,
  stage: null,
  target: null,
  claim: '',
  notedBy: OTTO,
  forPerson: null,
  forLabel: null,
  at: '2026-11-24T10:10:00Z',
  changedAt: null,
  ...changes,
});
const forOtto = capture('for-otto', { notedBy: GRACE, forPerson: OTTO });

/** As Otto sees it, who came in at ten past ten. */
const toOtto = (part: React.ReactNode, facts: object, face: RoomFace = 'companion') =>
  rendered(
    <RoomProvider
      value={
        {
          room: {
            stages: [{ id: 's', title: 'Open floor' }],
            startedAt: '2026-11-24T10:00:00Z',
            kind: 'review',
            current: { stage: 's', targets: [], spotlight: null },
            toldTo: [],
          },
          phase: 'live',
          zone: 'UTC',
          captures: [],
          parked: [],
          own: { actor: { id: 'otto', steers: false }, unconfirmed: [] },
          writeUp: { title: '', standfirst: '', sections: [], findings: [], moments: [] },
          momentZone: 'UTC',
          ...facts,
        } as unknown as RoomContext
      }
    >
      <RoomUiProvider
        value={
          { face, arrival: { joined: Date.parse('2026-11-24T10:10:00Z'), putAway() {} } } as unknown as RoomUi
        }
      >
        {part}
      </RoomUiProvider>
    </RoomProvider>,
    { at: '/meetings/m' },
  ).words;

test('[C2] who has words waiting for their yes is told so, the noter is not, and everybody’s device keeps quiet', () => {
  const waiting = (unconfirmed: CaptureShown[], face?: RoomFace) =>
    toOtto(<NotedLine />, { own: { actor: { id: 'otto' }, unconfirmed } }, face);
  expect(waiting([forOtto], 'full')).toContain('Grace noted something for you.');
  expect(waiting([forOtto], 'shared')).toBe('');
  expect(waiting([capture('for-grace', { forPerson: GRACE })])).toBe('');
});

test('[C2] [C5] beside the wall everyone finds what they noted, and changes what is theirs', () => {
  const captures = [
    capture('mine'),
    capture('for-ann', { forLabel: 'Ann' }),
    capture('confirmed', { notedBy: GRACE, forPerson: OTTO }),
    capture('of-grace', { notedBy: GRACE }),
  ];
  const parked = [{ id: 'p', words: 'Who owns staging?', by: OTTO, stage: 's', ending: null } as ParkedShown];
  const words = toOtto(<NotedHere />, { captures, parked });
  for (const own of ['Words of mine', 'Words of for-ann', 'Words of confirmed']) expect(words).toContain(own);
  expect(words).not.toContain('Words of of-grace');
  expect(words.match(/Change/g), 'words of a label can only be withdrawn').toHaveLength(2);
  expect(words.match(/Withdraw/g)).toHaveLength(3);
  expect(words).toContain('All 4');
  const shared = toOtto(<NotedHere />, { captures, parked }, 'shared');
  expect(shared).toContain('Words of for-ann');
  expect(shared).not.toMatch(/Words of (mine|confirmed)|staging/);
});

test('[C2] what waits for a yes stands there first, with the yes', () => {
  const own = { actor: { id: 'otto' }, unconfirmed: [forOtto] };
  expect(toOtto(<NotedHere />, { own })).toMatch(/Words of for-otto.*Yes, show it as mine/);
  expect(toOtto(<NotedHere />, { own }, 'shared')).toBe('');
});

test('a late joiner’s card stands beside the wall too, and not on everybody’s device', () => {
  const begun = decide(aRoom(), 'start', {}, 0, by(FELICITY, START));
  if (!('room' in begun)) throw new Error('it could not be started');
  const room = projectRoom(begun.room, new Map());
  expect(toOtto(<LateCard />, { room })).toContain('The group is in “Stage 1”');
  expect(toOtto(<LateCard />, { room }, 'shared')).toBe('');
});
