/** `npm run bench`: the figures this program holds itself to, each beside its limit. Takes about twenty minutes on two cores, most of it beside other editor servers. */
import { mkdtemp } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildFirst } from '#server/build-first.server.ts';
import { discardProgram, startProgram } from '../program.ts';
import { prepareBrowser } from '../runner/browser.ts';
import { measureAcknowledgements } from './acknowledgements.ts';
import { type Figure, figureLine } from './figure.ts';
import { measureHistory } from './history.ts';
import { measureHome } from './home.ts';
import { measureKeystrokes } from './keystrokes.ts';
import { measureMarkers } from './markers.ts';
import { comparePeers } from './peers.ts';
import { measureReading } from './reading.ts';
import { measureRoom } from './room.ts';
import { measureIdleMemory, measureStart } from './starting.ts';

const say = (line: string) => process.stdout.write(`${line}\n`);
const tell = (...figures: Figure[]) => {
  for (const figure of figures) say(figureLine(figure));
};

await buildFirst(say);
say(`${cpus().length} cores, Node ${process.version}`);
tell(await measureStart());
tell(await measureIdleMemory());

const program = await startProgram({
  entry: 'server/demo.server.ts',
  args: ['--fresh'],
  dataDir: await mkdtemp(join(tmpdir(), 'soak-bench-')),
});
tell(...(await measureReading(program.origin)));
const browser = await prepareBrowser(say);
if (browser) tell(await measureKeystrokes(program.origin, browser));
await discardProgram(program);
tell(...(await measureRoom()));

const WRITERS = 25;
for (const engine of ['embedded', 'postgres'] as const) {
  const { p95, edits } = await measureAcknowledgements(engine, WRITERS, 20);
  tell({
    what: `acknowledgement, ${WRITERS} writers, ${engine}, p95 of ${edits}`,
    limit: 25,
    measured: p95,
    unit: 'ms',
  });
  tell(...(await measureHistory(engine)));
  tell(...(await measureMarkers(engine)));
  tell(...(await measureHome(engine)));
}

await comparePeers(say);
