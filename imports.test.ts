import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';

/** The import table of the house. A part may import itself, what stands beside it here, and packages. */
const MAY_IMPORT: Record<string, string[]> = {
  domain: [],
  'collab/document': ['domain'],
  db: ['domain'],
  'collab/client': ['domain', 'collab/document'],
  'collab/server': ['domain', 'collab/document', 'db', 'server/app.ts'],
  server: ['domain', 'collab/document', 'collab/server', 'db'],
  'app/components': ['domain', 'collab/document', 'collab/client', 'app/theme'],
  'app/theme': [],
  'app/routes': [
    'app/components',
    'app/theme',
    'app/context.ts',
    'collab/client',
    'collab/document',
    'domain',
    'server',
  ],
};

/** Where a file that opens a socket, file or database, or reads env, must say so by its suffix. */
const GUARDED = ['domain', 'db', 'collab', 'server', 'app'];
const OPENS =
  /from '(?:node:(?:fs|fs\/promises|net|http|https|child_process|worker_threads|sqlite|tls|dgram)|pg|ioredis|@electric-sql\/pglite)'|process\.env\b/;
/** What makes the domain impure. */
const IMPURE =
  /\bDate\.now\(|new Date\(\)|Math\.random\(|\bfetch\(|\bprocess\.|from 'node:|crypto\.|setTimeout\(|setInterval\(/;

const root = import.meta.dirname;
const sources = [...Object.keys(MAY_IMPORT), 'app', 'e2e'].flatMap(filesUnder).filter(unique);

function filesUnder(folder: string): string[] {
  try {
    return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
      .map((entry) => relative(root, join(entry.parentPath, entry.name)));
  } catch {
    return [];
  }
}

function unique<T>(value: T, at: number, all: T[]): boolean {
  return all.indexOf(value) === at;
}

const read = (file: string) => readFileSync(join(root, file), 'utf8');
/** The code without its comments, so that prose may speak of anything. */
const code = (file: string) => read(file).replace(/\/\*[\s\S]*?\*\/|(?<!:)\/\/.*$/gm, '');
const isTest = (file: string) => /\.(test|arbitrary)\.tsx?$|(^|\/)testing[./]/.test(file);
const within = (file: string, part: string) => file === part || file.startsWith(`${part}/`);
const partOf = (file: string) => Object.keys(MAY_IMPORT).find((part) => within(file, part));
const screenOf = (file: string) => file.split('/').slice(0, 3).join('/');

/** Files of ours that a file imports, from the root. */
function importsOf(file: string): string[] {
  const found = code(file).matchAll(/(?:from|import)\s*\(?\s*'((?:#|\.\.?\/)[^']+)'/g);
  return [...found].flatMap(([, target = '']) => {
    if (target.includes('+types/')) return [];
    return [target.startsWith('#') ? target.slice(1) : join(file, '..', target)];
  });
}

const isAllowed = (file: string, target: string): boolean => {
  const part = partOf(file);
  if (!part) return true;
  if (part === 'app/routes' && within(target, 'app/routes')) return screenOf(file) === screenOf(target);
  return [part, ...(MAY_IMPORT[part] ?? [])].some((allowed) => within(target, allowed));
};

test('each part imports what the table allows and nothing else', () => {
  const forbidden = sources
    .filter((file) => !isTest(file))
    .flatMap((file) =>
      importsOf(file)
        .filter((target) => !isAllowed(file, target))
        .map((target) => `${file} imports ${target}`),
    );
  expect(forbidden).toEqual([]);
});

test('the domain does no I/O and knows neither clock nor chance', () => {
  const impure = filesUnder('domain').filter((file) => !isTest(file) && IMPURE.test(code(file)));
  expect(impure).toEqual([]);
});

test('only db speaks SQL', () => {
  const speakers = sources.filter(
    (file) =>
      !within(file, 'db') &&
      !within(file, 'e2e') &&
      !isTest(file) &&
      /import (?!type)[^;]*from '(?:kysely|pg|@electric-sql\/pglite)'/.test(code(file)),
  );
  expect(speakers).toEqual([]);
});

test('a file that opens something, or reads the environment, ends in .server.ts', () => {
  const unmarked = GUARDED.flatMap(filesUnder)
    .filter(unique)
    .filter((file) => !isTest(file) && !/\.server\.tsx?$/.test(file) && OPENS.test(code(file)));
  expect(unmarked).toEqual([]);
});

test('no drawer for everything, no file above 300 lines that does not say why on its first', () => {
  const all = [...GUARDED, 'e2e'].flatMap(filesUnder).filter(unique);
  expect(
    all.filter((file) => /(^|\/)(utils?|helpers?|misc|common|manager|service)s?[./]/.test(file)),
  ).toEqual([]);
  expect(all.filter((file) => read(file).split('\n').length > 301 && !read(file).startsWith('/'))).toEqual(
    [],
  );
});

test('file names are kebab-case', () => {
  const named = [...GUARDED, 'e2e'].flatMap(filesUnder).filter(unique);
  const odd = named.filter(
    (file) => !/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z]+)*\.tsx?$/.test(file.split('/').at(-1) ?? ''),
  );
  expect(odd).toEqual([]);
});
