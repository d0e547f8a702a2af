import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { type Collab, createCollab } from '#collab/server/create-collab.server.ts';
import { NO_RELAY, type Relay } from '#collab/server/relay/relay.ts';
import { listRoomRevs } from '#db/meetings.ts';
import type { OpenedDatabase } from '#db/open.server.ts';
import { isReadOnly } from '#db/read-only.ts';
import { readRelayChannel } from '#db/relay-channel.ts';
import { readRightsCounter } from '#db/rights.ts';
import type { App, Clock } from './app.ts';
import { keepPublishing } from './attendance/keep-publishing.ts';
import { keepDumping } from './backup/keep-dumping.server.ts';
import { decideAccess } from './collab/decide-access.ts';
import { deriveFromWriteUp } from './collab/derive-from-write-up.ts';
import { createReviewNews } from './comments/review-news.ts';
import type { Environment } from './environment.ts';
import { keepSweeping } from './erasing/keep-sweeping.ts';
import { carriesGuest } from './guests/guest-cookie.ts';
import { joinAsGuest } from './guests/join-as-guest.ts';
import { clientAddress } from './http/client-address.ts';
import { ownOrigins } from './http/own-origins.ts';
import { type Need, whatIsMissing } from './http/readiness.ts';
import { shell } from './http/shell.ts';
import { keepTendingImports } from './import/keep-tending-imports.ts';
import { keepMailing } from './mail/keep-mailing.server.ts';
import type { MainOptions, Running } from './main.server.ts';
import { followZones } from './meetings/follow-zones.ts';
import { keepForgetting } from './meetings/keep-forgetting.ts';
import { keepPausing } from './meetings/keep-pausing.ts';
import { projectedRoom } from './meetings/show-room.ts';
import { mayReadMetrics } from './metrics/may-read-metrics.ts';
import { createMetrics, type Metrics } from './metrics/metrics.ts';
import { serveAdminSocket } from './people/admin-socket.server.ts';
import { carriesSignIn, identify } from './people/identify.ts';
import { systemRandom } from './random.server.ts';
import { roomToWrite } from './room-to-write.server.ts';
import { joinByToken } from './tokens/join-by-token.ts';
import { keepSpeaking } from './trackers/keep-speaking.server.ts';
import { openSecretKey } from './trackers/secret-key.server.ts';

const systemClock: Clock = { now: () => new Date() };
const DRAIN_MS = 8_000;

/** Everything around an opened database: collaboration, HTTP and what goes on by itself. Closes the database too. */
export async function serve(options: MainOptions, database: OpenedDatabase): Promise<Running> {
  const { environment, log } = options;
  const server = createServer();
  const port = await listen(server, environment).catch(async (error) => {
    await database.close();
    throw error;
  });
  const key = await openSecretKey(environment).catch(async (error) => {
    server.close();
    await database.close();
    throw error;
  });
  const origins = ownOrigins(environment, port);
  const app: App = {
    db: database.db,
    clock: options.clock ?? systemClock,
    random: systemRandom,
    log,
    origin: origins[0],
    demo: null,
    collab: undefined as never,
    ...(environment.smtp && {
      mail: { from: environment.smtp.from, readsReplies: environment.imapUrl !== null },
    }),
  };
  const metrics = createMetrics();
  const relay = await openRelay(app, environment);
  const collab = createCollab({
    measures: metrics.measures,
    relay,
    alone: database.alone,
    db: app.db,
    clock: app.clock,
    log,
    allowedOrigins: origins,
    identify: async (cookie) => (await identify(app, cookie)) ?? joinAsGuest(app, cookie),
    identifyToken: (token) => joinByToken(app, token),
    decide: (person, document) => decideAccess(app, person, document),
    projectRoom: (meeting) => projectedRoom(app.db, meeting, app.clock.now()),
    roomRevs: (meetings) => listRoomRevs(app.db, meetings),
    onCompacted: (document, doc) => deriveFromWriteUp(app, document, doc),
  });
  app.collab = collab.port;
  const news = createReviewNews({ ...app, relay });
  app.news = news;
  app.demo = options.demo?.(app) ?? null;
  const adminSocket = environment.databaseUrl ? null : await serveAdminSocket(app, environment.dataDir);
  const stopForgetting = keepForgetting(app);
  const stopPausing = keepPausing(app);
  const stopPublishing = keepPublishing(app);
  void database
    .alone('follow zones', async () => void (await followZones(app)))
    .catch((error) => log.error('putting meetings where their clocks say', error));
  const stopTending = keepTendingImports(app, database.alone);
  const dumping = adminSocket && !app.demo ? keepDumping(app, environment.dataDir) : null;
  const sweeping = keepSweeping(app, {
    sweep: database.sweep,
    renewDumps: dumping && (() => dumping.renew()),
    isQuiet: () => Object.values(collab.gauges().connections).every((open) => open === 0),
    alone: database.alone,
    everyMs: options.sweepEveryMs,
  });
  const trackers = keepSpeaking(app, { key, alone: database.alone });
  app.trackers = trackers.port;
  const mailing = keepMailing(app, { smtp: environment.smtp, alone: database.alone });
  const replies =
    environment.imapUrl === null
      ? null
      : (await import('./mail/keep-reading-replies.server.ts')).keepReadingReplies(app, {
          url: environment.imapUrl,
          alone: database.alone,
        });
  attach(server, options, app, origins, { collab, metrics, relay });
  log.info('serving', { origin: app.origin, engine: database.engine });
  return {
    app,
    origin: app.origin,
    async close() {
      stopForgetting();
      stopPausing();
      stopPublishing();
      stopTending();
      news.close();
      await dumping?.stop();
      await sweeping.stop();
      await mailing.stop();
      await trackers.stop();
      await replies?.stop();
      server.close();
      server.closeIdleConnections();
      await collab.close();
      await relay.close();
      await adminSocket?.close();
      await emptied(server);
      await database.close();
    },
  };
}

