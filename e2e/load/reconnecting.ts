/** `node e2e/load/reconnecting.ts`: three hundred tabs on one document whose sockets are cut at once, and whose server is killed and started again. */
import type WebSocket from 'ws';
import type { OpenDocument } from '#collab/client/open-document.ts';
import { openTab, socketWith, until } from '../faults/writers.ts';
import { DOCUMENT, FAULT_TEXT, WRITER } from '../faults/written.ts';
import type { Program } from '../program.ts';
import { placeOn } from './collab-place.ts';
import type { Figure } from './figure.ts';
import { type Engine, printOnEngines } from './on-engine.ts';

const TABS = Number(process.env.SOAK_CROWD ?? 300);
/** So many of them write while they are away. */
const WRITERS = 25;
const WITHIN_S = 3;
const LONG_TEXT = 'A slow morning, told once more. '.repeat(600);

export async function measureReconnecting(engine: Engine): Promise<Figure[]> {
  const place = await placeOn(engine);
  const first = await place.start();
  const crowd = await gather(first);
  const cutAt = performance.now();
  for (const socket of crowd.sockets) socket.terminate();
  await until(() => crowd.tabs.every((tab) => !isInStep(tab)), 'all cut off');
  writeAway(crowd.tabs);
  const cut = await secondsUntilInStep(crowd, cutAt);
  await first.kill();
  await until(() => crowd.tabs.every((tab) => !isInStep(tab)), 'all cut off');
  writeAway(crowd.tabs);
  const second = await place.start(new URL(first.origin).port);
  const restarted = await secondsUntilInStep(crowd, performance.now());
  for (const tab of crowd.tabs) tab.close();
  await second.stop();
  await place.remove();
  return [
    {
      what: `${TABS} tabs cut off at once, in step again, ${engine}`,
      limit: WITHIN_S,
      measured: cut,
      unit: 's',
    },
    {
      what: `${TABS} tabs in step again after a killed server serves, ${engine}`,
      limit: WITHIN_S,
      measured: restarted,
      unit: 's',
    },
  ];
}

interface Crowd {
  tabs: readonly OpenDocument[];
  sockets: Set<WebSocket>;
}

/** Tabs as browsers have them, with their own pauses between tries, on one document of some three thousand words. */
async function gather({ origin }: Program): Promise<Crowd> {
  const sockets = new Set<WebSocket>();
  const Socket = socketWith(`who=${WRITER}`, origin);
  const Known = class extends Socket {
    constructor(address: string) {
      super(address);
      sockets.add(this);
      this.on('close', () => sockets.delete(this));
    }
  };
  const at = { origin, cookie: `who=${WRITER}`, document: DOCUMENT };
  const tabs: OpenDocument[] = [];
  while (tabs.length < TABS) {
    tabs.push(openTab(at, { WebSocketPolyfill: Known }));
    if (tabs.length % 50 === 0) await until(() => tabs.every(isInStep), 'all there', 60_000);
  }
  await until(() => tabs.every(isInStep), 'all there', 60_000);
  tabs[0]?.doc.getText(FAULT_TEXT).insert(0, LONG_TEXT);
  await until(
    () => tabs.every(({ doc }) => doc.getText(FAULT_TEXT).length >= LONG_TEXT.length),
    'all have it',
    60_000,
  );
  return { tabs, sockets };
}

const isInStep = ({ link }: OpenDocument): boolean => {
  const { phase, synced, unacknowledged } = link.get();
  return phase === 'connected' && synced && unacknowledged === 0;
};

/** Until everyone is in step and has what everyone wrote while they were away. */
async function secondsUntilInStep({ tabs }: Crowd, began: number): Promise<number> {
  const length = () => new Set(tabs.map(({ doc }) => doc.getText(FAULT_TEXT).length));
  await until(() => tabs.every(isInStep) && length().size === 1, 'all in step again', 60_000);
  return (performance.now() - began) / 1000;
}

function writeAway(tabs: readonly OpenDocument[]): void {
  for (const { doc } of tabs.slice(0, WRITERS)) doc.getText(FAULT_TEXT).insert(0, 'written while away; ');
}

if (import.meta.main) await printOnEngines(measureReconnecting);
