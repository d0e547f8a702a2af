import { createContext, type RouterContextProvider, redirect } from 'react-router';
import type { App, Asking, SignedIn } from '#server/app.ts';
import type { InRoom } from '#server/guests/guest.ts';
import { carriesGuest } from '#server/guests/guest-cookie.ts';
import { identifyGuest } from '#server/guests/identify-guest.ts';

/** The key main hands the request's facts down by; main takes it from the built app (`entry.server.tsx`), never from this file. */
export const askingContext = createContext<Asking>();

type Context = Readonly<RouterContextProvider>;

export const asking = (context: Context): Asking => context.get(askingContext);

/** The signed-in person and the app, or a way to the sign-in page that leads back here. */
export function requirePerson(context: Context, request: Request): { app: App; person: SignedIn } {
  const { app, person } = asking(context);
  if (person) return { app, person };
  const url = new URL(request.url);
  const back = request.method === 'GET' ? url.pathname.replace(/\.data$/, '') + url.search : '/';
  throw redirect(back === '/' ? '/sign-in' : `/sign-in?redirectTo=${encodeURIComponent(back)}`);
}

/** The same for programs: 401 in JSON instead of a page to sign in on. */
export function requireProgram(context: Context): { app: App; person: SignedIn } {
  const { app, person } = asking(context);
  if (person) return { app, person };
  throw Response.json({ refused: 'Sign in first.' }, { status: 401 });
}

/** Whoever may be in this meeting's room: signed in, or its guest by their cookie (G1). 401 in JSON for everybody else. */
export async function requireInRoom(
  context: Context,
  request: Request,
): Promise<{ app: App; person: InRoom }> {
  const { app, person } = asking(context);
  const cookie = request.headers.get('cookie');
  const inside = person ?? (await identifyGuest(app, cookie));
  if (inside) return { app, person: inside };
  if (carriesGuest(cookie ?? ''))
    throw Response.json(
      { refused: 'You are not in this meeting any more. Its code lets you in again while it runs.' },
      { status: 401 },
    );
  throw Response.json({ refused: 'Sign in first.' }, { status: 401 });
}
