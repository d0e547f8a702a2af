import { expect, test } from 'vitest';
import { rendered } from '#app/components/testing.tsx';
import type { CommandName } from '#domain/meeting/command.ts';
import { KeysAndEnd } from './foot-participant.tsx';
import { type RoomContext, RoomProvider } from './room-context.ts';
import { type RoomUi, RoomUiProvider } from './room-ui.ts';

test('[M2] an analyst who does not facilitate finds the way to end the meeting; others have the keys alone', () => {
  const foot = (mayEnd: boolean) =>
    rendered(
      <RoomProvider
        value={{ may: (name: CommandName) => name === 'end' && mayEnd } as unknown as RoomContext}
      >
        <RoomUiProvider value={{} as RoomUi}>
          <KeysAndEnd />
        </RoomUiProvider>
      </RoomProvider>,
      { at: '/meetings/m' },
    ).words;
  expect(foot(true)).toMatch(/More.*Keys.*End the meeting…/);
  expect(foot(false)).not.toContain('End the meeting');
  expect(foot(false)).toContain('Keys');
});
