import { execFile, execFileSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { invitationFile, publishedFile } from './entry-file.ts';

/** Calendar programs nobody here wrote: Debian's khal, and libical with its check against RFC 5546. */
const run = promisify(execFile);
const PYTHON = '/usr/bin/python3';

const works = (program: string, ...args: string[]): boolean => {
  try {
    execFileSync(program, args, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};
const hasKhal = works('khal', '--version');
const hasLibical = works(PYTHON, '-c', 'import ctypes; ctypes.CDLL("libical.so.3")');
const without = (has: boolean, what: string) => (has ? '' : ` (left out: ${what} is not installed here)`);

const organizer = { name: 'Soak', email: 'soak@example.org' };
const TITLE = 'Gräbt, "tief"; 🕳️ und weiter: eine lange Zeile, die umbrochen werden muss';
const letter = (
  method: 'REQUEST' | 'CANCEL',
  sequence: number,
  facts: { start: string; minutes: number; role?: 'chair'; isUninviting?: true },
) =>
  invitationFile(
    {
      uid: 'meeting-1@soak.test',
      sequence,
      title: TITLE,
      startsAt: new Date(facts.start),
      minutes: facts.minutes,
      callLink: 'https://call.example.org/room',
      url: 'https://soak.test/meetings/1',
      isCancelled: method === 'CANCEL' && !facts.isUninviting,
      changedAt: new Date('2026-11-18T08:00:00Z'),
    },
    {
      method,
      isUninviting: facts.isUninviting ?? false,
      to: { name: 'Priya', email: 'priya@example.org' },
      role: facts.role ?? 'optional',
      organizer,
      stamp: new Date(Date.parse('2026-11-18T08:00:00Z') + sequence * 60_000),
    },
  );
const STARTS = letter('REQUEST', 0, { start: '2026-11-24T14:00:00Z', minutes: 45 });
const MOVED = letter('REQUEST', 1, { start: '2026-11-25T09:30:00Z', minutes: 60 });
const CANCELLED = letter('CANCEL', 2, { start: '2026-11-25T09:30:00Z', minutes: 60 });

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'soak-khal-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

// in CI what cannot run fails
test.skipIf(!hasKhal && !process.env.CI)(
  `[N2] khal takes the start, the move and the cancelling in their order, as one entry${without(hasKhal, 'khal')}`,
  async () => {
    const config = join(folder, 'config');
    const zone = 'Europe/Berlin';
    await writeFile(
      config,
      `[calendars]\n[[soak]]\npath = ${join(folder, 'calendar')}\ntype = calendar\n[sqlite]\npath = ${join(folder, 'db')}\n` +
        `[locale]\ntimeformat = %H:%M\ndateformat = %Y-%m-%d\nlongdateformat = %Y-%m-%d\ndatetimeformat = %Y-%m-%d %H:%M\n` +
        `longdatetimeformat = %Y-%m-%d %H:%M\nlocal_timezone = ${zone}\ndefault_timezone = ${zone}\n`,
    );
    const khal = async (...args: string[]) => (await run('khal', ['-c', config, ...args])).stdout;
    const shown: string[] = [];
    for (const [at, file] of [STARTS, MOVED, CANCELLED].entries()) {
      const path = join(folder, `${at}.ics`);
      await writeFile(path, file);
      await khal('import', '--batch', '-a', 'soak', path);
      const format = '{start-date-long} {start-time}-{end-time} {status}|{title}';
      shown.push(await khal('list', '--once', '--day-format', '', '-f', format, '2026-11-20', '14d'));
    }
    expect(shown.map((words) => words.trim())).toEqual([
      expect.stringMatching(/^2026-11-24 15:00-15:45 CONFIRMED/),
      expect.stringMatching(/^2026-11-25 10:30-11:30 CONFIRMED/),
      expect.stringMatching(/^2026-11-25 10:30-11:30 CANCELLED/),
    ]);
    for (const words of shown) expect(words).toContain(TITLE);
    const kept = await readdir(join(folder, 'calendar'));
    expect(kept).toHaveLength(1);
    expect(await readFile(join(folder, 'calendar', kept[0] ?? ''), 'utf8')).toContain('SEQUENCE:2');
  },
  60_000,
);

test.skipIf(!hasLibical && !process.env.CI)(
  `[N1, N2] libical finds role, method and number, and nothing in any of our files against the rules${without(hasLibical, 'libical3 with python3')}`,
  async () => {
    const uninvited = letter('CANCEL', 3, { start: '2026-11-25T09:30:00Z', minutes: 60, isUninviting: true });
    const leads = letter('REQUEST', 4, { start: '2026-11-25T09:30:00Z', minutes: 60, role: 'chair' });
    const entry = {
      uid: 'meeting-2@soak.test',
      sequence: 5,
      title: TITLE,
      startsAt: new Date('2026-11-24T14:00:00Z'),
      minutes: 45,
      callLink: '',
      url: 'https://soak.test/meetings/2',
      isCancelled: false,
      changedAt: new Date('2026-11-18T08:00:00Z'),
    };
    const feed = publishedFile([entry], { organizer, name: 'Meetings in Soak' });
    const look = async (file: string) => {
      const asked = run(PYTHON, [join(import.meta.dirname, 'libical-look.py')]);
      asked.child.stdin?.end(file);
      return JSON.parse((await asked).stdout) as unknown;
    };
    const fits = { fits: true, errors: 0 };
    expect(await Promise.all([STARTS, MOVED, CANCELLED, uninvited, leads, feed].map(look))).toEqual([
      { ...fits, method: 'REQUEST', sequence: 0, role: 'OPT-PARTICIPANT' },
      { ...fits, method: 'REQUEST', sequence: 1, role: 'OPT-PARTICIPANT' },
      { ...fits, method: 'CANCEL', sequence: 2, role: 'OPT-PARTICIPANT' },
      { ...fits, method: 'CANCEL', sequence: 3, role: 'OPT-PARTICIPANT' },
      { ...fits, method: 'REQUEST', sequence: 4, role: 'CHAIR' },
      { ...fits, method: 'PUBLISH', sequence: 5, role: null },
    ]);
    // its check does find what is against the rules
    expect(await look(STARTS.replace(/^ORGANIZER.*\r\n/m, ''))).toMatchObject({ fits: false });
  },
  60_000,
);
