import { existsSync } from 'node:fs';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { BackupRefused } from '#db/backup/backup-refused.ts';
import { embeddedFolder, restoringFolder } from '#db/open.server.ts';
import { readBackupFile } from './read-backup-file.server.ts';
import { backUp, ENGINES, forge, opened, restore, withPlaces } from './testing.ts';

vi.setConfig({ testTimeout: 120_000 });

describe('[D11] a file that is no whole backup', () => {
  const places = withPlaces();
  let folder: string;
  let good: Buffer;
  let lines: string[];

  beforeAll(async () => {
    folder = await places.folder();
    const file = join(folder, 'good.soak');
    await opened(await places.place('embedded'), async (db) => {
      await sql`insert into teams (id, name) values ('6f1c2b9e-0000-4000-8000-000000000001', 'Payments')`.execute(
        db,
      );
      await backUp(db, file);
    });
    good = await readFile(file);
    lines = gunzipSync(good).toString().trimEnd().split('\n').slice(0, -1);
  }, 120_000);

  const reading = async (bytes: Buffer) => {
    const file = join(folder, 'bad.soak');
    await writeFile(file, bytes);
    return readBackupFile(file).then(
      () => 'whole',
      (error: unknown) => error,
    );
  };

  test('is the owner’s alone to read, and whole it is read', async () => {
    expect((await stat(join(folder, 'good.soak'))).mode & 0o777).toBe(0o600);
    expect(await reading(good)).toBe('whole');
    expect(await reading(await forge(lines))).toBe('whole');
  });

  test('cut off anywhere, it is refused in a sentence', async () => {
    for (let length = 0; length < good.length; length += Math.ceil(good.length / 60))
      expect(await reading(good.subarray(0, length)), `${length} bytes of it`).toBeInstanceOf(BackupRefused);
  });

  test('with any one byte changed, it is refused in a sentence', async () => {
    // the first ten bytes are gzip's own: its time and its system change nothing
    for (let at = 10; at < good.length; at += Math.ceil(good.length / 120)) {
      const bytes = Buffer.from(good);
      bytes[at] = (bytes[at] ?? 0) ^ 0x20;
      // a bit that only fills the last byte of a block up is no part of what it says
      const isSame = await Promise.resolve(bytes)
        .then(gunzipSync)
        .then(
          (said) => said.equals(gunzipSync(good)),
          () => false,
        );
      if (!isSame) expect(await reading(bytes), `byte ${at}`).toBeInstanceOf(BackupRefused);
    }
  });

  test('whatever else it is, it is refused in a sentence', async () => {
    const others: Record<string, Buffer> = {
      'a picture': Buffer.from([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]),
      'nothing packed': gzipSync(''),
      'text packed': gzipSync('hello\n'),
      'very deep JSON': gzipSync(`${'['.repeat(200_000)}\n`),
      'a line without end': gzipSync(Buffer.alloc(200 * 1024 * 1024, 'a')),
      'an end of its own alone': await forge([]),
      'rows before a table': await forge([lines[0] ?? '', '["a"]']),
      'two heads': await forge([lines[0] ?? '', ...lines]),
      'no position': await forge(lines.slice(0, -1)),
      'something after the position': await forge([...lines, lines[1] ?? '']),
      'a row of another length': await forge(withRow('["a","b","c"]')),
      'a row of numbers': await forge(withRow('[1,2]')),
      'a row that is a table': await forge(withRow('[["a"],"b"]')),
      'its prototype named': await forge([
        (lines[0] ?? '').replace('{', '{"__proto__":{"polluted":true},'),
        ...lines.slice(1),
      ]),
    };
    for (const [what, bytes] of Object.entries(others))
      expect(await reading(bytes), what).toBeInstanceOf(BackupRefused);
    expect(Object.prototype).not.toHaveProperty('polluted');
    await expect(readBackupFile(join(folder, 'nowhere.soak'))).rejects.toThrow(/There is no file/);
    await expect(readBackupFile(folder)).rejects.toThrow(/is not a file/);
  });

  const withRow = (row: string) =>
    lines.flatMap((line) => (line.startsWith('{"table":"teams"') ? [line, row] : [line]));

  describe.each(ENGINES)('into %s', (engine) => {
    const FORGED: Record<string, () => string[]> = {
      'a table of its own': () => [
        lines[0] ?? '',
        '{"table":"pg_authid","columns":["oid"],"key":["oid"]}',
        ...lines.slice(1),
      ],
      'a column too many': () =>
        lines.map((line) =>
          line
            .replace('"columns":["id","name"]', '"columns":["id","name","oid"]')
            .replace('","Payments"]', '","Payments","1"]')
            .replace('", "Payments"]', '", "Payments", "1"]'),
        ),
      'a table twice': () => [
        ...lines.slice(0, -1),
        lines.find((line) => line.startsWith('{"table":"teams"')) ?? '',
        lines.at(-1) ?? '',
      ],
      'a table too few': () => lines.filter((line) => !line.startsWith('{"table":"workspace"')),
      'a value that is none': () => withRow('["not an id","x"]'),
      'a zero character': () => withRow('["6f1c2b9e-0000-4000-8000-000000000002","a\\u0000b"]'),
      'the same row twice': () => withRow('["6f1c2b9e-0000-4000-8000-000000000001","Other"]'),
      'a row that names nobody': () =>
        lines.flatMap((line) =>
          line.startsWith('{"table":"team_members"')
            ? [line, '["6f1c2b9e-0000-4000-8000-000000000001","6f1c2b9e-0000-4000-8000-000000000009","t"]']
            : [line],
        ),
      'a counter of its own': () => lines.map((line) => line.replace('"audit_id_seq"', '"pg_class"')),
      'no version': () => lines.map((line) => line.replace(/"migrations":\[.*?\]\]/, '"migrations":[]')),
      'a version nobody knows': () =>
        lines.map((line) => line.replace('0001_people.sql', '0001_persons.sql')),
    };

    // what a file is refused for before the database is asked is the same on both; each takes a new database, seconds long
    const ofDatabase = [
      'a value that is none',
      'a zero character',
      'the same row twice',
      'a row that names nobody',
    ];
    const either = Object.keys(FORGED).filter((what) => !ofDatabase.includes(what));
    const short =
      engine === 'embedded' ? ['a row that names nobody'] : [...ofDatabase, ...either.slice(0, 3)];
    const tried = process.env.SOAK_LONG ? Object.keys(FORGED) : short;
    test.each(tried)('with a true sum but %s, it is refused and leaves nothing behind', async (what) => {
      const file = join(folder, 'forged.soak');
      await writeFile(file, await forge(FORGED[what]?.() ?? []));
      const where = await places.place(engine);
      await expect(restore(file, where)).rejects.toThrow();
      if (where.dataDir) {
        expect(existsSync(embeddedFolder(where.dataDir))).toBe(false);
        expect(existsSync(restoringFolder(where.dataDir))).toBe(false);
      }
      // as empty as before: the true one goes in
      await restore(join(folder, 'good.soak'), where);
    });
  });
});
