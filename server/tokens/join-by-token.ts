import type { Identified } from '#collab/server/options.ts';
import type { App } from '../app.ts';
import { identifyBearer } from './identify-bearer.ts';

/** Who comes to a shared document by a token: a reader, unless it may write; what its owner may not do it may not either. */
export async function joinByToken(
  app: Pick<App, 'db' | 'signInClock'>,
  words: string,
): Promise<Identified | null> {
  const bearer = await identifyBearer(app, words);
  if (!bearer?.may('read')) return null;
  const { id, name, faceHue, signIn, expiresAt } = bearer.person;
  const who = { id, name, faceHue, signIn, ...(expiresAt && { expiresAt }) };
  return bearer.may('write') ? who : { ...who, only: 'read' };
}
