import { expect, test } from 'vitest';
import { rendered } from '#app/components/testing.tsx';
import { SessionProvider } from '#app/components/writing/use-session.tsx';
import type { WritingSession } from '#app/components/writing/writing-session.ts';
import type { LinkState } from '#collab/client/link.ts';
import { createStore } from '#collab/client/store.ts';
import { CLOSE, type CloseReason } from '#collab/document/close-reasons.ts';
import { ConnectionBar } from './connection-bar.tsx';
import { type RoomContext, RoomProvider } from './room-context.ts';

/** What the bar says first, of the room's connection and of the one its write-up is written over. */
function barOf(
  link: Partial<LinkState>,
  { writing = null, guest = false }: { writing?: CloseReason | null; guest?: boolean } = {},
) {
  const session = { open: { status: createStore({ reason: writing }), retry: () => {} } };
  const facts = {
    link: { phase: 'connected', everSynced: true, reason: null, blocked: false, ...link },
    own: { actor: { guest } },
  };
  const { words, links } = rendered(
    <SessionProvider value={session as unknown as WritingSession}>
      <RoomProvider value={facts as unknown as RoomContext}>
        <ConnectionBar retry={() => {}} />
      </RoomProvider>
    </SessionProvider>,
    { at: '/meetings/m' },
  );
  return { words, links };
}

const stopped = (reason: CloseReason) => ({ phase: 'stopped', reason }) as const;

test('[P7] a room that has ended for a reason says what helps: signing in, the code for a guest, loading it again, trying again', () => {
  expect(barOf({}).words).toBe('');
  const out = barOf(stopped(CLOSE.signedOut));
  expect(out.words).toMatch(/^You are signed out\..* Sign in and then go on here$/);
  expect(out.links).toEqual(['/sign-in']);
  const guest = barOf(stopped(CLOSE.signedOut), { guest: true });
  expect(guest.words).not.toContain('Sign in');
  expect(guest.links).toEqual(['/guest']);
  expect(barOf(stopped(CLOSE.reload)).words).toMatch(/ Reload$/);
  expect(barOf(stopped(CLOSE.notThere)).words).toMatch(/ Try now$/);
});

test('[bad input 16] what stops the write-up alone is said in the room; what goes on by itself, or is told where they wrote, is not', () => {
  expect(barOf({}, { writing: CLOSE.documentFull }).words).toMatch(/largest size.* Try again$/);
  expect(barOf({}, { writing: CLOSE.erased }).words).toMatch(/erased.* Reload$/);
  expect(barOf({}, { writing: CLOSE.cannotSave }).words).toBe('');
  expect(barOf({}, { writing: CLOSE.notThere }).words).toBe('');
});

test('a network that lets no live connection through is named: the room still moves', () => {
  expect(barOf({ phase: 'connecting', everSynced: false, blocked: true }).words).toMatch(
    /^This network does not let live connections through\. The room moves here all the same/,
  );
});

test('a connection that only went quiet is told by what is so here, never by how it was noticed', () => {
  const quiet = barOf({ phase: 'connecting', reason: CLOSE.silent, blocked: true });
  expect(quiet.words).toMatch(/^This network does not let live connections through\./);
  expect(quiet.words).not.toContain('quiet');
});
