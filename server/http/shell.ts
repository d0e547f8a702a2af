import { serveStatic } from '@hono/node-server/serve-static';
import { type Context, Hono, type MiddlewareHandler } from 'hono';
import { compress } from 'hono/compress';
import { NONCE, secureHeaders } from 'hono/secure-headers';
import { bodyLimit } from './body-limit.ts';
import { inRounds } from './in-rounds.ts';
import { notJustNow } from './not-just-now.ts';
import { originRule } from './origin-rule.ts';

const MIB = 1024 * 1024;
const SMALL = { bytes: 1 * MIB, sentence: 'That is more than fits here.' };
/** Where files come in: import, evidence, uploads. */
const FILE_DOORS =
  /^\/(reviews\/import|reviews\/[^/]+\/(evidence|uploads|import)|imports|settings\/soak|settings\/people\/import)(\/|\.data|$)/;
const FILES = { bytes: 64 * MIB, sentence: 'Those files are more than 64 MB together.' };

export interface Shell {
  /** Answers what is not static: React Router. */
  handle(request: Request, facts: { nonce: string; cookie: string | null; c: Context }): Promise<Response>;
  allowedOrigins(): readonly string[];
  hasSignInCookie(cookie: string): boolean;
  /** What cannot be reached, as a sentence; null when the program can work. */
  whatIsMissing(): Promise<string | null>;
  /** Prometheus text, or 401 for who may not read it. */
  metrics(c: Context): Promise<Response>;
  /** Why no WebSocket came through, asked by the browser over plain HTTP. */
  explainCollab(cookie: string | undefined): Promise<204 | 401 | 503>;
  /** Folder with the browser's build; null in development. */
  clientFolder: string | null;
  https: boolean;
  onError(error: unknown): void;
}

type Variables = { secureHeadersNonce: string };

/** Headers, Origin rule, body limits, compression, files and health around the app. Opens nothing. */
export function shell(options: Shell): Hono<{ Variables: Variables }> {
  const app = new Hono<{ Variables: Variables }>();
  app.get('/healthz', (c) => c.text('ok'));
  app.get('/readyz', async (c) => {
    const missing = await options.whatIsMissing();
    return missing === null ? c.text('ready') : c.text(missing, 503);
  });
  app.get('/metrics', (c) => options.metrics(c));
  app.use(headers(options));
  app.get('/collab', async (c) => c.body(null, await options.explainCollab(c.req.header('cookie'))));
  app.get('/yjs/*', (c) => c.text('Yjs clients join here by WebSocket: docs/any-yjs-client.md', 426));
  app.use(compress());
  if (options.clientFolder !== null) app.use(files(options.clientFolder));
  app.use(readableAddress);
  app.use(inRounds());
  app.use(originRule(options.allowedOrigins, options.hasSignInCookie));
  app.use(bodyLimit((path) => (FILE_DOORS.test(path) ? FILES : SMALL)));
  app.all('*', (c) =>
    options.handle(c.req.raw, {
      nonce: c.get('secureHeadersNonce'),
      cookie: c.req.header('cookie') ?? null,
      c,
    }),
  );
  app.onError((error, c) => {
    options.onError(error);
    const notNow = notJustNow(error, c.req.method);
    if (notNow) return notNow;
    return c.text('Something broke on our side. Nothing that was saved is lost; try again in a moment.', 500);
  });
  return app;
}

/** A mail program may have broken a link. React Router would print the whole path into the log, with the token in it. */
const readableAddress: MiddlewareHandler = async (c, next) => {
  try {
    decodeURIComponent(new URL(c.req.url).pathname);
  } catch {
    return c.text(
      'This address was broken on its way. Copy the whole link from where you have it, or ask for it again.',
      400,
    );
  }
  return next();
};

function headers({ https, clientFolder, allowedOrigins }: Shell) {
  const development = clientFolder === null;
  const sockets = () => allowedOrigins().map((origin) => origin.replace(/^http/, 'ws'));
  return secureHeaders({
    overwrite: false,
    contentSecurityPolicy: {
      defaultSrc: ["'self'"],
      scriptSrc: ["'self'", NONCE],
      styleSrc: development ? ["'self'", "'unsafe-inline'"] : ["'self'", NONCE],
      styleSrcAttr: ["'unsafe-inline'"],
      imgSrc: ["'self'", 'data:', 'blob:'],
      connectSrc: ["'self'", () => sockets().join(' ')],
      workerSrc: ["'self'"],
      objectSrc: ["'none'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
    },
    referrerPolicy: 'strict-origin-when-cross-origin',
    strictTransportSecurity: https,
    xFrameOptions: 'DENY',
  });
}

/** `onFound` of `serveStatic` comes after its answer is made: a header set there is lost. */
function files(folder: string): MiddlewareHandler {
  const serve = serveStatic({ root: folder, precompressed: true });
  return async (c, next) => {
    const found = await serve(c, next);
    if (!(found instanceof Response)) return;
    const named = c.req.path.startsWith('/assets/');
    found.headers.set(
      'Cache-Control',
      named ? 'public, max-age=31536000, immutable' : 'public, max-age=3600',
    );
    return found;
  };
}
