import { SIGN_IN_DAYS } from './sign-in-times.ts';

/** Over https the name's prefix makes browsers refuse a cookie set by another host or without Secure. */
const nameFor = (origin: string) => (origin.startsWith('https:') ? '__Host-soak' : 'soak');
const COOKIE_HEADER_MAX = 16_384;

/** The sign-in's token in a Cookie header, or null. Sent twice, none counts: one of them is not ours. */
export function readSignInCookie(header: string | null | undefined, origin: string): string | null {
  if (!header || header.length > COOKIE_HEADER_MAX) return null;
  const name = nameFor(origin);
  const values = header
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(`${name}=`))
    .map((pair) => pair.slice(name.length + 1));
  const [first] = values;
  return first !== undefined && values.every((value) => value === first) ? first : null;
}

/** True when a Cookie header carries a sign-in of either name, valid or not. */
export const carriesSignIn = (header: string): boolean => /(?:^|;)\s*(?:__Host-)?soak=/.test(header);

export const signInCookie = (token: string, origin: string): string =>
  `${nameFor(origin)}=${token}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${SIGN_IN_DAYS * 86_400}${secure(origin)}`;

export const signedOutCookie = (origin: string): string =>
  `${nameFor(origin)}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0${secure(origin)}`;

const secure = (origin: string) => (origin.startsWith('https:') ? '; Secure' : '');
