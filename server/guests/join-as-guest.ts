import type { Identified } from '#collab/server/options.ts';
import type { App } from '../app.ts';
import { identifyGuest } from './identify-guest.ts';

/** A guest at the collaboration server's door: one room, to read. */
export async function joinAsGuest(
  app: Pick<App, 'db' | 'clock' | 'origin'>,
  cookie: string | undefined,
): Promise<Identified | null> {
  const guest = await identifyGuest(app, cookie);
  if (guest === null) return null;
  const { id, name, faceHue, guestOf } = guest;
  return { id, name, faceHue, signIn: id, guestOf };
}
