import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { readBackup } from '#db/backup/read-backup.ts';
import { forEachEngine, type TestEngine } from '#db/testing.ts';
import type { PersonId } from '#domain/ids.ts';
import { aMeetingWith, differing, everything, heapOf } from '../meetings/inputs/testing.ts';

/** As it lies in a row of PostgreSQL's: sixteen bytes. */
const bytesOf = (id: PersonId) => Buffer.from(id.replaceAll('-', ''), 'hex');

async function dump(db: TestEngine['db']): Promise<string> {
  const pieces: string[] = [];
  for await (const piece of readBackup(db, { id: randomUUID(), at: new Date(0) }))
    pieces.push(JSON.stringify(piece));
  return pieces.join('\n');
}

forEachEngine((engine) => {
  const timesInHeap = async (id: PersonId) =>
    (await heapOf(engine.db, 'attendance')).toString('latin1').split(bytesOf(id).toString('latin1')).length -
    1;
  const state = async () => ({ dump: await dump(engine.db), rows: await everything(engine.db) });
  /** A backup that is read writes rows of its own. */
  const changed = (before: Map<string, string>, after: Map<string, string>) =>
    differing(before, after).filter((name) => !name.startsWith('backup_'));

  test('[A2] “don’t record me” changes no row, no hidden column, no file, no dump, no log and no screen', async () => {
    const { otto, priya, does, traces } = await aMeetingWith(engine.db, ['open-floor']);
    await does(otto, { command: 'attend', statement: { how: 'choice', mode: 'room' } });
    const before = await state();
    const heap = await heapOf(engine.db, 'attendance');
    const told = [...traces];
    await does(priya, { command: 'attend', statement: null });
    const after = await state();
    expect(changed(before.rows, after.rows)).toEqual([]);
    expect(after.dump).toBe(before.dump);
    expect((await heapOf(engine.db, 'attendance')).equals(heap)).toBe(true);
    expect(traces).toEqual(told);
  });

  test('[A4] what was stated and taken back, or stated otherwise before, is in no row and no file of the table', async () => {
    const { otto, priya, does, traces } = await aMeetingWith(engine.db, ['open-floor']);
    await does(otto, { command: 'attend', statement: { how: 'choice', mode: 'room' } });
    const before = await state();
    const told = [...traces];
    await does(priya, { command: 'attend', statement: { how: 'asked', mode: 'remote' } });
    await does(priya, { command: 'attend', statement: { how: 'choice', mode: 'room' } });
    expect(await timesInHeap(priya.id)).toBe(1);
    await does(priya, { command: 'attend', statement: null });
    expect(await timesInHeap(priya.id)).toBe(0);
    expect(await timesInHeap(otto.id)).toBe(1);
    const after = await state();
    expect(after.dump).toBe(before.dump);
    expect(traces).toEqual(told);
    // of one instant, all of them: none tells when it was stated
    const left = (after.rows.get('attendance') ?? '').split('\n');
    expect(new Set(left.map((row) => row.split(' ')[0])).size).toBe(1);
    // whatever somebody does marks their own row, as a raised hand does too
    const marked = ['attendance', 'people', 'meetings'];
    expect(changed(before.rows, after.rows).filter((name) => !marked.includes(name))).toEqual([]);
  });
});
