import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { listUnswept } from '#db/erasing.ts';
import { listOwnIdeas, takeSealedIdeas } from '#db/sealed-ideas.ts';
import { forEachEngine } from '#db/testing.ts';
import type { PersonId } from '#domain/ids.ts';
import { heapOf } from '../meetings/inputs/testing.ts';
import { aMeeting } from '../meetings/testing.ts';
import { changeIdea, sealIdea } from '../soak/seal-idea.ts';
import { aReview } from '../soak/testing.ts';
import { aSoakedReview, CANARY } from './testing.ts';

/** As it lies in a row of PostgreSQL's: sixteen bytes. */
const bytesOf = (id: PersonId) => Buffer.from(id.replaceAll('-', ''), 'hex');

forEachEngine((engine) => {
  const node = async () =>
    (
      await sql<{ node: string }>`select pg_relation_filenode('sealed_ideas')::text as node`.execute(
        engine.db,
      )
    ).rows[0]?.node;

  test('[C7] after opening no file of the table holds a withheld author, nor an idea as it read before it was changed', async () => {
    const field = await aSoakedReview(engine.db);
    const { app, review, priya, start, run } = field;
    const elsewhere = await aReview(engine.db);
    const otto = await elsewhere.person('Otto');
    for (const words of ['one', 'two', 'three'])
      await sealIdea(elsewhere.app, otto, elsewhere.review, { words, withheld: true });
    const [own] = await listOwnIdeas(engine.db, review, priya.id);
    await changeIdea(app, priya, review, { idea: own?.id ?? '', words: 'CANARY said better' });
    const before = await heapOf(engine.db, 'sealed_ideas');
    for (const trace of [CANARY, 'CANARY said better', bytesOf(priya.id)])
      expect(before.includes(trace)).toBe(true);
    const lay = await node();

    await start();
    expect(await run({ command: 'unseal' })).toBe(true);

    const after = await heapOf(engine.db, 'sealed_ideas');
    for (const trace of [CANARY, 'CANARY said better', bytesOf(priya.id)])
      expect(after.includes(trace)).toBe(false);
    expect(await node()).not.toBe(lay);
    expect(await listUnswept(engine.db)).toMatchObject([{ keepsDumps: true }]);
    // what is closed elsewhere stays so, as of one instant
    expect(
      (await listOwnIdeas(engine.db, elsewhere.review, otto.id)).map(({ words }) => words).sort(),
    ).toEqual(['one', 'three', 'two']);
    const { rows } = await sql`select distinct xmin::text from sealed_ideas`.execute(engine.db);
    expect(rows).toHaveLength(1);
  });

  test('[C7] a seal in the room: its event names nobody, its key leaves the files with a sweep, and no row tells by its mark whose it was', async () => {
    const { app, felicity, priya, otto, press, meeting_, review } = await aMeeting(engine.db);
    await press(felicity, { command: 'start' });
    await press(otto, { command: 'park', words: 'before' });
    await press(priya, { command: 'seal', words: CANARY, withheld: true }, { key: 'a-key-of-sealing' });
    await press(otto, { command: 'park', words: 'after' });
    const sealing = await engine.db
      .selectFrom('meeting_events')
      .select(['actor_id', 'about'])
      .where('meeting_id', '=', meeting_)
      .where('command', '=', 'seal')
      .execute();
    expect(sealing).toEqual([{ actor_id: null, about: {} }]);

    await engine.db.transaction().execute(async (tx) => {
      const ideas = await takeSealedIdeas(tx, review, app.random.shuffle);
      expect(ideas).toEqual([{ author: priya.id, words: CANARY, withheld: true }]);
    });
    const { rows } = await sql`select distinct xmax::text from people`.execute(engine.db);
    expect(rows).toHaveLength(1);
    expect(await engine.opened.sweep({ mayTakeLong: true, after: 'opening' })).toBe(true);
    const keys = await heapOf(engine.db, 'command_keys');
    expect(keys.includes('a-key-of-sealing')).toBe(false);
    expect(keys.includes(bytesOf(priya.id))).toBe(false);
    expect(keys.includes(bytesOf(otto.id))).toBe(true);
    expect((await heapOf(engine.db, 'meeting_events')).includes(bytesOf(priya.id))).toBe(false);
  });
});
