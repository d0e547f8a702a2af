import { expect, test } from 'vitest';
import { rendered } from '#app/components/testing.tsx';
import { type RoomContext, RoomProvider } from '../room-context.ts';
import { type RoomUi, RoomUiProvider } from '../room-ui.ts';
import { BearingOnIdea } from './bearing.tsx';

const MITIGATOR = {
  id: 'f',
  kind: 'mitigator',
  title: 'A spare image',
  blocks: [],
  moments: [],
  evidence: [],
};

/** What stands beside, before an idea is open, in a step of the session. */
function besideIn(kind: 'learned' | 'outcome', findings: readonly object[]): string {
  const facts = {
    room: { stages: [{ id: 's', kind }], current: { stage: 's' }, session: null },
    writeUp: { findings },
    own: { actor: { steers: false } },
  };
  return rendered(
    <RoomProvider value={facts as unknown as RoomContext}>
      <RoomUiProvider value={{ chosen: null } as RoomUi}>
        <BearingOnIdea />
      </RoomUiProvider>
    </RoomProvider>,
    { at: '/meetings/m' },
  ).words;
}

test('[S9] what stands beside no idea yet is said to bear on the whole; at the end nothing is promised any more', () => {
  expect(besideIn('learned', [])).toBe('Once an idea is open, what bears on it stands here.');
  expect(besideIn('learned', [MITIGATOR])).toMatch(
    /^These bear on the whole; a finding joins them once an idea is open\..*A spare image/,
  );
  expect(besideIn('outcome', [MITIGATOR])).toMatch(/^Mitigator/);
});
