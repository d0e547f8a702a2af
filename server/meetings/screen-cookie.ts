import type { MeetingId } from '#domain/ids.ts';

/** Without `Path=/` a name may not begin with `__Host-`. */
const nameFor = (origin: string) => (origin.startsWith('https:') ? '__Secure-soak-screen' : 'soak-screen');
const COOKIE_HEADER_MAX = 16_384;
/** Longer than any meeting and its day of reopening; the server decides when it is over. */
const MAX_AGE_S = 7 * 86_400;

/** The screen's token in a Cookie header; browsers send it to the addresses of this one screen alone. */
export function readScreenCookie(header: string | null | undefined, origin: string): string | null {
  if (!header || header.length > COOKIE_HEADER_MAX) return null;
  const start = `${nameFor(origin)}=`;
  const pair = header
    .split(';')
    .map((one) => one.trim())
    .find((one) => one.startsWith(start));
  return pair?.slice(start.length) ?? null;
}

export const screenCookie = (words: string, meeting: MeetingId, origin: string): string =>
  `${nameFor(origin)}=${words}; Path=/meetings/${meeting}/screen; HttpOnly; SameSite=Strict; Max-Age=${MAX_AGE_S}${
    origin.startsWith('https:') ? '; Secure' : ''
  }`;
