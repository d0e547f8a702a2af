import { gzipSync } from 'node:zlib';

interface Written {
  text: string;
  gzipped?: Uint8Array<ArrayBuffer>;
}

/** Below this a body travels as it is, as everywhere in the program. */
const SMALL = 1_024;
const QUICKEST = 1;

const written = new WeakMap<object, Written>();

/**
 * What the room's door answers with when a command went through, or came too late: hundreds who press at once get the same state,
 * and it is written and compressed once for all of them, here and not by the middleware, which would compress it for each.
 */
export function roomAnswer(
  { rev, state }: { rev: number; state: object },
  { status, accepts }: { status: number; accepts: string | null },
): Response {
  const body = written.get(state) ?? { text: JSON.stringify({ rev, state }) };
  written.set(state, body);
  const headers = { 'content-type': 'application/json', vary: 'Accept-Encoding' };
  if (body.text.length < SMALL || !takesGzip(accepts)) return new Response(body.text, { status, headers });
  body.gzipped ??= new Uint8Array(gzipSync(body.text, { level: QUICKEST }));
  return new Response(body.gzipped, { status, headers: { ...headers, 'content-encoding': 'gzip' } });
}

/** Named, and not with a `q=0`, which is a no. */
const takesGzip = (accepts: string | null): boolean =>
  /(^|,)\s*gzip\s*(,|$|;(?!\s*q=0(\.0*)?\s*(,|$)))/i.test(accepts ?? '');
