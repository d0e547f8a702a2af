import { expect, test } from 'vitest';
import { rendered } from '#app/components/testing.tsx';
import { SessionProvider } from '#app/components/writing/use-session.tsx';
import type { WritingSession } from '#app/components/writing/writing-session.ts';
import { createStore } from '#collab/client/store.ts';
import type { Finding } from '#domain/write-up.ts';
import { FindingOnStage } from './finding-on-stage.tsx';
import { type RoomContext, RoomProvider } from './room-context.ts';
import { type RoomUi, RoomUiProvider } from './room-ui.ts';

const facts = {
  room: { current: { spotlight: null, targets: [] } },
  own: { actor: { id: 'otto', steers: false } },
  captures: [],
  zone: 'UTC',
  may: () => 'not theirs',
} as unknown as RoomContext;

const open = { status: createStore({ ready: true, mode: 'write', reason: null }) };

const onStage = (kind: Finding['kind']) =>
  rendered(
    <RoomProvider value={facts}>
      <RoomUiProvider value={{ face: 'full', chosen: null, view: {} } as unknown as RoomUi}>
        <SessionProvider value={{ open } as unknown as WritingSession}>
          <FindingOnStage
            finding={
              {
                id: 'f',
                kind,
                title: 'A full disk',
                blocks: [],
                reasonable: [],
                ended: [],
              } as unknown as Finding
            }
          />
        </SessionProvider>
      </RoomUiProvider>
    </RoomProvider>,
    { at: '/meetings/m' },
  ).words;

test('[P4] notes go into each of a red herring’s three parts, as into the text of any other finding', () => {
  expect(onStage('contributor').match(/Write here/g)).toHaveLength(1);
  expect(onStage('red-herring')).toMatch(
    /What it was.*Write here.*What made it reasonable.*Write here.*What ended it.*Write here/,
  );
});
