import { expect, test } from 'vitest';
import { rendered } from '#app/components/testing.tsx';
import { Queue } from './queue.tsx';
import { type RoomContext, RoomProvider } from './room-context.ts';
import { type RoomUi, RoomUiProvider } from './room-ui.ts';
import { SheetLine } from './sheet-line.tsx';

const person = (id: string) => ({ id, name: id, letters: id.slice(0, 1), hue: 1 });
const turn = (id: string) => ({
  id,
  type: 'question',
  words: '',
  by: person(id),
  raisedFor: null,
  target: null,
});

/** The queue as somebody sees it while Amir speaks and Otto waits. */
function queueOf(
  steers: boolean,
  remoteHands: string | null,
  { phase = 'live', me = 'Felicity', shows = <Queue /> } = {},
): string {
  const facts = {
    room: { speaking: turn('Amir'), queueOpen: true },
    phase,
    waiting: [turn('Otto')],
    own: { actor: { id: me, steers } },
    people: [{ user: person('Otto'), where: 'remote' }],
    facilitator: null,
    may: () => true,
  };
  return rendered(
    <RoomProvider value={facts as unknown as RoomContext}>
      <RoomUiProvider value={{ face: 'full', remoteHands } as RoomUi}>{shows}</RoomUiProvider>
    </RoomProvider>,
    { at: '/meetings/m' },
  ).words;
}

test('[M18] that a room talks among itself stands above the next speaker, marked as seen by those who steer alone', () => {
  const said = 'The last three to speak were in the room. Otto and Grace are remote and wait.';
  expect(queueOf(true, said)).toMatch(
    /Only facilitators see this.*are remote and wait\..*Amir is speaking.*Next speaker/,
  );
  expect(queueOf(true, null)).not.toContain('Only facilitators see this');
  expect(queueOf(false, null)).toContain('Otto');
});

test('[M19] after the end nobody is next in line: what was not come to stays to be read, and takes no press', () => {
  expect(queueOf(false, null, { me: 'Otto' })).toMatch(/You.*next in line.*Withdraw/);
  const over = { phase: 'ended', me: 'Otto' };
  expect(queueOf(false, null, over)).toMatch(/Not called on before the end\..*You/);
  for (const steers of [true, false])
    expect(queueOf(steers, null, over)).not.toMatch(/in line|Change|Withdraw|Take out|speaking|Next/);
  expect(queueOf(false, null, { shows: <SheetLine /> })).toMatch(/Amir is speaking.*then Otto/);
  expect(queueOf(true, null, { ...over, shows: <SheetLine /> })).toBe('');
});
