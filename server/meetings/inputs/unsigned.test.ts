// Above 300 lines: every trace that words without a name could leave, each looked for in the same way.
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { readBackup } from '#db/backup/read-backup.ts';
import { forEachEngine, type TestEngine } from '#db/testing.ts';
import type { StageId } from '#domain/ids.ts';
import { isChoice } from '#domain/meeting/inputs.ts';
import type { StageKind } from '#domain/meeting/stage.ts';
import type { SignedIn } from '../../app.ts';
import { forgetAfterADay } from '../forget-after-a-day.ts';
import { readRoom } from '../read-room.ts';
import { projectedRoom } from '../show-room.ts';
import { readInputs } from './read-inputs.ts';
import { aMeetingWith, differing, everything } from './testing.ts';
import { throughBox } from './through-box.ts';

async function dump(db: TestEngine['db']): Promise<string> {
  const pieces: string[] = [];
  for await (const piece of readBackup(db, { id: randomUUID(), at: new Date(0) }))
    pieces.push(JSON.stringify(piece));
  return pieces.join('\n');
}

forEachEngine((engine) => {
  const left = (stages: readonly StageId[]) =>
    engine.db.selectFrom('unsigned_box').select('id').where('stage_id', 'in', stages).execute();

  test('[U1] an unsigned input changes no row of any table but its box, no hidden column, no dump, no log, no screen', async () => {
    const { app, felicity, priya, otto, does, puts, stages, meeting_, traces, rev } = await aMeetingWith(
      engine.db,
      ['unsaid', 'poll'],
    );
    const [box, poll] = stages as [never, never];
    await puts(otto, box, 'the one before');
    const state = async () => ({
      rows: await everything(engine.db),
      dump: await dump(engine.db),
      shown: JSON.stringify(await projectedRoom(engine.db, meeting_)),
      traces: [...traces],
      rev: await rev(),
    });
    // a backup being read writes two rows of its own: both are read after one
    await dump(engine.db);
    const before = await state();
    const id = await puts(priya, box, 'CANARY without a name');
    await does(priya, { command: 'signal', signal: 'lost' });
    await does(priya, { command: 'signal', signal: 'explain', word: 'CANARY of a word' });
    const after = await state();
    expect(differing(before.rows, after.rows).filter((name) => !name.startsWith('backup_'))).toEqual([
      'unsigned_box',
    ]);
    expect({ ...after, rows: null }).toEqual({ ...before, rows: null });
    expect(after.dump).not.toContain('CANARY');
    expect(after.dump).not.toContain('the one before');
    expect(after.rows.get('unsigned_box')).toContain('CANARY');
    for (const [, rows] of [...after.rows].filter(([name]) => name !== 'unsigned_box')) {
      expect(rows).not.toContain('CANARY');
      expect(rows).not.toContain(id);
    }
    for (const person of [felicity, otto, priya]) {
      expect(JSON.stringify(await readRoom(app, person, meeting_))).not.toContain('CANARY');
      expect(JSON.stringify(await readInputs(app, person, meeting_, box))).not.toContain('CANARY');
    }
    // an answer to a poll leaves as little
    await does(felicity, { command: 'next' });
    const beforeAnswer = await everything(engine.db);
    await does(priya, { command: 'answer', stage: poll, id: randomUUID(), choice: 'yes' });
    expect(differing(beforeAnswer, await everything(engine.db))).toEqual(['unsigned_box']);
  });

  test('[U1] [U3] whoever reads every table, hidden columns too, ties inputs to the hands between them no better than by chance', async () => {
    const ROUNDS = 5;
    const field = await aMeetingWith(
      engine.db,
      Array.from({ length: ROUNDS }, () => 'unsaid' as const),
    );
    const { app, felicity, does, puts, stages, meeting_, person } = field;
    const people: SignedIn[] = [];
    for (const name of ['Ann', 'Ben', 'Cleo', 'Dan', 'Eve', 'Finn']) people.push(await person(name));
    const guessed = { lying: 0, shown: 0 };
    for (const stage of stages) {
      const hands: string[] = [];
      for (const one of app.random.shuffle(people)) {
        await puts(one, stage, one.id);
        await does(one, { command: 'raise-hand', type: 'question' });
        hands.push(one.id);
        const {
          rows: [hand],
        } = await sql<{ id: string }>`
          select id from queue_entries where raised_by = ${one.id} and state = 'waiting'`.execute(engine.db);
        await does(one, { command: 'lower-hand', entry: hand?.id ?? '' });
      }
      const lying = await sql<{ xmin: string; words: string }>`
        select xmin::text, words from unsigned_box where stage_id = ${stage} order by xmin::text::bigint, ctid`.execute(
        engine.db,
      );
      expect(new Set(lying.rows.map(({ xmin }) => xmin)).size).toBe(1);
      guessed.lying += lying.rows.filter(({ words }, at) => words === hands[at]).length;
      await does(felicity, { command: 'reveal', stage });
      const shown = await sql<{ xmin: string; words: string; id: string }>`
        select xmin::text, words, id from shown_texts where stage_id = ${stage} order by xmin::text::bigint, ctid`.execute(
        engine.db,
      );
      expect(new Set(shown.rows.map(({ xmin }) => xmin)).size).toBe(1);
      expect(shown.rows).toHaveLength(people.length);
      guessed.shown += shown.rows.filter(({ words }, at) => words === hands[at]).length;
      if (stage !== stages.at(-1)) await does(felicity, { command: 'next' });
    }
    // of 30: one row at a time tied all of them; by chance it is 5, and more than 15 once in ten thousand runs
    expect(guessed.lying).toBeLessThanOrEqual(15);
    expect(guessed.shown).toBeLessThanOrEqual(15);
    const authors =
      await sql`select 1 from shown_texts where meeting_id = ${meeting_} and author_id is not null`.execute(
        engine.db,
      );
    expect(authors.rows).toEqual([]);
    expect(await left(stages)).toEqual([]);
  });

  test('[U1] the file the box lay in is thrown away with each input, and no dead row of it is left', async () => {
    const { priya, otto, puts, stages } = await aMeetingWith(engine.db, ['unsaid']);
    const [box] = stages as [never];
    const file = async () =>
      (
        await sql<{ node: string }>`select pg_relation_filenode('unsigned_box')::text as node`.execute(
          engine.db,
        )
      ).rows[0]?.node;
    await puts(priya, box, 'one');
    const first = await file();
    await puts(otto, box, 'two');
    expect(await file()).not.toBe(first);
    // rows from the first place on, without a gap where another lay
    const { rows } = await sql<{ ctid: string }>`select ctid::text from unsigned_box order by ctid`.execute(
      engine.db,
    );
    expect(rows.map(({ ctid }) => ctid)).toEqual(rows.map((_, at) => `(0,${at + 1})`));
  });

  test('[U2] "some have come in" changes at most every half minute, is in no projection, and only who steers hears of few', async () => {
    const { app, felicity, priya, puts, stages, meeting_, at } = await aMeetingWith(engine.db, ['unsaid']);
    const [box] = stages as [never];
    at('2026-11-18T09:15:00Z');
    const told = async (person: SignedIn) => readInputs(app, person, meeting_, box);
    expect(await told(felicity)).toMatchObject({ some: false, few: true });
    await puts(priya, box, 'one');
    at('2026-11-18T09:15:29Z');
    expect(await told(felicity)).toMatchObject({ some: false });
    at('2026-11-18T09:15:30Z');
    expect(await told(felicity)).toMatchObject({ some: true, few: true });
    expect(await told(priya)).toMatchObject({ some: true, few: null, signals: null });
    expect((await projectedRoom(engine.db, meeting_))?.value.inputs).toMatchObject({
      opened: false,
      textCount: 0,
    });
  });

  test('[U4] [U5] fewer than three: warned, shown all the same; afterwards nothing more goes in, and nobody signs', async () => {
    const { app, felicity, priya, otto, does, press, puts, stages, meeting_ } = await aMeetingWith(
      engine.db,
      ['unsaid'],
    );
    const [stage] = stages as [never];
    const id = await puts(priya, stage, 'first');
    // the same again is one; taken out by who knows its id
    await does(priya, { command: 'unsigned', stage, id, words: 'first' });
    await puts(otto, stage, 'second');
    const third = await puts(otto, stage, 'third');
    await does(otto, { command: 'withdraw-unsigned', stage, id: third });
    expect(await press(felicity, { command: 'reveal', stage })).toMatchObject({
      refused: expect.stringContaining('Fewer than three'),
    });
    await does(felicity, { command: 'reveal', stage, few: true });
    const { texts } = await readInputs(app, otto, meeting_, stage);
    expect(texts.map(({ words }) => words).sort()).toEqual(['first', 'second']);
    expect(texts.every(({ by }) => by === null)).toBe(true);
    expect(texts.map((text) => text.id)).not.toContain(id);
    const late = { command: 'unsigned', stage, id: randomUUID(), words: 'late' } as const;
    expect(await press(priya, late)).toMatchObject({ refused: expect.stringContaining('opened already') });
    expect(await press(priya, { command: 'withdraw-text', text: texts[0]?.id ?? '' })).toHaveProperty(
      'forbidden',
    );
  });

  test('[U2] [A6] one answer per person, counts when the poll is left, none of one or two', async () => {
    const { app, felicity, priya, otto, analyst, does, press, stages, meeting_, person } = await aMeetingWith(
      engine.db,
      ['poll-new', 'poll-before', 'close'],
    );
    const [fresh, sure] = stages as [never, never];
    const answer = (person: SignedIn, stage: never, choice: string) =>
      press(person, { command: 'answer', stage, id: randomUUID(), choice });
    for (const person of [felicity, priya, otto])
      expect(await answer(person, fresh, 'yes')).toHaveProperty('rev');
    expect(await answer(priya, fresh, 'no')).toMatchObject({
      refused: expect.stringContaining('You have answered'),
    });
    // an answer whose "yes, it is in" was lost is sent again by itself: it counts once and is no second one
    const again = { command: 'answer', stage: fresh, id: randomUUID(), choice: 'no' } as const;
    const carl = await person('Carl');
    for (const _ of [1, 2]) expect(await press(carl, again)).toHaveProperty('rev');
    expect(await answer(analyst, fresh, '5')).toHaveProperty('refused');
    expect(await answer(analyst, fresh, 'no')).toHaveProperty('rev');
    expect((await readInputs(app, felicity, meeting_, fresh)).counts).toEqual([]);
    await does(felicity, { command: 'next' });
    const counts = (await readInputs(app, otto, meeting_, fresh)).counts;
    expect(new Map(counts.map(({ choice, count }) => [choice, count]))).toEqual(
      new Map([
        ['yes', 3],
        ['no', null],
      ]),
    );
    // four are too few for confidence: what they said is gone
    for (const person of [felicity, priya, otto, analyst])
      expect(await answer(person, sure, '4')).toHaveProperty('rev');
    await does(felicity, { command: 'poll-close', stage: sure });
    expect((await readInputs(app, otto, meeting_, sure)).counts).toEqual([]);
    expect(await left(stages)).toEqual([]);
  });

  test('[U2] an answer that is in stays the only one, whatever else is sent with its id', async () => {
    const { priya, press, does, felicity, stages } = await aMeetingWith(engine.db, ['poll', 'poll']);
    const [stage, next] = stages as [never, never];
    const first = { command: 'answer', stage, id: randomUUID(), choice: 'yes' } as const;
    const second = { ...first, id: randomUUID() };
    // a first one that is refused does not count
    expect(await press(priya, { ...second, choice: '5' })).toHaveProperty('refused');
    expect(await press(priya, first)).toHaveProperty('rev');
    expect(await press(priya, { ...first, choice: '5' })).toHaveProperty('refused');
    expect(await press(priya, second)).toMatchObject({ refused: expect.stringContaining('You have') });
    expect(await left([stage])).toHaveLength(1);
    await does(felicity, { command: 'next' });
    const twins = ['yes', '5', 'no'].map((choice) =>
      press(priya, { ...first, stage: next, id: second.id, choice }),
    );
    await Promise.all(twins);
    expect(await press(priya, { ...first, stage: next, id: randomUUID() })).toHaveProperty('refused');
    expect(await left([next])).toHaveLength(1);
  });

  test('[U1] [U2] answers that come together go in together, shuffled once, and each hears of its own', async () => {
    const { app, meeting_: meeting, stages } = await aMeetingWith(engine.db, ['poll']);
    const [stage] = stages as [never];
    let times = 0;
    const shuffle: typeof app.random.shuffle = (items) => {
      times += 1;
      return app.random.shuffle(items);
    };
    const counting = { ...app, random: { ...app.random, shuffle } };
    const answers = ['yes', 'no', '5', 'yes', 'no'].map((words) => {
      const fits = (kind: StageKind) => isChoice(kind, words);
      return throughBox(counting, {
        meeting,
        stage,
        fits,
        change: { put: { id: randomUUID(), stage, words } },
      });
    });
    const refused = (await Promise.all(answers)).map((answer) => answer !== true);
    expect(refused).toEqual([false, false, true, false, false]);
    expect(await left([stage])).toHaveLength(4);
    expect(times).toBe(1);
  });

  test('[U2] once the group has gone on, and after the end, what was put in is still taken out by its id; after the end nothing more goes in', async () => {
    const { felicity, priya, press, does, puts, stages } = await aMeetingWith(engine.db, ['unsaid', 'close']);
    const [stage] = stages as [never, never];
    await does(felicity, { command: 'next' });
    const after = await puts(priya, stage, 'put in after the group went on');
    const other = await puts(priya, stage, 'and another');
    await does(priya, { command: 'withdraw-unsigned', stage, id: after });
    await does(felicity, { command: 'end' });
    await does(priya, { command: 'withdraw-unsigned', stage, id: other });
    expect(await left(stages)).toEqual([]);
    const late = { command: 'unsigned', stage, id: randomUUID(), words: 'late' } as const;
    expect(await press(priya, late)).toHaveProperty('refused');
  });

  test('[U1] what nobody can be shown any more is gone a day after the end', async () => {
    const { app, felicity, priya, does, puts, stages, at } = await aMeetingWith(engine.db, ['unsaid']);
    await puts(priya, stages[0] as never, 'never shown');
    at('2026-11-18T10:00:00Z');
    await does(felicity, { command: 'end' });
    at('2026-11-19T09:59:00Z');
    await forgetAfterADay(app);
    expect(await left(stages)).toHaveLength(1);
    at('2026-11-19T10:01:00Z');
    await forgetAfterADay(app);
    expect(await left(stages)).toHaveLength(0);
  });
});
