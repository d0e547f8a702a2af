import { describe, expect, test } from 'vitest';
import { forEachEngine } from '#db/testing.ts';
import { judgePeopleRows } from '#domain/people-list/judge-rows.ts';
import { isRefused } from '#domain/refused.ts';
import { readLink } from '../people/one-time-link.ts';
import { aReview } from '../soak/testing.ts';
import { decodePeople, PEOPLE_ROWS_MOST, readPeopleRows } from './people-file.ts';
import { previewPeople, shownOf, takePeople } from './take-people.ts';

const encoded = (words: string) => new TextEncoder().encode(words);
const utf16 = (words: string, options: { big?: boolean; mark?: boolean } = {}) => {
  const bytes = Buffer.from(options.mark === false ? words : `\ufeff${words}`, 'utf16le');
  return new Uint8Array(options.big ? bytes.swap16() : bytes);
};
const rowsOf = (words: string) => {
  const read = readPeopleRows(words);
  if (isRefused(read)) throw new Error(read.refused);
  return read;
};
const nobody = { people: new Map<string, { name: string; active: boolean }>(), teams: [] };
const isAddress = (words: string) => /^\S+@\S+\.\S+$/.test(words);
const judged = (words: string, known: Parameters<typeof judgePeopleRows>[1] = nobody) =>
  judgePeopleRows(rowsOf(words).rows, known, isAddress);

describe('[bad input 27] a list of people as files come', () => {
  const LIST = 'name,email\r\nJosé Müller,jose@example.org\r\n';
  test('UTF-8 with and without a mark, UTF-16 either way round, marked or not, and Windows-1252 are read; a picture is not', () => {
    const read = (bytes: Uint8Array) => {
      const decoded = decodePeople(bytes);
      if (isRefused(decoded)) return decoded.refused;
      const name = rowsOf(decoded.text).rows[0]?.name;
      return decoded.isGuessed ? `guessed ${name}` : name;
    };
    for (const bytes of [
      encoded(LIST),
      encoded(`\ufeff${LIST}`),
      utf16(LIST),
      utf16(LIST, { big: true }),
      utf16(LIST, { mark: false }),
    ])
      expect(read(bytes)).toBe('José Müller');
    expect(read(new Uint8Array(Buffer.from(LIST, 'latin1')))).toBe('guessed José Müller');
    expect(read(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 0xff]))).toContain('not a list in text');
    expect(read(new Uint8Array())).toBe('That file is empty.');
  });

  test('commas, semicolons and tabs part cells; the heading says which is which, in any order, and a column nobody knows is named', () => {
    for (const part of [',', ';', '\t']) {
      const { rows, unknown } = rowsOf(
        [
          ['Salary', 'E-Mail', 'Start_Date', 'NAME'],
          ['1', 'g@example.org', '2024-03-01', '"Hopper, Grace"'],
        ]
          .map((row) => row.join(part))
          .join('\n'),
      );
      expect(unknown).toEqual(['Salary']);
      expect(rows).toEqual([
        { line: 2, name: 'Hopper, Grace', email: 'g@example.org', startedOn: '2024-03-01', teams: '' },
      ]);
    }
  });

  test('a list without a column it needs, with one twice, with a quotation mark left open, or too long is a sentence', () => {
    const refusal = (words: string) => {
      const read = readPeopleRows(words);
      return isRefused(read) ? read.refused : 'taken';
    };
    expect(refusal('name,salary\nGrace,1')).toContain('no column “email”');
    expect(refusal('name,email,mail\nGrace,a@b.c,d@e.f')).toContain('Two columns say the same');
    expect(refusal('name,email\n"Grace,a@b.c\nOtto,o@b.c')).toContain('never closed');
    expect(refusal('')).toContain('Nothing was found');
    const row = (n: number) => `P ${n},p${n}@example.org`;
    const rows = Array.from({ length: PEOPLE_ROWS_MOST + 1 }, (_, n) => row(n));
    expect(refusal(`name,email\n${rows.join('\n')}`)).toContain('more than 10,000 rows');
    expect(refusal(`name,email\n${',\n'.repeat(10 * PEOPLE_ROWS_MOST)}`)).toContain(
      'more than 100,000 lines',
    );
    const most = judged(`name,email\n${rows.slice(1).join('\n')}`);
    expect([most.fresh.length, most.bad.length]).toEqual([PEOPLE_ROWS_MOST, 0]);
  });

  test('each row that cannot be used says why; one address is taken once, whatever its letters', () => {
    const { bad, fresh } = judged(
      [
        'name,email,start date,teams',
        'Grace,grace@example.org,2024-03-01,Data;Edge;data',
        'Grace B,GRACE@example.org,,',
        ',nobody@example.org,,',
        'No Address,nowhere,,',
        'Late,late@example.org,2024-02-30,',
        'Local,local@example.org,01.03.2024,',
        '',
        'Short row,short@example.org',
        'Hopper, Grace,hopper@example.org,2024-03-01,Data',
        'Trailing,trailing@example.org,,,,',
      ].join('\n'),
    );
    expect(bad.map(({ line, why }) => `${line} ${why}`)).toEqual([
      '3 row 2 has this address already',
      '4 has no name',
      '5 has no address such as grace@example.org',
      '6 has the start “2024-02-30”, which is no day such as 2024-03-01',
      '7 has the start “01.03.2024”, which is no day such as 2024-03-01',
      '10 has more cells than the first row names',
    ]);
    expect(fresh.map(({ line, name, teams }) => [line, name, teams])).toEqual([
      [2, 'Grace', ['Data', 'Edge']],
      [9, 'Short row', []],
      [11, 'Trailing', []],
    ]);
  });

  test('[bad input 47] marks that turn a direction are in no name, address or team that is stored, and hide nobody who is here', () => {
    const known = { people: new Map([['priya@example.org', { name: 'Priya', active: true }]]), teams: [] };
    const { fresh, here, bad } = judged(
      'name,email,team\n\u202eGrace\u2069,\u202agrace@example.org\u202c,\u2066Data\nP,\u202apriya@example.org,\n\u202e,o@example.org,',
      known,
    );
    expect(fresh).toEqual([
      { line: 2, name: 'Grace', email: 'grace@example.org', startedOn: null, teams: ['Data'] },
    ]);
    expect([here.length, bad.map(({ why }) => why)]).toEqual([1, ['has no name']]);
  });

  test('somebody named as one who is here, or as another row, with another address is set apart', () => {
    const known = {
      people: new Map([['priya@example.org', { name: 'Priya', active: true }]]),
      teams: ['Data'],
    };
    const { fresh, twice, here, newTeams } = judged(
      'name,email,team\nPRIYA,p@home.org,\nOtto,o@a.org,DATA\nOtto,o@b.org,Edge\nPriya,priya@example.org,',
      known,
    );
    expect(twice.map(({ line, why }) => [line, why])).toEqual([
      [2, 'Priya is here already, as priya@example.org'],
      [4, 'row 3 is Otto too, as o@a.org'],
    ]);
    expect(fresh.map(({ line, teams }) => [line, teams])).toEqual([[3, ['Data']]]);
    expect([here.length, newTeams]).toEqual([1, []]);
  });
});

