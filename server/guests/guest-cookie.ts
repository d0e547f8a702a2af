/** Over https the name's prefix makes browsers refuse a cookie set by another host or without Secure. */
const nameFor = (origin: string) => (origin.startsWith('https:') ? '__Host-soak-guest' : 'soak-guest');
const COOKIE_HEADER_MAX = 16_384;
/** Longer than any meeting and its day of reopening; the server decides when it is over. */
const MAX_AGE_S = 7 * 86_400;

/** A guest's token in a Cookie header. One browser is a guest in one meeting: the last it joined. */
export function readGuestCookie(header: string | null | undefined, origin: string): string | null {
  if (!header || header.length > COOKIE_HEADER_MAX) return null;
  const start = `${nameFor(origin)}=`;
  const values = header
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(start))
    .map((pair) => pair.slice(start.length));
  const [first] = values;
  return first !== undefined && values.every((value) => value === first) ? first : null;
}

/** True when a Cookie header carries a guest's of either name, valid or not. */
export const carriesGuest = (header: string): boolean => /(?:^|;)\s*(?:__Host-)?soak-guest=/.test(header);

export const guestCookie = (words: string, origin: string): string =>
  `${nameFor(origin)}=${words}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${MAX_AGE_S}${secure(origin)}`;

export const guestGoneCookie = (origin: string): string =>
  `${nameFor(origin)}=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0${secure(origin)}`;

const secure = (origin: string) => (origin.startsWith('https:') ? '; Secure' : '');
