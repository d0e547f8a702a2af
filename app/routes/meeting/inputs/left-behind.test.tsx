import { expect, test } from 'vitest';
import { rendered } from '#app/components/testing.tsx';
import type { StageShown } from '#domain/meeting/projection.ts';
import type { Target } from '#domain/meeting/target.ts';
import type { WriteUp } from '#domain/write-up.ts';
import { type RoomContext, RoomProvider } from '../room-context.ts';
import { type RoomUi, RoomUiProvider } from '../room-ui.ts';
import { LeftBehind } from './left-behind.tsx';

const stage = (id: string, kind: string, state = 'left', opened = false) =>
  ({ id, kind, title: `Title of ${id}`, state, opened }) as StageShown;
const STAGES = [
  stage('box', 'unsaid'),
  stage('open', 'unsaid', 'left', true),
  stage('views', 'different-views', 'now'),
  stage('ahead', 'unsaid', 'ahead'),
  stage('poll', 'poll', 'left', true),
];

interface Where {
  shown?: string;
  spotlight?: Target | null;
  around?: Target | null;
  face?: string;
  guest?: true;
}

const FINDING: Target = { type: 'finding', id: 'f', section: null };

const left = ({ shown = 'views', spotlight = null, around = null, face = 'full', guest }: Where = {}) =>
  rendered(
    <RoomProvider
      value={
        {
          room: { id: 'm', stages: STAGES },
          own: { actor: { id: 'priya', guest }, texts: [] },
          writeUp: { sections: [], findings: [{ id: 'f' }], moments: [] } as unknown as WriteUp,
          rehearses: false,
        } as unknown as RoomContext
      }
    >
      <RoomUiProvider
        value={
          {
            face,
            left: null,
            view: { shown: { stage: shown, spotlight, targets: [] }, around },
          } as unknown as RoomUi
        }
      >
        <LeftBehind />
      </RoomUiProvider>
    </RoomProvider>,
    { at: '/meetings/m' },
  ).words;

const BOX = '“Title of box” still takes words without a name';
const VIEWS = '“Title of views” still takes a view without a name';

test('[U1] a closed box the group has left stands there for whoever put nothing in too; an open one and one ahead do not', () => {
  expect(left()).toBe(BOX);
  expect(left({ guest: true })).toBe(BOX);
});

test('[U1] it stands there while something else is looked at, and not beside its own field', () => {
  expect(left({ shown: 'box' })).toBe(VIEWS);
  expect(left({ shown: 'box', around: FINDING })).toBe(BOX + VIEWS);
  expect(left({ shown: 'box', spotlight: FINDING })).toBe(BOX + VIEWS);
  expect(left({ shown: 'box', spotlight: FINDING, guest: true }), 'a guest’s stage keeps its field').toBe(
    VIEWS,
  );
});

test('[M3] everybody’s device has nothing of its owner’s', () => {
  expect(left({ face: 'shared' })).toBe('');
});
