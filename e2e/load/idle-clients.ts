/** `node e2e/load/idle-clients.ts`: what one more tab that only looks costs a server in memory. */
import type { OpenDocument } from '#collab/client/open-document.ts';
import { openTab, until } from '../faults/writers.ts';
import type { Figure } from './figure.ts';
import { type Engine, printOnEngines } from './on-engine.ts';
import { soakOn, startServer } from './peers/servers.ts';

const FEW = 100;
const MORE = 500;
/** In how many steps the more come, each measured. */
const STEPS = 5;
const STEP = MORE / STEPS;
const REST_MS = 4_000;

/**
 * Resident memory of the whole process after everything unneeded has been let go, with a hundred tabs and with more and more on the
 * same document, all in step and at rest, each with a face there: the slope of the line through all of them, so that neither what the
 * first ones make grow once nor a page that the allocator happens to keep is counted.
 */
export async function measureIdleClients(engine: Engine): Promise<Figure[]> {
  const running = await startServer(soakOn(engine));
  const { document, headers } = running.door;
  const at = { origin: headers.origin ?? '', cookie: headers.cookie ?? '', document };
  const tabs: OpenDocument[] = [];
  const join = async (count: number) => {
    for (let one = 0; one < count; one++) {
      const tab = openTab(at);
      tab.setPresence({ typing: false });
      tabs.push(tab);
    }
    await until(() => tabs.every(({ link }) => link.get().synced), 'all there', 60_000);
  };
  while (tabs.length < FEW) await join(STEP);
  const seen: { tabs: number; bytes: number }[] = [];
  for (let step = 0; step <= STEPS; step++) {
    if (step > 0) await join(STEP);
    await new Promise((resolve) => setTimeout(resolve, REST_MS));
    seen.push({ tabs: tabs.length, bytes: await memoryOf(at.origin) });
  }
  for (const tab of tabs) tab.close();
  await running.stop();
  return [
    {
      what: `memory of one more idle tab, of ${MORE} beside ${FEW}, ${engine}`,
      limit: 50,
      measured: slopeOf(seen) / 1000,
      unit: 'kB',
    },
  ];
}

/** Of the line nearest to all of them (least squares), in bytes for one tab. */
function slopeOf(seen: readonly { tabs: number; bytes: number }[]): number {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const tabs = mean(seen.map((each) => each.tabs));
  const bytes = mean(seen.map((each) => each.bytes));
  const together = seen.map((each) => (each.tabs - tabs) * (each.bytes - bytes));
  return mean(together) / mean(seen.map((each) => (each.tabs - tabs) ** 2));
}

const memoryOf = async (origin: string): Promise<number> =>
  Number(await (await fetch(`${origin}/memory`)).text());

if (import.meta.main) await printOnEngines(measureIdleClients);
