import type { WorkState } from './tracker.ts';

/** A call to be made, without what only the caller can add: a signature. */
export interface Ask {
  method: 'GET' | 'POST';
  url: string;
  headers: Record<string, string>;
  body?: string;
}

/** What came back; header names in small letters. Or why nothing did. */
export type Answer =
  | { status: number; headers: Readonly<Record<string, string>>; body: string }
  /** Nothing was sent: no name, no connection, an address that may not be called. */
  | { unreached: string }
  /** It was sent, and no whole answer came. */
  | { unanswered: string };

/** An item as its tracker knows it. */
export interface Remote {
  id: string;
  key: string;
  url: string;
  work: WorkState | null;
  /** The tracker's own word for it. */
  workWords: string;
  workAt: Date | null;
}

/** What an answer means. */
export type Meaning<T> =
  | { got: T }
  /** It was understood and not done, and trying again changes nothing. */
  | { refused: string }
  /** Something is wrong between us and it, not with the item: everything waits, until then where it says so. */
  | { trouble: string; until: Date | null }
  /** It may have been done. */
  | { lost: string };

/** How one kind of tracker is spoken to: asks as values, answers read into values. */
export interface Tongue {
  /** Looks whether the connection holds; what it finds is the tracker's own name for the project. */
  check(at: Place): Ask | null;
  readCheck(answer: Answer, now: Date): Meaning<string>;
  create(at: Place, item: { id: string; title: string; body: string }): Ask;
  readCreated(answer: Answer, at: Place, now: Date): Meaning<Remote>;
  /** T4: what came since then, a page at a time, to look in for one of ours. Null: it cannot be asked. */
  recent(at: Place, item: string, page: Page): Ask | null;
  readRecent(answer: Answer, at: Place, item: string, page: Page): Meaning<Looked>;
  look(at: Place, remote: { id: string; key: string }): Ask | null;
  readLook(answer: Answer, at: Place, now: Date): Meaning<Remote | null>;
  /** Null: not an address of an item in this project. */
  readLink(at: Place, url: URL): { id: string; key: string } | null;
  /** Sending the same item twice makes one: its id is ours. */
  takesOurId: boolean;
}

/** Where a listing is read on; '' at its beginning, and then as the page before said. */
export interface Page {
  since: Date;
  now: Date;
  from: string;
}

/** What a page of a listing held of ours, and where it goes on; null: all that came since then was seen. */
export interface Looked {
  found: Remote | null;
  next: string | null;
}

export interface Place {
  address: string;
  project: string;
  account: string;
  issueType: string;
  place: string;
  token: string;
}

/** Meanings that are the same for all of them; null: it answered well. */
export function commonMeaning(
  answer: Answer,
  now: Date,
  name: string,
): Exclude<Meaning<never>, { got: never }> | null {
  if ('unreached' in answer) return { trouble: answer.unreached, until: null };
  if ('unanswered' in answer) return { lost: answer.unanswered };
  const { status, headers } = answer;
  if (status >= 200 && status < 300) return null;
  const until = askedToWait(headers, now);
  if (status === 429 || (status === 403 && (until !== null || headers['x-ratelimit-remaining'] === '0')))
    return { trouble: `${name} asks us to be slower.`, until };
  if (status === 503 && until !== null) return { trouble: `${name} is not there just now.`, until };
  if (status >= 300 && status < 400)
    return {
      trouble: `${name} sends us on to another address${placeOf(headers)}, which Soak does not follow. An administrator can connect it under its new address.`,
      until: null,
    };
  if (status === 401)
    return {
      trouble: `${name} did not accept the token. An administrator can put in a new one.`,
      until: null,
    };
  if (status === 403)
    return {
      trouble: `${name} says that this token may not do that. An administrator can put in another one.`,
      until: null,
    };
  if (status === 404 || status === 410)
    return { trouble: `${name} knows no such project, or does not show it to this token.`, until: null };
  if (status === 408 || status >= 500) return { lost: `${name} broke while answering (${status}).` };
  return null;
}

const placeOf = (headers: Readonly<Record<string, string>>): string => {
  const to = headers.location ?? '';
  return URL.canParse(to) ? ` (${new URL(to).host})` : '';
};

/** `Retry-After` in seconds or as a date, `X-RateLimit-Reset` and Linear's own in seconds or milliseconds of the epoch. */
export function askedToWait(headers: Readonly<Record<string, string>>, now: Date): Date | null {
  const after = headers['retry-after'];
  if (after !== undefined) {
    if (/^\d{1,9}$/.test(after.trim())) return new Date(now.getTime() + Number(after) * 1_000);
    const at = Date.parse(after);
    if (!Number.isNaN(at)) return new Date(at);
  }
  const isSpent = [
    'x-ratelimit-remaining',
    'x-ratelimit-requests-remaining',
    'x-ratelimit-complexity-remaining',
  ];
  if (!isSpent.some((name) => headers[name] === '0')) return null;
  const names = ['x-ratelimit-reset', 'x-ratelimit-requests-reset', 'x-ratelimit-complexity-reset'];
  for (const name of names) {
    const reset = headers[name] ?? '';
    if (!/^\d{9,14}$/.test(reset)) continue;
    return new Date(Number(reset) * (reset.length > 11 ? 1 : 1_000));
  }
  return null;
}

/** JSON as it came, whatever it is. */
export function jsonOf(answer: Answer): unknown {
  if (!('body' in answer)) return null;
  try {
    return JSON.parse(answer.body);
  } catch {
    return null;
  }
}

/** Walks into unknown JSON; undefined where there is nothing of that name. */
export function at(value: unknown, ...path: (string | number)[]): unknown {
  let here = value;
  for (const step of path) {
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, step)) return undefined;
    here = (here as Record<string | number, unknown>)[step];
  }
  return here;
}

/** A short plain word out of foreign JSON, without what turns or breaks lines; '' where there is none. */
export const wordAt = (value: unknown, ...path: (string | number)[]): string => {
  const found = at(value, ...path);
  if (typeof found === 'number') return String(found);
  return typeof found === 'string'
    ? found
        .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
        .trim()
        .slice(0, 300)
    : '';
};

export const dateAt = (value: unknown, ...path: (string | number)[]): Date | null => {
  const found = at(value, ...path);
  const time = typeof found === 'number' ? found : typeof found === 'string' ? Date.parse(found) : Number.NaN;
  return Number.isNaN(time) || Math.abs(time) > 8.64e15 ? null : new Date(time);
};

/** A web address to show as a link, or ''. */
export const linkAt = (value: unknown, ...path: (string | number)[]): string => {
  const found = at(value, ...path);
  return typeof found === 'string' &&
    found.length < 2_000 &&
    URL.canParse(found) &&
    /^https?:$/.test(new URL(found).protocol)
    ? new URL(found).href
    : '';
};
