import type { Identified } from './options.ts';

/** What a socket came with; kept in memory alone, to judge it again. A token counts before a cookie. */
export interface Credentials {
  cookie: string | undefined;
  token: string | null;
}

export interface Judges {
  identify(cookieHeader: string | undefined): Promise<Identified | null>;
  identifyToken?(token: string): Promise<Identified | null>;
}

/** Whose they are, or null; a token that is nobody's is not saved by a cookie that comes with it. */
export const whose = async (judges: Judges, { cookie, token }: Credentials): Promise<Identified | null> =>
  token === null ? judges.identify(cookie) : ((await judges.identifyToken?.(token)) ?? null);

/** Equal for sockets that came with the same. */
export const credentialsKey = ({ cookie, token }: Credentials): string =>
  token === null ? `cookie ${cookie ?? ''}` : `token ${token}`;