function attach(
  server: Server,
  { environment, log, web, before }: MainOptions,
  app: App,
  origins: readonly string[],
  { collab, metrics, relay }: { collab: Collab; metrics: Metrics; relay: Relay },
) {
  // all that /readyz asks: one line for each
  const hasRoom = environment.databaseUrl === null ? roomToWrite(environment.dataDir) : async () => true;
  const canStore = async () => collab.isStoring() && !(await isReadOnly(app.db)) && (await hasRoom());
  const needs: Need[] = [
    {
      name: 'the database',
      reach: () => readRightsCounter(app.db),
      ails: async () => ((await canStore()) ? null : 'can store nothing'),
    },
    { name: 'Redis', reach: relay.reach },
  ];
  const http = shell({
    allowedOrigins: () => origins,
    hasSignInCookie: (cookie) => carriesSignIn(cookie) || carriesGuest(cookie),
    whatIsMissing: () => whatIsMissing(needs),
    metrics: async (c) => {
      const { incoming } = c.env as { incoming: IncomingMessage };
      if (!(await mayReadMetrics(app, incoming.socket.remoteAddress, incoming.headers)))
        return c.text('Read on the machine itself, or with a token for it.', 401, {
          'WWW-Authenticate': 'Bearer',
        });
      return c.body(await metrics.text(collab.gauges()), 200, { 'Content-Type': metrics.contentType });
    },
    explainCollab: (cookie) => collab.explain(cookie),
    clientFolder: web.clientFolder,
    https: app.origin.startsWith('https:'),
    onError: (error) => log.error('request failed', error),
    async handle(request, { nonce, cookie, c }) {
      const incoming = (c.env as { incoming: IncomingMessage }).incoming;
      const address = clientAddress(
        incoming.socket.remoteAddress,
        c.req.header('x-forwarded-for'),
        environment.trustProxy,
      );
      const person = await identify(app, cookie, !leavesNoUse(c.req.path));
      return web.answer(atOwnOrigin(request, origins), { app, person, address, nonce });
    },
  });
  const listener = getRequestListener(http.fetch, { overrideGlobalObjects: false });
  const first = before?.(server);
  server.on('request', (request, response) =>
    first
      ? first(request, response, () => void listener(request, response))
      : void listener(request, response),
  );
  server.on('upgrade', (request, socket, head) => {
    if (web.clientFolder === null && request.headers['sec-websocket-protocol']?.startsWith('vite-')) return;
    collab.handleUpgrade(request, socket, head);
  });
}

/** U1: what is unsigned comes through the same door as every press of a room, so none of them is a use of a sign-in; what the room reads is. */
const leavesNoUse = (path: string): boolean =>
  /^\/(meetings\/[^/]+\/commands|reviews\/[^/]+\/unsigned)(\.data)?\/?$/.test(path);

/** Redis needs not be there: nodes then hear each other through the database alone. */
async function openRelay({ db, random, log }: App, { redisUrl }: Environment): Promise<Relay> {
  if (redisUrl === null) return NO_RELAY;
  const { openRedis } = await import('#collab/server/relay/open-redis.server.ts');
  return openRedis({ url: redisUrl, channel: await readRelayChannel(db), node: random.uuid(), log });
}

/** The request under our own origin: a proxy or a forged Host must not decide what "same origin" means. */
function atOwnOrigin(request: Request, origins: readonly string[]): Request {
  const url = new URL(request.url);
  if (origins.includes(url.origin)) return request;
  return new Request(`${origins[0]}${url.pathname}${url.search}`, request);
}

function listen(server: Server, { host, port }: Environment): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(new Error(whyNot(error, host, port))));
    server.listen(port, host, () => resolve((server.address() as AddressInfo).port));
  });
}

function whyNot({ code, message }: NodeJS.ErrnoException, host: string, port: number): string {
  if (code === 'EADDRINUSE')
    return `Port ${port} is in use by another program. Choose another one: PORT=${port + 1} before the same command.`;
  if (code === 'EACCES')
    return `This account may not open port ${port}. Choose one from 1024 on: PORT=3000 before the same command.`;
  if (code === 'ENOTFOUND' || code === 'EADDRNOTAVAIL' || code === 'EAI_AGAIN')
    return `HOST is “${host}”, and this machine has no such address. 127.0.0.1 is this machine alone, 0.0.0.0 all of its addresses.`;
  return `Soak cannot listen at ${host}:${port}: ${message}`;
}

/** Waits for answers under way, then cuts what is left. */
function emptied(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
    server.once('close', () => {
      clearTimeout(cut);
      resolve();
    });
    if (!server.listening)
      server.getConnections((_error, count) => count === 0 && resolve(clearTimeout(cut)));
  });
}
