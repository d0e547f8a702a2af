/** `node e2e/load/idle-clients.ts`: what one more tab that only looks costs a server in memory. */
import type { OpenDocument } from '#collab/client/open-document.ts';
import { openTab, until } from '../faults/writers.ts';
import type { Figure } from './figure.ts';
import { type Engine, printOnEngines } from './on-engine.ts';
import { soakOn, startServer } from './peers/servers.ts';

const FEW = 100;
const MORE = 500;
/** So many come at once: more are a burst of faces, whose frames the allocator remembers for a while. */
const STEP = 50;
const READINGS = 5;
const REST_MS = 2_500;

/**
 * Resident memory of the whole process after everything unneeded has been let go, with a hundred tabs and with five hundred more on the
 * same document, all in step and at rest, each with a face there: the difference, so that what the first ones make grow once is not
 * counted, of the least of five readings each, so that neither is what V8 and the allocator hold for a moment.
 */
export async function measureIdleClients(engine: Engine): Promise<Figure[]> {
  const running = await startServer(soakOn(engine), 1, true);
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
    let least = Number.POSITIVE_INFINITY;
    for (let reading = 0; reading < READINGS; reading++) {
      await new Promise((resolve) => setTimeout(resolve, REST_MS));
      least = Math.min(least, await memoryOf(at.origin));
    }
    return least;
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
