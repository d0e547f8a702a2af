import { expect, it } from 'vitest';
import { onTwoNodes } from './two-nodes.ts';
import { bearable, lost, openTab, readWords, startWriter, until, type Writer } from './writers.ts';
import { DOCUMENT, FAULT_TEXT, WRITER } from './written.ts';

/** How long Redis is away. */
const AWAY_MS = process.env.SOAK_LONG ? 60_000 : 4_000;

onTwoNodes((nodes) => {
  const at = (origin: string) => ({ origin, cookie: `who=${WRITER}`, document: DOCUMENT });
  const onBoth = () =>
    [nodes.one, nodes.other].flatMap(({ origin }) => [0, 1, 2].map(() => startWriter(at(origin), 20)));
  const textOf = (writer: Writer) => writer.document.doc.getText(FAULT_TEXT).toString();
  const areEqual = (writers: readonly Writer[]) => new Set(writers.map(textOf)).size === 1;
  const rest = async (writers: readonly Writer[]) => {
    for (const writer of writers) writer.rest();
    await until(() => writers.every(({ document }) => !document.hasUnsentWords()), 'all saved', 20_000);
  };
  const requireNothingLost = async (writers: readonly Writer[]) => {
    for (const { origin } of [nodes.one, nodes.other]) {
      const { words } = await readWords(at(origin));
      expect(writers.flatMap(({ written }) => written.filter((word) => !words.has(word)))).toEqual([]);
    }
  };

  it('[D4] what is written on one node is on the other within 100 ms, and has been committed before', async () => {
    const here = openTab(at(nodes.one.origin));
    const there = openTab(at(nodes.other.origin));
    await until(() => [here, there].every(({ status }) => status.get().saved === 'saved'), 'both are there');
    const waits: number[] = [];
    for (let round = 0; round < 40; round++) {
      const [from, to] = round % 2 ? [here, there] : [there, here];
      const word = `across-${round};`;
      const arrived = new Promise<void>((resolve) => {
        const look = () => to.doc.getText(FAULT_TEXT).toString().includes(word) && resolve();
        to.doc.on('update', look);
      });
      const began = performance.now();
      from.doc.getText(FAULT_TEXT).insert(0, word);
      await arrived;
      waits.push(performance.now() - began);
    }
    waits.sort((a, b) => a - b);
    const p95 = waits[Math.floor(waits.length * 0.95)] ?? 0;
    process.stdout.write(
      `[D4] across two nodes: median ${waits[20]?.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms\n`,
    );
    expect(p95).toBeLessThan(bearable(100));
    here.close();
    there.close();
  });

  it('[D5] Redis gone while six write on two nodes: everything is saved meanwhile, and both are equal within 10 s of its return', async () => {
    const writers = onBoth();
    await until(() => writers.every(({ acknowledged }) => acknowledged.length > 10), 'all write', 30_000);
    await nodes.redis.stop();
    const before = writers.map(({ acknowledged }) => acknowledged.length);
    await new Promise((resolve) => setTimeout(resolve, AWAY_MS));
    await until(
      () => writers.every(({ acknowledged }, index) => acknowledged.length > (before[index] ?? 0) + 20),
      'all is saved meanwhile',
    );
    await until(
      () => writers.every(({ document }) => document.link.get().phase === 'connected'),
      'nobody is sent away',
    );
    await rest(writers);
    await nodes.redis.start();
    const back = performance.now();
    await until(() => areEqual(writers), 'equal again', bearable(10_000));
    process.stdout.write(`[D5] equal ${Math.round(performance.now() - back)} ms after the return of Redis\n`);
    await requireNothingLost(writers);
    expect(lost(writers, (await readWords(at(nodes.one.origin))).words)).toEqual([]);
    for (const writer of writers) writer.leave();
  }, 240_000);

  it('[D5] without Redis what one node has stored is on the other within the time of its looking, 10 s', async () => {
    const writers = onBoth();
    await until(() => writers.every(({ acknowledged }) => acknowledged.length > 5), 'all write', 30_000);
    await nodes.redis.stop();
    await rest(writers);
    const [first] = writers;
    first?.document.doc.getText(FAULT_TEXT).insert(0, 'alone;');
    await until(() => !first?.document.hasUnsentWords(), 'saved');
    const saved = performance.now();
    await until(
      () => writers.every((writer) => textOf(writer).startsWith('alone;')) && areEqual(writers),
      'found',
      bearable(11_000),
    );
    process.stdout.write(`[D5] found by looking after ${Math.round(performance.now() - saved)} ms\n`);
    await nodes.redis.start();
    for (const writer of writers) writer.leave();
  }, 120_000);

  it('[D5] a node whose connection to Redis breaks again and again misses nothing for long', async () => {
    const writers = onBoth();
    await until(() => writers.every(({ acknowledged }) => acknowledged.length > 10), 'all write', 30_000);
    for (let round = 0; round < 10; round++) {
      await nodes.redis.cutListeners();
      await new Promise((resolve) => setTimeout(resolve, 150));
    }
    await rest(writers);
    const ended = performance.now();
    await until(() => areEqual(writers), 'equal', bearable(3000));
    process.stdout.write(
      `[D5] cut ten times: equal ${Math.round(performance.now() - ended)} ms after the last word\n`,
    );
    await requireNothingLost(writers);
    for (const writer of writers) writer.leave();
  }, 120_000);

  it('[D3] a Redis that stops answering delays no acknowledgement, and its return needs no further edit', async () => {
    const writers = onBoth();
    await until(() => writers.every(({ acknowledged }) => acknowledged.length > 10), 'all write', 30_000);
    const [first] = writers;
    const oneEdit = async () => {
      const began = performance.now();
      const text = first?.document.doc.getText(FAULT_TEXT);
      text?.insert(0, 'x');
      await until(() => !first?.document.hasUnsentWords(), 'acknowledged');
      return performance.now() - began;
    };
    await rest(writers);
    nodes.redis.halt();
    const waits: number[] = [];
    const until5s = performance.now() + 5000;
    while (performance.now() < until5s) waits.push(await oneEdit());
    waits.sort((a, b) => a - b);
    const p95 = waits[Math.floor(waits.length * 0.95)] ?? 0;
    process.stdout.write(
      `[D3] Redis halted: ${waits.length} edits, p95 ${p95.toFixed(1)} ms until acknowledged\n`,
    );
    expect(p95).toBeLessThan(bearable(50));
    nodes.redis.goOn();
    await until(() => areEqual(writers), 'equal again', bearable(10_000));
    await requireNothingLost(writers);
    for (const writer of writers) writer.leave();
  }, 120_000);

  it('[D5] a node starts while Redis is away, says so in one line, and hears the others once it is there', async () => {
    await nodes.one.kill();
    await nodes.redis.stop();
    await nodes.restart('one');
    const writer = startWriter(at(nodes.one.origin));
    await until(() => writer.acknowledged.length > 5, 'writes and is saved');
    await until(() => nodes.one.output().includes('redis is away'), 'said');
    const there = openTab(at(nodes.other.origin));
    await until(() => there.status.get().saved === 'saved', 'there');
    await rest([writer]);
    await nodes.redis.start();
    await until(
      () => there.doc.getText(FAULT_TEXT).toString() === textOf(writer),
      'equal again',
      bearable(10_000),
    );
    writer.document.doc.getText(FAULT_TEXT).insert(0, 'live again;');
    await until(
      () => there.doc.getText(FAULT_TEXT).toString().startsWith('live again;'),
      'told',
      bearable(1500),
    );
    expect(nodes.one.output().match(/redis is away/g)).toHaveLength(1);
    writer.leave();
    there.close();
  }, 120_000);
});
