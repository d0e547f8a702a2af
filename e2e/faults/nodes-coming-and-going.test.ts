import { expect, it } from 'vitest';
import { ownSeed, seeded } from './seeded.ts';
import { onTwoNodes } from './two-nodes.ts';
import { readWords, startWriter, until } from './writers.ts';
import { DOCUMENT, FAULT_TEXT, WRITER } from './written.ts';

const LONG = Boolean(process.env.SOAK_LONG);
/** A failing seed that the output has told goes here, with what it was, and is tried ever after. */
const FAILED_ONCE: [number, string][] = [];
const seeds: [number, string][] = [...FAILED_ONCE, [ownSeed(), 'of this run']];
const FAULTS = 6;
const AN_HOUR_MS = 3_600_000;

onTwoNodes(
  (nodes) => {
    it.each(seeds)(
      '[D6] nodes are killed, Redis comes and goes, both compact: every word is there once, on both, and nothing is amiss (seed %i, %s)',
      async (seed) => {
        const chance = seeded(seed);
        const at = (origin: string) => ({ origin, cookie: `who=${WRITER}`, document: DOCUMENT });
        const origins = [nodes.one.origin, nodes.other.origin];
        const writers = [0, 1, 2, 3].map((index) =>
          startWriter(at(origins[index % 2] ?? ''), LONG ? 200 : 10),
        );
        await until(() => writers.every(({ acknowledged }) => acknowledged.length > 20), 'all write', 30_000);
        const said: string[] = [];
        const events = {
          'kill one': async () => {
            said.push(nodes.one.output());
            await nodes.one.kill();
            await pause(chance() * 500);
            await nodes.restart('one');
          },
          'kill the other': async () => {
            said.push(nodes.other.output());
            await nodes.other.kill();
            await pause(chance() * 500);
            await nodes.restart('other');
          },
          'stop Redis': async () => {
            await nodes.redis.stop();
            await pause(chance() * 2000);
            await nodes.redis.start();
          },
          'halt Redis': async () => {
            nodes.redis.halt();
            await pause(chance() * 4000);
            nodes.redis.goOn();
          },
        };
        const happened: string[] = [];
        const began = performance.now();
        const goesOn = () => (LONG ? performance.now() - began < AN_HOUR_MS : happened.length < FAULTS);
        while (goesOn()) {
          const names = Object.keys(events) as (keyof typeof events)[];
          const name = names[Math.floor(chance() * names.length)] ?? 'stop Redis';
          happened.push(name);
          await events[name]();
          await pause(chance() * 700);
        }
        const story = `seed ${seed}: ${happened.join(', ')}`;
        for (const writer of writers) writer.rest();
        await until(
          () => writers.every(({ document }) => !document.hasUnsentWords()),
          `all saved (${story})`,
          30_000,
        );
        const textOf = ({ document }: (typeof writers)[number]) =>
          document.doc.getText(FAULT_TEXT).toString();
        await until(() => new Set(writers.map(textOf)).size === 1, `all equal (${story})`, 15_000);
        for (const origin of origins) {
          const { text, words } = await readWords(at(origin));
          const written = writers.flatMap((writer) => writer.written);
          expect(
            written.filter((word) => !words.has(word)),
            story,
          ).toEqual([]);
          expect(text.match(/w\d+-\d+;/g)?.length, story).toBe(written.length);
        }
        said.push(nodes.one.output(), nodes.other.output());
        const amiss = said.flatMap((output) => output.split('\n').filter((line) => /error/i.test(line)));
        expect(
          amiss.filter((line) => !line.startsWith('redis is away')),
          story,
        ).toEqual([]);
        process.stdout.write(`[D6] two nodes, ${story}\n`);
        for (const writer of writers) writer.leave();
      },
      2 * AN_HOUR_MS,
    );
  },
  { COMPACT_OFTEN: 'yes' },
);

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
