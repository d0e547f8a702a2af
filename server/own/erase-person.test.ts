import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { appendUpdates, insertDocument } from '#db/documents.ts';
import { listNamings } from '#db/erase-person.ts';
import { putCode } from '#db/guests.ts';
import { queueLetters } from '#db/mail-outbox.ts';
import { listOwnRows } from '#db/own-data.ts';
import { forEachEngine } from '#db/testing.ts';
import { asId, type TeamId } from '#domain/ids.ts';
import { aMeeting } from '../meetings/testing.ts';
import { erasePerson, eraseSelf } from './erase-person.ts';
import { exportOwn } from './export-own.ts';

forEachEngine((engine) => {
  /** Every place of every table where these words stand, as text; bytes are looked through too. */
  const placesOf = async (words: string): Promise<string[]> => {
    const { rows: columns } = await sql<{ table: string; column: string; bytes: boolean }>`
      select c.relname as table, a.attname as column, a.atttypid = 'bytea'::regtype as bytes from pg_class c
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'`.execute(engine.db);
    const found: string[] = [];
    for (const { table, column, bytes } of columns) {
      const text = bytes ? sql`encode(${sql.ref(column)}, 'escape')` : sql`${sql.ref(column)}::text`;
      const { rows } =
        await sql`select 1 from ${sql.table(table)} where position(${words} in ${text}) > 0 limit 1`.execute(
          engine.db,
        );
      if (rows.length > 0) found.push(`${table}.${column}`);
    }
    return found;
  };

  test('[P12] somebody erased: their id, name and address are in no table any more, but where others wrote the name', async () => {
    const field = await aMeeting(engine.db);
    const { app, press, felicity, otto, meeting_, review, analyst, at } = field;
    const zanzi = await field.person('Zanzibara Quill');
    const team = asId<TeamId>(app.random.uuid());
    await engine.db.insertInto('teams').values({ id: team, name: team }).execute();
    await engine.db.insertInto('team_members').values({ team_id: team, person_id: zanzi.id }).execute();
    await press(otto, { command: 'bring', words: 'Ask Zanzibara Quill' });
    await putCode(engine.db, meeting_, 'CDEFGHJK', zanzi.id);
    await press(felicity, { command: 'start' });
    for (const command of [
      { command: 'attend', statement: { how: 'choice', mode: 'remote', named: true } },
      { command: 'seal', words: 'CANARY still sealed' },
      { command: 'note', words: 'CANARY private note' },
      { command: 'capture', kind: 'insight', words: 'What others read' },
      { command: 'raise-hand', type: 'question' },
    ] as const)
      await press(zanzi, command);
    await press(otto, { command: 'capture', kind: 'question', words: 'What did Zanzibara Quill see?' });
    const name = `write-up:${review}:1`;
    await insertDocument(engine.db, { name, review, epoch: 1, at: at('2026-11-18T09:30:00Z') });
    await appendUpdates(engine.db, [
      {
        document: name,
        person: zanzi.id,
        sitting: app.random.uuid(),
        clientIds: [],
        epoch: 1,
        at: app.clock.now(),
        bytes: new Uint8Array([0, 0]),
      },
    ]);
    // to somebody else, and not on its way yet
    const letter = { line: `${meeting_} ${otto.id}`, meeting: meeting_, person: otto.id, sequence: 0 };
    const facts = { leads: 'Felicity and Zanzibara Quill', title: 'What others read' };
    await queueLetters(engine.db, [{ ...letter, method: 'REQUEST', facts, at: app.clock.now() }]);
    const own = JSON.stringify(await exportOwn(app, zanzi));
    for (const held of ['CANARY still sealed', 'CANARY private note', 'What others read', zanzi.email])
      expect(own).toContain(held);
    expect(own).not.toMatch(/What did|secret_hash|password|CDEFGHJK/);

    expect(await eraseSelf(app, zanzi, 'yes')).toHaveProperty('refused');
    expect(await placesOf(zanzi.id)).not.toEqual([]);
    expect(await eraseSelf(app, zanzi, 'Zanzibara Quill')).toEqual({ erased: true });

    expect(await placesOf(zanzi.id)).toEqual([]);
    expect(await placesOf(zanzi.email)).toEqual([]);
    expect(await placesOf('CANARY')).toEqual([]);
    expect((await placesOf('Zanzibara')).sort()).toEqual(['brought.words', 'captures.words']);
    expect(await listNamings(engine.db, review)).toMatchObject([
      { place: 'captures', passages: 1 },
      { place: 'questions brought to a meeting', passages: 1 },
    ]);
    const { facts: waiting } = await engine.db
      .selectFrom('mail_outbox')
      .select('facts')
      .where('person_id', '=', otto.id)
      .executeTakeFirstOrThrow();
    expect(waiting).toMatchObject({ leads: 'Felicity and A former member' });
    const kept = await engine.db
      .selectFrom('captures')
      .innerJoin('people', 'people.id', 'captures.noted_by')
      .select(['words', 'people.name'])
      .where('meeting_id', '=', meeting_)
      .where('words', '=', 'What others read')
      .execute();
    expect(kept).toEqual([{ words: 'What others read', name: 'A former member' }]);
    // nobody's only analyst goes before somebody else has the review
    expect(await eraseSelf(app, analyst, analyst.name)).toHaveProperty('refused');
    const root = { ...otto, role: 'administrator' as const };
    expect(await erasePerson(app, root, felicity.id, felicity.name)).toHaveProperty('refused');
  });

  test('[P12] their open items go back to undecided, what is finished stays', async () => {
    const field = await aMeeting(engine.db);
    const { app, review, meeting_ } = field;
    const owner = await field.person('Zoe');
    await engine.db
      .updateTable('meetings')
      .set({ title: 'What Zoe saw' })
      .where('id', '=', meeting_)
      .execute();
    await engine.db
      .insertInto('action_sessions')
      .values({ meeting_id: meeting_, review_id: review })
      .execute();
    for (const finished of [null, app.clock.now()]) {
      const idea = app.random.uuid();
      await engine.db
        .insertInto('opened_ideas')
        .values({
          id: idea,
          review_id: review,
          meeting_id: meeting_,
          words: 'An idea',
          author_id: null,
          decision: 'do',
          reason: 'Because Zoe knows it',
        })
        .execute();
      await engine.db
        .insertInto('items')
        .values({
          id: app.random.uuid(),
          review_id: review,
          meeting_id: meeting_,
          idea_id: idea,
          title: 'Do it',
          owner_id: owner.id,
          finding: null,
          no_finding_reason: finished ? 'It stands alone, zoe said' : 'It stands alone',
          due_on: null,
          finished_at: finished,
        })
        .execute();
    }
    const given = await listOwnRows(engine.db, owner.id, 1);
    expect(given['items (owner_id)']).toHaveLength(1);
    expect(given['not all of it']).toMatchObject([{ table: 'items (owner_id)' }]);
    // led with somebody else: they go on alone, nobody who is gone leads it
    await engine.db
      .insertInto('meeting_people')
      .values({ meeting_id: meeting_, person_id: owner.id, role: 'facilitator' })
      .execute();
    expect(await eraseSelf(app, owner, 'Zoe')).toEqual({ erased: true });
    const leads = await engine.db
      .selectFrom('meeting_people')
      .select('person_id')
      .where('meeting_id', '=', meeting_)
      .where('role', '=', 'facilitator')
      .execute();
    expect(leads).toEqual([{ person_id: field.felicity.id }]);
    expect((await listNamings(engine.db, review)).map(({ place, passages }) => [place, passages])).toEqual([
      ['actions and how it ended', 1],
      ['meetings and their agendas', 1],
      ['opened ideas', 2],
    ]);
    const ideas = await engine.db
      .selectFrom('opened_ideas')
      .select('decision')
      .where('review_id', '=', review)
      .execute();
    expect(ideas.map(({ decision }) => decision).sort()).toEqual(['do', null]);
    expect(
      await engine.db.selectFrom('items').select('id').where('review_id', '=', review).execute(),
    ).toHaveLength(1);
  });
});
