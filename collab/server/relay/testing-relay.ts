import { randomUUID } from 'node:crypto';
import { type News, readNews } from './news.ts';
import type { Relay } from './relay.ts';

/** Redis as far as nodes in one process need one. For tests. */
export interface TestBus {
  node(): Relay;
  /** From now on nobody hears anybody, and all know it. */
  cut(): void;
  mend(): void;
  /** What this says true of is lost on the way, and nobody knows. */
  lose: (news: News) => boolean;
  /** Everything told, as text. */
  readonly told: string[];
}

export const createBus = (): TestBus => {
  const nodes: { id: string; heard: ((news: News, node: string) => void)[]; backs: (() => void)[] }[] = [];
  let isUp = true;
  const told: string[] = [];
  const bus: TestBus = {
    told,
    lose: () => false,
    cut: () => {
      isUp = false;
    },
    mend: () => {
      isUp = true;
      for (const { backs } of nodes) for (const back of backs) back();
    },
    node: () => {
      const me = {
        id: randomUUID(),
        heard: [] as ((news: News, node: string) => void)[],
        backs: [] as (() => void)[],
      };
      nodes.push(me);
      return {
        tell: (news) => {
          if (!isUp || bus.lose(news)) return;
          const text = JSON.stringify(news);
          told.push(text);
          const read = readNews(text);
          if (!read) throw new Error(`nobody would understand ${text}`);
          for (const other of nodes)
            if (other !== me) for (const listener of other.heard) setImmediate(() => listener(read, me.id));
        },
        hear: (listener) => void me.heard.push(listener),
        onBack: (listener) => void me.backs.push(listener),
        state: () => (isUp ? 'up' : 'away'),
        reach: async () => {},
        close: async () => {},
      };
    },
  };
  return bus;
};
