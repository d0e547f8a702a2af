import type { App, SignedIn } from '../app.ts';
import { bearerWords, identifyBearer } from './identify-bearer.ts';

/**
 * Who asks at a door for programs that only read: by a token with the scope `read`, or by their sign-in. 401 in JSON for
 * nobody; a token that does not open it is not saved by a cookie that comes with it.
 */
export async function requireReader(
  { app, person }: { app: App; person: SignedIn | null },
  request: Request,
): Promise<SignedIn> {
  const header = request.headers.get('authorization');
  if (header === null) {
    if (person) return person;
    throw unauthorised('Sign in first, or bring a token.');
  }
  const bearer = await identifyBearer(app, bearerWords(header));
  if (bearer?.may('read')) return bearer.person;
  throw unauthorised('This token does not open this.');
}

const unauthorised = (refused: string) =>
  Response.json({ refused }, { status: 401, headers: { 'WWW-Authenticate': 'Bearer' } });
