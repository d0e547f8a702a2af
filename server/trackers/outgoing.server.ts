import { lookup as systemLookup } from 'node:dns';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import type { Answer, Ask } from '#domain/trackers/answers.ts';
import { isAllowedAddress } from './allowed-address.ts';

export interface Outgoing {
  /** Origins an administrator has listed. */
  listed: readonly string[];
  /** For all of it: name, connection, answer to its last byte. */
  deadlineMs?: number;
  mostBytes?: number;
  /** Every address of a name; the system's where not given. */
  resolve?: (host: string) => Promise<{ address: string; family: number }[]>;
}

const DEADLINE_MS = 15_000;
const MOST_BYTES = 4 * 1024 * 1024;

/**
 * Calls an address outside (bad input 33). The address that is checked is the one connected to: it is checked where the connection
 * is made, once for each. No redirect is followed, an answer has a size and an end, and nothing is thrown.
 */
export async function callOutside(ask: Ask, options: Outgoing): Promise<Answer> {
  const url = URL.canParse(ask.url) ? new URL(ask.url) : null;
  if (!url || !/^https?:$/.test(url.protocol))
    return { unreached: 'Its address is none that can be called.' };
  const isListed = options.listed.includes(url.origin);
  if (url.protocol === 'http:' && !isListed) return { unreached: notEncrypted(url) };
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) !== 0 && !isAllowedAddress(host, isListed)) return { unreached: notAllowed(url) };
  return new Promise((resolve) => {
    const { deadlineMs = DEADLINE_MS, mostBytes = MOST_BYTES } = options;
    const state = { isSent: false };
    const done = (answer: Answer) => {
      clearTimeout(deadline);
      resolve(answer);
      request.destroy();
    };
    const failed = (why: string) =>
      done(state.isSent ? { unanswered: `${url.host} ${why}` } : { unreached: `${url.host} ${why}` });
    const send = url.protocol === 'https:' ? httpsRequest : httpRequest;
    const request = send(url, {
      method: ask.method,
      agent: false,
      lookup: checkedLookup(isListed, options.resolve),
      headers: {
        'user-agent': 'Soak',
        'accept-encoding': 'identity',
        ...ask.headers,
        ...(ask.body !== undefined && {
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(ask.body),
        }),
      },
    });
    const deadline = setTimeout(() => failed('did not answer in time.'), deadlineMs);
    request.on('socket', (socket) =>
      socket.once(url.protocol === 'https:' ? 'secureConnect' : 'connect', () => {
        state.isSent = true;
      }),
    );
    request.on('error', (error: NodeJS.ErrnoException) =>
      error.message === NOT_ALLOWED ? done({ unreached: notAllowed(url) }) : failed(whyOf(error)),
    );
    request.on('response', (response) => readAnswer(response, mostBytes, done, failed));
    request.end(ask.body);
  });
}

function readAnswer(
  response: IncomingMessage,
  mostBytes: number,
  done: (answer: Answer) => void,
  failed: (why: string) => void,
) {
  const parts: Buffer[] = [];
  let bytes = 0;
  response.on('data', (part: Buffer) => {
    bytes += part.length;
    if (bytes > mostBytes) failed('answered with more than Soak reads.');
    else parts.push(part);
  });
  response.on('aborted', () => failed('broke off its answer.'));
  response.on('error', () => failed('broke off its answer.'));
  response.on('end', () => {
    if (!response.complete) return failed('broke off its answer.');
    const headers = Object.fromEntries(
      Object.entries(response.headers).map(([name, value]) => [name, String(value)]),
    );
    done({ status: response.statusCode ?? 0, headers, body: Buffer.concat(parts).toString('utf8') });
  });
}

const NOT_ALLOWED = 'not an address that may be called';

/** All addresses of a name have to be allowed: one that is not is how rebinding begins. */
function checkedLookup(isListed: boolean, resolve: Outgoing['resolve']): LookupFunction {
  return (host, { all }, callback) => {
    const answer = (error: Error | null, found: { address: string; family: number }[] = []) => {
      const first = found[0];
      if (error || !first)
        return callback((error ?? new Error('no address')) as NodeJS.ErrnoException, '', 4);
      if (!found.every(({ address }) => isAllowedAddress(address, isListed)))
        return callback(new Error(NOT_ALLOWED) as NodeJS.ErrnoException, '', 4);
      if (all) callback(null, found as never, 0);
      else callback(null, first.address, first.family);
    };
    if (resolve)
      resolve(host).then(
        (found) => answer(null, found),
        (error) => answer(error),
      );
    else systemLookup(host, { all: true }, (error, found) => answer(error, found));
  };
}

const notAllowed = ({ origin }: URL) =>
  `${origin} is a private address. Soak calls it only where an administrator has listed it in the settings; addresses of machines’ own secrets never.`;
const notEncrypted = ({ origin }: URL) =>
  `${origin} is not encrypted, so the token would be readable on its way. Use https, or list the origin in the settings.`;

const WHY: Readonly<Record<string, string>> = {
  ENOTFOUND: 'is a name nobody knows.',
  EAI_AGAIN: 'could not be looked up just now.',
  ECONNREFUSED: 'takes no connection.',
  ECONNRESET: 'broke the connection.',
  EHOSTUNREACH: 'cannot be reached.',
  ENETUNREACH: 'cannot be reached.',
  ETIMEDOUT: 'did not answer in time.',
};

const whyOf = ({ code = '' }: NodeJS.ErrnoException): string =>
  WHY[code] ??
  (/CERT|TLS|SSL/.test(code) ? 'has a certificate that Soak does not trust.' : 'broke the connection.');
