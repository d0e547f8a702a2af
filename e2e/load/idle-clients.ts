/** `node e2e/load/idle-clients.ts`: what one more tab that only looks costs a server in memory. */
import type { OpenDocument } from '#collab/client/open-document.ts';
import { openTab, until } from '../faults/writers.ts';
import type { Figure } from './figure.ts';
import { type Engine, printOnEngines } from './on-engine.ts';
import { soakOn, startServer } from './peers/servers.ts';

const FEW = 100;
const MORE = 500;
const STEP = 50;
const REST_MS = 4_000;

/**
 * Resident memory of the whole process after everything unneeded has been let go, with a hundred tabs and with five hundred more on the
 * same document, all in step and at rest, each with a face there: the slope, so that what the first ones make grow once is not counted.
 */
export async function measureIdleClients(engine: Engine): Promise<Figure[]> {
  const running = await startServer(soakOn(engine));
  const { document, headers } = running.door;
  const at = { origin: headers.origin ?? '', cookie: headers.cookie ?? '', document };
  const tabs: OpenDocument[] = [];
  const join = async (count: number) => {
    const all = tabs.length + count;
    while (tabs.length < all) {
      for (let one = 0; one < STEP; one++) {
        const tab = openTab(at);
        tab.setPresence({ typing: false });
        tabs.push(tab);
      }
      await until(() => tabs.every(({ link }) => link.get().synced), 'all there', 60_000);
    }
    await new Promise((resolve) => setTimeout(resolve, REST_MS));
    return memoryOf(at.origin);
  };
  const few = await join(FEW);
  const many = await join(MORE);
  for (const tab of tabs) tab.close();
  await running.stop();
  return [
    {
      what: `memory of one more idle tab, of ${MORE} beside ${FEW}, ${engine}`,
      limit: 50,
      measured: (many - few) / MORE / 1000,
      unit: 'kB',
    },
  ];
}

const memoryOf = async (origin: string): Promise<number> =>
  Number(await (await fetch(`${origin}/memory`)).text());

if (import.meta.main) await printOnEngines(measureIdleClients);
