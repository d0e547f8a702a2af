import type { App } from '../app.ts';
import { bearerWords, identifyBearer } from '../tokens/identify-bearer.ts';

/** Set by whoever passes a request on: what comes with one of them did not begin on this machine. */
const PASSED_ON = [
  'forwarded',
  'via',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-real-ip',
];
type Headers = Readonly<Record<string, string | string[] | undefined>>;
const LOOPBACK = /^(127\.|::1$|::ffff:127\.)/;

/** Figures are read on the machine itself, or with an administrator's token of the scope `metrics`. */
export async function mayReadMetrics(
  app: Pick<App, 'db' | 'signInClock'>,
  socketAddress: string | undefined,
  headers: Headers,
): Promise<boolean> {
  if (isHere(socketAddress, headers)) return true;
  const bearer = await identifyBearer(app, bearerWords(String(headers.authorization)));
  return bearer?.may('metrics') === true;
}

const isHere = (socketAddress: string | undefined, headers: Headers): boolean =>
  LOOPBACK.test(socketAddress ?? '') && PASSED_ON.every((name) => headers[name] === undefined);
