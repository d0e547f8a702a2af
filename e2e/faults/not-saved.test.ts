import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { OpenDocument } from '#collab/client/open-document.ts';
import { REVIEWS } from '#server/demo/content/ids.ts';
import { findPostgresPrograms, type RealPostgres, startPostgres } from '../postgres.ts';
import { type ProgramOptions, startProgram } from '../program.ts';
import { reach } from '../reach.ts';
import { form, signIn } from './company.ts';
import { mountSmallDisk, type SmallDisk } from './small-disk.ts';
import { type At, bearable, openTab, until } from './writers.ts';
import { FAULT_TEXT } from './written.ts';

/** Something that keeps a database from storing; it can still be asked. */
interface Ill {
  what: string;
  /** It can be told from outside before anybody writes. */
  shows: boolean;
  begin(): unknown;
  end(): Promise<unknown>;
}

interface Ailing {
  options: ProgramOptions;
  ills: Ill[];
}

const undo: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step();
});

async function smallDisk(mebibytes: number) {
  const disk = await mountSmallDisk(mebibytes);
  if (disk) undo.push(() => disk.remove());
  return disk;
}

async function embedded(): Promise<Ailing | null> {
  const disk = await smallDisk(200);
  if (!disk) return null;
  return {
    options: { dataDir: disk.folder },
    ills: [{ what: 'full', shows: true, begin: disk.fill, end: disk.free }],
  };
}

async function postgres(): Promise<Ailing> {
  const server = await startPostgres();
  undo.push(() => server.remove());
  const set = (readOnly: boolean) => server.setReadOnly('soak', readOnly);
  const ills: Ill[] = [{ what: 'read-only', shows: true, begin: () => set(true), end: () => set(false) }];
  const disk = await smallDisk(64);
  if (disk) ills.push({ what: 'full', shows: false, begin: () => fillUnder(server, disk), end: disk.free });
  return { options: { env: { DATABASE_URL: await server.createDatabase('soak') } }, ills };
}

async function fillUnder(server: RealPostgres, disk: SmallDisk) {
  const folder = join(disk.folder, 'tables');
  mkdirSync(folder);
  await server.moveTables('soak', folder, ['document_updates', 'reviews', 'imports', 'import_parts']);
  disk.fill();
}

const REVIEW = `/reviews/${REVIEWS.wrongHost}`;

describe('[bad input 51] a database that cannot store is told of, stays readable, and is made up for by itself', () => {
  it('embedded, its disk full', async ({ skip }) => {
    const ailing = await embedded();
    if (!ailing) return skip('no disk may be mounted here');
    await saysNotSaved(ailing);
  });
  it.skipIf(!findPostgresPrograms())('PostgreSQL, read-only, and its disk full', async () => {
    await saysNotSaved(await postgres());
  });
});

async function saysNotSaved({ options, ills }: Ailing) {
  const program = await startProgram(options);
  undo.push(() => program.kill());
  const { origin } = program;
  const cookie = await signIn(origin, 'amir');
  const at: At = { origin, cookie, document: `write-up:${REVIEWS.wrongHost}:1` };
  const tabs = [openTab(at), openTab(at)] as const;
  undo.push(async () => {
    for (const tab of tabs) tab.close();
  });
  await until(() => tabs.every((tab) => tab.status.get().saved === 'saved'), 'both there', 30_000);
  for (const ill of ills) await goesThrough(ill, at, tabs);
  // the process that was started, not another one in its place
  expect(process.kill(program.pid, 0)).toBe(true);
}

async function goesThrough(
  ill: Ill,
  { origin, cookie }: At,
  [mine, other]: readonly [OpenDocument, OpenDocument],
) {
  const typed = `${ill.what} ${randomBytes(100_000).toString('hex')}`;
  const hasWords = ({ doc }: OpenDocument) => doc.getText(FAULT_TEXT).toString().startsWith(typed);
  const paste = () => reach(origin, '/reviews/import', { cookie, ...form({ pasted: `# T\n\n${typed}` }) });
  const ready = () => reach(origin, '/readyz');
  const isIll = async () => (await ready()).text === 'The database can store nothing.';
  await until(async () => (await ready()).status === 200, 'ready', 5000);
  await ill.begin();
  if (ill.shows) await until(isIll, 'not ready, though nobody writes', 5000);
  mine.doc.getText(FAULT_TEXT).insert(0, typed);
  await until(() => mine.status.get().saved === 'not-saved', '“Not saved” is said', 30_000);
  expect(mine.status.get().reason?.name).toBe('cannot-save');
  expect(await ready()).toMatchObject({ status: 503, text: 'The database can store nothing.' });
  const seen: string[] = [];
  const stop = mine.status.subscribe(() => seen.push(mine.status.get().saved));
  for (const path of ['/', REVIEW, `${REVIEW}/write`, '/library', '/healthz'])
    expect([path, (await reach(origin, path, { cookie })).status]).toEqual([path, 200]);
  const refused = await paste();
  expect(refused.text).toMatch(/Not saved|Nothing was kept/);
  expect([422, 503]).toContain(refused.status);
  expect(seen).not.toContain('saved');
  expect(hasWords(other)).toBe(false);
  stop();

  await ill.end();
  await until(() => !mine.hasUnsentWords(), 'saved after all', bearable(5_000));
  await until(() => hasWords(other), 'and seen by the other');
  expect((await paste()).status).toBe(302);
  await until(async () => (await ready()).status === 200, 'ready again', 5000);
}
