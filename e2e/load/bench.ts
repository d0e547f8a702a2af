/**
 * `npm run bench`: the figures this program holds itself to, each beside its limit. Takes about fifty minutes on two cores, a third of it
 * beside other editor servers; `npm run bench -- typing feed` measures those parts alone.
 */
import { mkdtemp } from 'node:fs/promises';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildFirst } from '#server/build-first.server.ts';
import { discardProgram, startProgram } from '../program.ts';
import { prepareBrowser } from '../runner/browser.ts';
import { measureAcknowledgements } from './acknowledgements.ts';
import { measureBigDocuments } from './big-documents.ts';
import { measureFeed } from './feed.ts';
import { type Figure, figureLine } from './figure.ts';
import { measureHistory } from './history.ts';
import { measureHome } from './home.ts';
import { measureIdleClients } from './idle-clients.ts';
import { measureInvitations } from './invitations.ts';
import { measureKeystrokes } from './keystrokes.ts';
import { measureLongDocuments } from './long-documents.ts';
import { measureManyDocuments } from './many-documents.ts';
import { measureMarkers } from './markers.ts';
import { type Engine, engines } from './on-engine.ts';
import { measureOpening } from './opening.ts';
import { comparePeers } from './peers.ts';
import { measureReading } from './reading.ts';
import { measureReconnecting } from './reconnecting.ts';
import { measureRoom } from './room.ts';
import { measureIdleMemory, measureStart } from './starting.ts';
import { measureTabMemory } from './tab-memory.ts';
import { measureTyping } from './typing.ts';
import { measureUnsealing } from './unsealing.ts';

const say = (line: string) => process.stdout.write(`${line}\n`);
const asked = process.argv.slice(2);

/** Of the example reviews as `npm run demo` shows them. */
const ofTheDemo = async (measure: (origin: string) => Promise<readonly Figure[]>) => {
  const program = await startProgram({
    entry: 'server/demo.server.ts',
    args: ['--fresh'],
    dataDir: await mkdtemp(join(tmpdir(), 'soak-bench-')),
  });
  return measure(program.origin).finally(() => discardProgram(program));
};

const inABrowser = async (measure: (origin: string, browser: string) => Promise<readonly Figure[]>) => {
  const browser = await prepareBrowser(say);
  return browser ? ofTheDemo((origin) => measure(origin, browser)) : [];
};

const WHOLE: Record<string, () => Promise<readonly Figure[]>> = {
  starting: async () => [await measureStart(), await measureIdleMemory()],
  reading: () => ofTheDemo(measureReading),
  keystrokes: () => inABrowser(async (origin, browser) => [await measureKeystrokes(origin, browser)]),
  typing: () => inABrowser(measureTyping),
  'tab-memory': async () => {
    const browser = await prepareBrowser(say);
    return browser ? [await measureTabMemory(browser)] : [];
  },
};

const ON_EACH_ENGINE: Record<string, (engine: Engine) => Promise<readonly Figure[]>> = {
  acknowledgements: measureAcknowledgements,
  'many-documents': measureManyDocuments,
  'long-documents': measureLongDocuments,
  reconnecting: measureReconnecting,
  'idle-clients': measureIdleClients,
  opening: measureOpening,
  'big-documents': measureBigDocuments,
  history: measureHistory,
  markers: measureMarkers,
  home: measureHome,
  invitations: measureInvitations,
  feed: measureFeed,
  room: measureRoom,
  unsealing: measureUnsealing,
};

const wrong = asked.filter((name) => !(name in WHOLE || name in ON_EACH_ENGINE || name === 'peers'));
if (wrong.length > 0) {
  say(
    `There is no part ${wrong.join(', ')}. There are: ${Object.keys({ ...WHOLE, ...ON_EACH_ENGINE }).join(', ')}, peers.`,
  );
  process.exit(1);
}
const isAsked = (name: string) => asked.length === 0 || asked.includes(name);
const tell = async (measure: () => Promise<readonly Figure[]>) => {
  for (const figure of await measure()) say(figureLine(figure));
  say(`      load of the machine: ${loadavg()[0]?.toFixed(1)}`);
};

await buildFirst(say);
say(`${cpus().length} cores, Node ${process.version}`);
for (const [name, measure] of Object.entries(WHOLE)) if (isAsked(name)) await tell(measure);
for (const engine of engines())
  for (const [name, measure] of Object.entries(ON_EACH_ENGINE))
    if (isAsked(name)) await tell(() => measure(engine));
if (isAsked('peers')) await comparePeers(say);
