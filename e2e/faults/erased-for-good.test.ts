import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import type * as Y from 'yjs';
import { type OpenDocument, openDocument } from '#collab/client/open-document.ts';
import { WORDS } from '#collab/document/field-names.ts';
import { addSection } from '#collab/document/sections.ts';
import { openDatabase, type WhereDatabase } from '#db/open.server.ts';
import { wholeDatabase } from '#db/whole-database.ts';
import { REVIEWS } from '#server/demo/content/ids.ts';
import { discardProgram, type Program, startProgram } from '../program.ts';
import { reach } from '../reach.ts';
import { form, signIn } from './company.ts';
import { onBalancedNodes } from './two-nodes.ts';
import { type At, openTab, socketWith, until } from './writers.ts';

const run = promisify(execFile);
const ROOT = join(import.meta.dirname, '..', '..');
const SECRET = 'quetzalcoatlus-northropi';
const HEX = Buffer.from(SECRET).toString('hex');
const REVIEW = REVIEWS.wrongHost;
const ERASE = `/reviews/${REVIEW}/erase`;
const SWEEP_OFTEN = ['--sweep-every=300'];

const documentOf = async (origin: string, cookie: string): Promise<string> => {
  const answer = await reach(origin, `/api/v1/reviews/${REVIEW}`, { cookie });
  const { documents } = answer.json() as { documents: { kind: string; name: string }[] };
  return documents.find(({ kind }) => kind === 'write-up')?.name ?? '';
};
const titleOf = (doc: Y.Doc, section: string) =>
  (doc.getXmlFragment(WORDS.sectionTitle(section)).get(0) as Y.XmlElement).get(0) as Y.XmlText;
const says = (text: string) => text.includes(SECRET) || text.includes(HEX);

/** Somebody types the secret, and takes it out again. */
async function typeAndDelete(origin: string, cookie: string, open = openTab) {
  const document = await documentOf(origin, cookie);
  const tab = open({ origin, cookie, document });
  await until(() => tab.status.get().saved === 'saved' && tab.status.get().ready, 'open', 20_000);
  const section = randomUUID();
  addSection(tab.doc, { id: section, title: `Said by ${SECRET} himself` });
  await until(() => tab.status.get().saved === 'saved' && !tab.hasUnsentWords(), 'typed', 10_000);
  return { tab, document, section };
}

async function takeOut(tab: OpenDocument, section: string) {
  await until(() => tab.status.get().saved === 'saved' && tab.status.get().ready, 'open', 20_000);
  titleOf(tab.doc, section).delete('Said by'.length, SECRET.length + 1);
  await until(() => tab.status.get().saved === 'saved' && !tab.hasUnsentWords(), 'taken out', 10_000);
}

async function tablesWithIt(where: WhereDatabase): Promise<string[]> {
  const { db, close } = await openDatabase(where);
  const tables = [...(await wholeDatabase(db))].filter(([, rows]) => says(rows)).map(([name]) => name);
  await close();
  return tables;
}