forEachEngine((engine) => {
  test('[P1] a list is stored only once it is confirmed, by an administrator; brought a second time it adds nothing', async () => {
    const field = await aReview(engine.db);
    const root = { ...field.analyst, role: 'administrator' as const };
    const rows = Array.from(
      { length: 150 },
      (_, n) => `Person ${n},person${n}@list.test,2024-03-01,Data;Team ${n % 3}`,
    );
    const text = `name,email,start date,teams\n${rows.join('\n')}\nBad,nowhere,,\n`;
    const count = async () =>
      (await engine.db.selectFrom('people').select('id').where('email', 'like', '%@list.test').execute())
        .length;
    await expect(takePeople(field.app, field.analyst, text, { twice: false })).rejects.toMatchObject({
      init: { status: 404 },
    });
    expect(await previewPeople(field.app, root, text)).toMatchObject({ bad: [{ line: 152 }] });
    expect(await count()).toBe(0);
    const taken = await takePeople(field.app, root, text, { twice: false });
    if (isRefused(taken)) throw new Error(taken.refused);
    expect([taken.people.length, taken.teams, await count()]).toEqual([150, 4, 150]);
    const { url } = taken.people[149] ?? { url: '' };
    expect(await readLink(field.app, engine.db, 'join', url.split('/').at(-1))).not.toBeNull();
    const one = await engine.db
      .selectFrom('people')
      .innerJoin('team_members', 'person_id', 'people.id')
      .innerJoin('teams', 'teams.id', 'team_id')
      .select(['people.started_on', 'teams.name'])
      .where('email', '=', 'person149@list.test')
      .orderBy('teams.name')
      .execute();
    expect(one).toEqual([
      { started_on: '2024-03-01', name: 'Data' },
      { started_on: '2024-03-01', name: 'Team 2' },
    ]);
    const again = { people: [], renewed: [], teams: 0, isAll: true };
    expect(await takePeople(field.app, root, text, { twice: true })).toEqual(again);
    expect(await count()).toBe(150);
    // the page with the links was lost: whoever has not come in gets another, and the one before is void
    await engine.db
      .updateTable('people')
      .set({ password_hash: 'x' })
      .where('email', '=', 'person0@list.test')
      .execute();
    const preview = await previewPeople(field.app, root, text);
    if (isRefused(preview)) throw new Error(preview.refused);
    const shown = shownOf(preview);
    expect([shown.here.length, shown.counts]).toEqual([
      100,
      { fresh: 0, here: 150, bad: 1, twice: 0, waiting: 149 },
    ]);
    const renewed = await takePeople(field.app, root, text, { twice: false, renew: true });
    if (isRefused(renewed)) throw new Error(renewed.refused);
    expect([renewed.people.length, renewed.renewed.length]).toEqual([0, 149]);
    const fresh = renewed.renewed.find(({ email }) => email === 'person149@list.test')?.url ?? '';
    const opens = (link: string) => readLink(field.app, engine.db, 'join', link.split('/').at(-1));
    expect([await opens(url), (await opens(fresh)) !== null]).toEqual([null, true]);
  });

  test('[P1] a list that is broken off gives the links that were made before', async () => {
    const field = await aReview(engine.db);
    const root = { ...field.analyst, role: 'administrator' as const };
    const rows = Array.from({ length: 101 }, (_, n) => `Crew ${n},crew${n}@off.test`);
    const text = `name,email\n${rows.join('\n')}\n`;
    let ids = 0;
    // each row takes an id
    const uuid = () => {
      if (++ids > 100) throw new Error('no more');
      return field.app.random.uuid();
    };
    const app = { ...field.app, random: { ...field.app.random, uuid } };
    const taken = await takePeople(app, root, text, { twice: false });
    expect(taken).toMatchObject({ isAll: false });
    expect('people' in taken && taken.people.length).toBe(100);
    const rest = await takePeople(field.app, root, text, { twice: false });
    expect('people' in rest && [rest.isAll, rest.people.map(({ email }) => email)]).toEqual([
      true,
      ['crew100@off.test'],
    ]);
  });
});
