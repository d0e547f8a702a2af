/**
 * `node e2e/load/peers.ts [pairs] [seconds] [clients-writers …]`: how soon an edit is seen elsewhere, beside editor servers that keep
 * everything in memory only. Ratios of runs that follow one another, their median; bare against bare shows the noise.
 */
import { findPostgresPrograms } from '../postgres.ts';
import { type Load, runLoad, type Seen } from './peers/run-load.ts';
import { fetchPeers, type Server } from './peers/servers.ts';

/** At most so many times the peer's p95; p99 at most 1.5 times bare's. */
const ROWS = [
  { clients: 100, writers: 10, bare: 1.3, yWebsocket: 1.3 },
  { clients: 300, writers: 20, bare: 1.3, yWebsocket: 1.0 },
  { clients: 1000, writers: 25, bare: 1.0, yWebsocket: 0.6 },
  { clients: 300, writers: 100, bare: 1.0, yWebsocket: 0.15 },
] as const;
const MOST_P99 = 1.5;

interface Pair {
  bare: Seen;
  again: Seen;
  yWebsocket: Seen | null;
  soak: Partial<Record<Server, Seen>>;
}

const median = (numbers: readonly number[]): number =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;

export async function comparePeers(
  say: (line: string) => void,
  pairs = 3,
  seconds = 10,
  only: readonly string[] = [],
): Promise<void> {
  const withYWebsocket = await fetchPeers();
  if (!withYWebsocket) say('No y-websocket server could be fetched: its column is left out.');
  const engines: Server[] = findPostgresPrograms()
    ? ['Soak, PostgreSQL', 'Soak, embedded']
    : ['Soak, embedded'];
  for (const row of ROWS) {
    const name = `${row.clients}-${row.writers}`;
    if (only.length > 0 && !only.includes(name)) continue;
    const load = { ...row, seconds };
    const seen: Pair[] = [];
    for (let pair = 0; pair < pairs; pair++) seen.push(await onePair(load, engines, withYWebsocket));
    say(`${row.clients} clients, ${row.writers} writers, ${pairs} pairs of ${seconds} s; p95 (p99) in ms`);
    const middle = (name: string, of: (pair: Pair) => Seen | null | undefined) => {
      const runs = seen.map(of).filter((run) => run !== null && run !== undefined);
      if (runs.length > 0)
        say(
          `      ${name.padEnd(20)} ${median(runs.map(({ p95 }) => p95)).toFixed(1)} (${median(runs.map(({ p99 }) => p99)).toFixed(1)})`,
        );
    };
    middle('Hocuspocus, bare', ({ bare }) => bare);
    middle('y-websocket', ({ yWebsocket }) => yWebsocket);
    for (const engine of engines) middle(engine, ({ soak }) => soak[engine]);
    const noise = seen.map(({ bare, again }) => again.p95 / bare.p95);
    say(`      bare against bare: ${noise.map((ratio) => ratio.toFixed(2)).join(', ')}`);
    for (const engine of engines) {
      const against = (of: (pair: Pair) => Seen | null, which: 'p95' | 'p99') =>
        median(
          seen.map((pair) => (pair.soak[engine]?.[which] ?? Number.NaN) / (of(pair)?.[which] ?? Number.NaN)),
        );
      const tell = (what: string, ratio: number, limit: number) =>
        say(
          `${ratio <= limit ? ' ok ' : 'OVER'}  ${`${engine}: ${what}`.padEnd(62)} ${ratio.toFixed(2).padStart(7)} ×   (at most ${limit})`,
        );
      tell(
        'p95 against bare Hocuspocus',
        against(({ bare }) => bare, 'p95'),
        row.bare,
      );
      tell(
        'p99 against bare Hocuspocus',
        against(({ bare }) => bare, 'p99'),
        MOST_P99,
      );
      if (withYWebsocket)
        tell(
          'p95 against y-websocket',
          against(({ yWebsocket }) => yWebsocket, 'p95'),
          row.yWebsocket,
        );
    }
  }
}

async function onePair(load: Load, engines: readonly Server[], withYWebsocket: boolean): Promise<Pair> {
  const bare = await runLoad('Hocuspocus, bare', load);
  const soak: Pair['soak'] = {};
  for (const engine of engines) soak[engine] = await runLoad(engine, load);
  const yWebsocket = withYWebsocket ? await runLoad('y-websocket', load) : null;
  return { bare, again: await runLoad('Hocuspocus, bare', load), yWebsocket, soak };
}

if (import.meta.main) {
  const [pairs, seconds, ...only] = process.argv.slice(2);
  await comparePeers(
    (line) => process.stdout.write(`${line}\n`),
    Number(pairs ?? 3),
    Number(seconds ?? 10),
    only,
  );
}