describe('on the embedded database', () => {
  let program: Program | null = null;
  afterAll(async () => {
    if (program) await discardProgram(program);
  });

  /** Every file below DATA_DIR in which the secret is, dumps unpacked. */
  const filesWithIt = async (dataDir: string) => {
    const entries = await readdir(dataDir, { recursive: true, withFileTypes: true });
    const hits: string[] = [];
    for (const entry of entries.filter((one) => one.isFile())) {
      const path = join(entry.parentPath, entry.name);
      const bytes = await readFile(path).catch(() => Buffer.alloc(0));
      if (says((path.endsWith('.soak') ? gunzipSync(bytes) : bytes).toString('latin1')))
        hits.push(path.slice(dataDir.length));
    }
    return hits;
  };

  it('[D14] a word typed, deleted and erased is in no table and no file of DATA_DIR, dumps included, also when killed midway', async () => {
    const typing = await startProgram();
    program = typing;
    const { dataDir } = typing;
    const cookie = await signIn(typing.origin, 'amir');
    const typed = await typeAndDelete(typing.origin, cookie);
    typed.tab.close();
    // from memory and journal into the tables' own files
    await typing.stop();
    const first = await startProgram({ dataDir, args: SWEEP_OFTEN });
    program = first;
    const { document } = typed;
    const tab = openTab({ origin: first.origin, cookie, document });
    const backups = join(dataDir, 'backups');
    await mkdir(backups, { recursive: true });
    // as the hours and days have left them: with the word as it stood, and as it was deleted
    const dump = (name: string) =>
      run(process.execPath, ['--liftoff-only', 'server/backup.server.ts', join(backups, name)], {
        cwd: ROOT,
        env: { PATH: process.env.PATH, DATA_DIR: dataDir },
      });
    await dump('2026-11-20T10-05.soak');
    // settled: the rows have gone to the archive
    await new Promise((resolve) => setTimeout(resolve, 6_000));
    await takeOut(tab, typed.section);
    await dump('2026-11-21T11-05.soak');
    const before = await filesWithIt(dataDir);
    expect(before.filter((path) => path.endsWith('.soak'))).toHaveLength(2);
    expect(before.some((path) => path.includes('/base/'))).toBe(true);
    expect(before.some((path) => path.includes('/pg_wal/'))).toBe(true);
    const readBefore = (await reach(first.origin, `/reviews/${REVIEW}`, { cookie })).text;

    const erased = await reach(first.origin, ERASE, { cookie, ...form({ epoch: '1', sure: 'on' }) });
    expect(erased.headers.get('location')).toContain('/erase?done');
    const began = performance.now();
    await until(() => tab.link.get().reason?.name === 'erased', 'the open page is told', 5_000);
    await first.kill();
    tab.close();
    program = await startProgram({ dataDir, args: SWEEP_OFTEN });
    const again = await signIn(program.origin, 'amir');
    const page = async () => (await reach(program?.origin ?? '', ERASE, { cookie: again })).text;
    await until(async () => (await page()).includes('They left Soak’s own files'), 'swept', 60_000);
    process.stdout.write(
      `[D14] swept ${Math.round(performance.now() - began)} ms after the erasing, a kill between\n`,
    );
    expect(await filesWithIt(dataDir)).toEqual([]);
    expect((await readdir(backups)).filter((name) => name.endsWith('.soak'))).toHaveLength(1);
    const readNow = (await reach(program.origin, `/reviews/${REVIEW}`, { cookie: again })).text;
    expect(proseOf(readNow)).toBe(proseOf(readBefore));
    expect(await documentOf(program.origin, again)).toBe(document.replace(/:1$/, ':2'));
    await program.stop();
    expect(await tablesWithIt({ dataDir })).toEqual([]);
    expect(await filesWithIt(dataDir)).toEqual([]);
    expect(`${first.output()}${program.output()}`).not.toContain(SECRET);
  }, 300_000);
});

/** What the page says in its article, without what scripts are told. */
const proseOf = (html: string): string =>
  (/<article[\s\S]*<\/article>/.exec(html)?.[0] ?? '').replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

onBalancedNodes((nodes) => {
  /** A tab on one node, past the balancer. */
  const tabOn =
    (which: 'one' | 'other') =>
    ({ cookie, document }: At) =>
      openDocument({
        ...{ name: document, person: 'somebody', mayWrite: true, holdMs: 0 },
        url: `${nodes.address(which).replace('http', 'ws')}/collab`,
        link: {
          person: null,
          WebSocketPolyfill: socketWith(cookie, nodes.balancer.origin),
          askWhy: async () => 'unreachable',
        },
      });

  it('[D14] erased on one node, it is refused on the other within 5 s, Redis or not, and is in no table', async () => {
    const { origin } = nodes.balancer;
    nodes.prefer('one');
    for (const withRedis of [true, false]) {
      const cookie = await signIn(origin, 'amir');
      const typed = await typeAndDelete(origin, cookie, tabOn('one'));
      const epoch = typed.document.split(':')[2] ?? '';
      const elsewhere = tabOn('other')({ origin, cookie, document: typed.document });
      await until(() => elsewhere.status.get().saved === 'saved', 'open on the other', 20_000);
      await takeOut(typed.tab, typed.section);
      if (!withRedis) await nodes.redis.stop();
      const erased = await reach(origin, ERASE, { cookie, ...form({ epoch, sure: 'on' }) });
      expect(erased.headers.get('location')).toContain('done');
      const began = performance.now();
      const isTold = ({ link }: OpenDocument) => link.get().reason?.name === 'erased';
      await until(() => isTold(elsewhere) && isTold(typed.tab), 'both are told', 5_000);
      const tookMs = Math.round(performance.now() - began);
      process.stdout.write(
        `[D14] two nodes, Redis ${withRedis ? 'there' : 'away'}: refused everywhere ${tookMs} ms after\n`,
      );
      const late = tabOn('other')({ origin, cookie, document: typed.document });
      await until(() => isTold(late), 'and refused again', 10_000);
      for (const tab of [typed.tab, elsewhere, late]) tab.close();
      expect(await tablesWithIt({ databaseUrl: nodes.postgres.url('nodes') })).toEqual([]);
      if (!withRedis) await nodes.redis.start();
    }
  }, 300_000);
});
