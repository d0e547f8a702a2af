import { expect, it } from 'vitest';
import { onTwoNodes } from './two-nodes.ts';
import { bearable, openTab, until } from './writers.ts';
import { DOCUMENT, FAULT_TEXT, WRITER } from './written.ts';

onTwoNodes((nodes) => {
  const tab = (origin: string) => openTab({ origin, cookie: `who=${WRITER}`, document: DOCUMENT });

  it('[D4] what is written on one node is on the other within 100 ms, and has been committed before', async () => {
    const here = tab(nodes.one.origin);
    const there = tab(nodes.other.origin);
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
});
