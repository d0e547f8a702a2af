/** The collaboration server alone, on a real database, to be killed again and again: no pages, one person, one write-up or `DOCUMENTS`. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import * as Y from 'yjs';
import { writeUpName } from '#collab/document/document-names.ts';
import { createCollab } from '#collab/server/create-collab.server.ts';
import { openRedis } from '#collab/server/relay/open-redis.server.ts';
import { NO_RELAY } from '#collab/server/relay/relay.ts';
import { openDatabase } from '#db/open.server.ts';
import { readRelayChannel } from '#db/relay-channel.ts';
import { asId, type PersonId, type ReviewId } from '#domain/ids.ts';
import { serveAdminSocket } from '#server/people/admin-socket.server.ts';
import { systemRandom } from '#server/random.server.ts';
import { documentName, WRITER } from './faults/written.ts';

const {
  DATABASE_URL,
  DATA_DIR = '',
  PORT = '0',
  REDIS_URL,
  KILL_AT,
  COMPACT_OFTEN,
  MANY_SOCKETS,
  DOCUMENTS = '1',
} = process.env;
const database = await openDatabase(DATABASE_URL ? { databaseUrl: DATABASE_URL } : { dataDir: DATA_DIR });
const person = { id: asId<PersonId>(WRITER), name: 'Ana Ruiz', faceHue: 1, signIn: 'one' };
const server = createServer();
await new Promise<void>((resolve) => server.listen(Number(PORT), '127.0.0.1', resolve));
const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

let reached = 0;
const clock = { now: () => new Date() };
const log = {
  info: () => {},
  error: (event: string, error: unknown) => void process.stderr.write(`${event}: ${error}\n`),
};
// so that it can be backed up while people write, as the whole program can
const door = DATABASE_URL
  ? null
  : await serveAdminSocket(
      { db: database.db, clock, log, random: systemRandom, origin, demo: null },
      DATA_DIR,
    );
const relay = REDIS_URL
  ? openRedis({
      url: REDIS_URL,
      channel: await readRelayChannel(database.db),
      node: systemRandom.uuid(),
      log,
    })
  : NO_RELAY;
const collab = createCollab({
  db: database.db,
  relay,
  alone: database.alone,
  clock,
  log,
  allowedOrigins: [origin],
  identify: async (cookie) => (cookie === `who=${WRITER}` ? person : null),
  decide: async () => 'write',
  projectRoom: async () => null,
  roomRevs: async () => new Map(),
  onCompactionStep: (_document, step) => {
    // at the third compaction: by then words were written and acknowledged, on a slow machine too
    if (step === KILL_AT && ++reached === 3) process.kill(process.pid, 'SIGKILL');
    process.stdout.write(`compaction: ${step}\n`);
  },
  // a load is one person at a thousand sockets, and fills a document as fast as it can
  caps: MANY_SOCKETS ? { socketsPerPerson: 2000, messagesPerSecond: 50_000, messageBurst: 50_000 } : {},
  durations: COMPACT_OFTEN ? { compactQuiet: 150, compactLongest: 400 } : {},
});
server.on('upgrade', collab.handleUpgrade);
server.on('request', async (request, response) => {
  if (request.url === '/memory') return response.end(String(memoryInUse()));
  response.statusCode = await collab.explain(request.headers.cookie);
  response.end();
});

/** Bytes of resident memory once everything that is no longer needed has been let go. */
function memoryInUse(): number {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  collect();
  collect();
  return process.memoryUsage.rss();
}

const isNew = (await database.db.selectFrom('documents').select('name').execute()).length === 0;
if (isNew)
  await database.db.transaction().execute(async (tx) => {
    const at = new Date();
    const facts = { zone: 'UTC', face_letters: 'AR', face_hue: 1, role: 'member' as const, started_on: null };
    const secrets = { password_hash: null, deactivated_at: null };
    const who = { id: person.id, email: 'ana@example.com', name: person.name, created_at: at };
    await tx
      .insertInto('people')
      .values({ ...who, ...facts, ...secrets })
      .execute();
    const when = { happened_on: '2026-11-02', happened_until: null, happened_zone: 'UTC' };
    const state = { published_at: null, deleted_at: null, done_at: null, privacy: 'open' as const };
    const made = { title: 'A slow morning', created_by: person.id, created_at: at };
    for (let nth = 0; nth < Number(DOCUMENTS); nth++) {
      const review = asId<ReviewId>(documentName(nth).split(':')[1] ?? '');
      await tx
        .insertInto('reviews')
        .values({ id: review, kind: 'incident', ...when, ...state, ...made })
        .execute();
      await collab.port.create(tx, writeUpName(review, 1), Y.encodeStateAsUpdate(new Y.Doc()), person.id, at);
    }
  });

process.on('SIGTERM', async () => {
  server.close();
  await collab.close();
  await relay.close();
  await door?.close();
  await Promise.race([database.close(), new Promise((resolve) => setTimeout(resolve, 2000))]);
  process.exit(0);
});
process.on('disconnect', () => process.exit(0));
process.stdout.write(`Soak is at ${origin}\n`);
