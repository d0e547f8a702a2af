import { Redis, type RedisOptions } from 'ioredis';
import type { CollabOptions } from '../options.ts';
import { type News, readNews } from './news.ts';
import type { Relay } from './relay.ts';

export interface RedisTimes {
  /** how often a node says that it is there, and hears whether its own words come back */
  hereMs: number;
  /** without its own words for so long the way is taken for broken, however open its connections look */
  deafMs: number;
  connectMs: number;
  /** the longest wait between two attempts */
  retryMs: number;
}

export const REDIS_TIMES: RedisTimes = { hereMs: 1000, deafMs: 3000, connectMs: 2000, retryMs: 2000 };

export interface RedisOptionsOfOurs {
  url: string;
  /** Nodes of one database share it. */
  channel: string;
  /** This node, as the others know it: a UUID of this start. */
  node: string;
  log: CollabOptions['log'];
  times?: Partial<RedisTimes>;
}

/** Told faster than Redis takes it, the rest is dropped: the others read it in the log. */
const MOST_UNDER_WAY = 2000;
const LONGEST_TEXT = 1024 * 1024;

/**
 * The relay over Redis: one connection tells, one hears. A node hears its own words too, which proves the whole way, a Redis
 * that has stopped answering included. Opening it never fails and never waits for Redis.
 */
export const openRedis = ({ url, channel, node, log, times }: RedisOptionsOfOurs): Relay => {
  const { hereMs, deafMs, connectMs, retryMs } = { ...REDIS_TIMES, ...times };
  const options: RedisOptions = {
    connectTimeout: connectMs,
    // nothing waits for Redis: told while it is away is told to nobody
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    autoResubscribe: false,
    retryStrategy: (attempt) => Math.min(retryMs, 50 * 2 ** attempt),
    connectionName: 'soak',
  };
  const teller = new Redis(url, options);
  const hearer = new Redis(url, options);
  const name = `soak:${channel}`;
  const listeners: ((news: News, node: string) => void)[] = [];
  const backs: (() => void)[] = [];
  let underWay = 0;
  let isUp = false;
  let isClosing = false;
  let heardMyself = performance.now();
  let reason: Error | null = null;
  let isMissed = false;

  const tell = (news: News) => {
    if (teller.status !== 'ready' || underWay >= MOST_UNDER_WAY) return;
    underWay += 1;
    teller
      .publish(name, `${node} ${JSON.stringify(news)}`)
      .catch(() => undefined)
      .finally(() => {
        underWay -= 1;
      });
  };

  const heard = (text: string) => {
    if (text.startsWith(node)) return heardOwn();
    if (text.length > LONGEST_TEXT) return;
    const space = text.indexOf(' ');
    const news = readNews(text.slice(space + 1));
    if (!news) return;
    for (const listener of listeners) listener(news, text.slice(0, space));
  };

  const heardOwn = () => {
    heardMyself = performance.now();
    if (isUp || isClosing) return;
    isUp = true;
    if (isMissed) log.info('redis is there again');
    isMissed = false;
    for (const back of backs) back();
  };

  const lose = () => {
    isUp = false;
    if (isMissed || isClosing) return;
    isMissed = true;
    // the first word says it, as ECONNREFUSED or WRONGPASS do; the rest may name more than a log should
    const why = (reason as NodeJS.ErrnoException | null)?.code ?? reason?.message.split(' ')[0] ?? 'silent';
    log.error('redis is away: edits are kept all the same and reach other nodes within seconds', reason, {
      why,
    });
  };

  const look = () => {
    if (performance.now() - heardMyself > deafMs) {
      lose();
      heardMyself = performance.now();
      for (const one of [teller, hearer])
        if (one.status !== 'reconnecting' && one.status !== 'end') one.disconnect(true);
    }
    tell({ kind: 'here' });
  };

  for (const one of [teller, hearer]) {
    one.on('error', (error: Error) => {
      reason = error;
    });
    one.on('close', lose);
  }
  hearer.on('message', (_channel, text: string) => heard(text));
  hearer.on('ready', () => {
    hearer.subscribe(name).then(
      () => tell({ kind: 'here' }),
      (error: Error) => {
        reason = error;
      },
    );
  });
  teller.on('ready', () => tell({ kind: 'here' }));
  const timer = setInterval(look, hereMs);
  timer.unref();

  return {
    tell,
    hear: (listener) => void listeners.push(listener),
    onBack: (listener) => {
      backs.push(listener);
      if (isUp) listener();
    },
    state: () => (isUp ? 'up' : 'away'),
    reach: async () => {
      if (!isUp) throw new Error('Redis is away', { cause: reason });
    },
    close: async () => {
      isClosing = true;
      clearInterval(timer);
      tell({ kind: 'leaving' });
      // what was told last is still on its way out
      await Promise.race([
        teller.quit().catch(() => undefined),
        new Promise((done) => setTimeout(done, 300)),
      ]);
      teller.disconnect();
      hearer.disconnect();
    },
  };
};
