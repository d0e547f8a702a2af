import { expect, it } from 'vitest';
import { startCollab } from '#collab/server/testing.ts';
import { bystander } from '#collab/server/testing-raw.ts';
import { listSources } from '#db/evidence.ts';
import { forEachEngine } from '#db/testing.ts';
import { isRefused } from '#domain/refused.ts';
import { beginImport } from './begin-import.ts';
import { bringIn } from './bring-in.ts';
import { findImport } from './find-import.ts';
import { aField, zipOf } from './testing.ts';

/** Fifty in `npm run test:long`: ten say the same of the machine in a fifth of the time. */
const DAYS = process.env.SOAK_LONG ? 50 : 10;
const A_DAY = 1_000;

/** Days of a thousand messages, as Slack writes them: people, threads, reactions, some long. */
function anExport(): Uint8Array {
  const users = Array.from({ length: 40 }, (_, at) => ({
    id: `U${at}`,
    name: `person${at}`,
    profile: { display_name: `Person ${at}` },
  }));
  const days = Array.from({ length: DAYS }, (_, day) => ({
    name: `operations/${new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10)}.json`,
    content: JSON.stringify(Array.from({ length: A_DAY }, (_, at) => message(day, at))),
  }));
  return zipOf([
    { name: 'users.json', content: JSON.stringify(users) },
    { name: 'channels.json', content: JSON.stringify([{ id: 'C1', name: 'operations' }]) },
    ...days,
  ]);
}

function message(day: number, at: number) {
  const ts = `${Date.UTC(2026, 0, 1 + day) / 1000 + at * 60}.000${100 + (at % 100)}`;
  const text = `<@U${at % 40}> replica lag is ${at} s, see <https://graphs.test/${at}|the graph> ${'and so on '.repeat(at % 30)}`;
  const reactions = at % 7 === 0 ? { reactions: [{ name: 'eyes', users: ['U1', 'U2'], count: 2 }] } : {};
  return { type: 'message', user: `U${(at * 7) % 40}`, ts, text, ...reactions };
}

const until = async (fact: () => Promise<boolean>) => {
  while (!(await fact())) await new Promise((resolve) => setTimeout(resolve, 50));
};

forEachEngine((engine) => {
  it('fifty thousand messages come in within 20 s, ten thousand within 4, others are acknowledged within 100 ms, and a second time adds nothing', async () => {
    const server = await startCollab(engine.db);
    const field = aField(engine.db);
    const app = { ...field.app, collab: server.collab.port };
    const ada = await field.person('Ada');
    const bytes = anExport();
    const facts = {
      kind: 'incident',
      privacy: 'private',
      closestTeams: [],
      wasInvolved: false,
      leadsInvolved: false,
    } as const;
    const other = await bystander(server);

    const bring = async (review: string | null) => {
      const begun = await beginImport(app, ada, {
        review,
        files: [{ path: 'export.zip', bytes }],
        pasted: '',
        pastedAs: 'chat',
      });
      if (isRefused(begun)) throw new Error(begun.refused);
      const state = async () => (await findImport(app, ada, begun.id)).state;
      await until(async () => (await state()) !== 'reading');
      const { preview } = await findImport(app, ada, begun.id);
      if (!preview) throw new Error('refused');
      const choices = { title: 'Operations', day: '2026-01-01', zone: 'UTC', takings: {} };
      await bringIn(app, ada, begun.id, { choices, channels: preview.channels.map(({ key }) => key), facts });
      await until(async () => (await state()) === 'done');
      return (await findImport(app, ada, begun.id)).review?.id ?? null;
    };

    const start = performance.now();
    const review = await bring(null);
    const seconds = (performance.now() - start) / 1000;
    const p95 = await other.p95();
    console.log(
      `${engine.name}: ${DAYS * A_DAY} messages in ${seconds.toFixed(1)} s; others' acknowledgements p95 ${p95.toFixed(0)} ms`,
    );
    if (!review) throw new Error('no review');
    expect(await listSources(engine.db, review)).toMatchObject([{ count: DAYS * A_DAY }]);
    await bring(review);
    expect(await listSources(engine.db, review)).toMatchObject([{ count: DAYS * A_DAY }]);
    await server.stop();
    expect(seconds).toBeLessThan((20 * DAYS) / 50);
    expect(p95).toBeLessThan(100);
  }, 120_000);
});
