import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { asId, type PersonId, type ReviewId } from '#domain/ids.ts';
import type { EvidenceMessage } from '#domain/import/evidence.ts';
import {
  deleteEmptySources,
  findMessages,
  findMessagesByKey,
  insertMessages,
  listMessages,
  listSources,
  placeInSource,
  putSource,
  takeBackMessages,
} from './evidence.ts';
import {
  changeImport,
  findImport,
  insertImport,
  insertMessagesPart,
  listCancelling,
  listParts,
} from './imports.ts';
import { insertReview } from './reviews.ts';
import { forEachEngine, type TestEngine } from './testing.ts';

const AT = new Date('2026-11-20T10:00:00Z');
const said = (at: number): EvidenceMessage & { id: string } => ({
  id: randomUUID(),
  key: `k${at}`,
  order: 1_763_630_000_000_000 + at,
  speaker: 'ada',
  at: at % 2 === 0 ? new Date(AT.getTime() + at * 1000).toISOString() : null,
  text: `words ${at} "quoted" \\ ☃`,
  kind: 'message',
  thread: null,
  extras: { reactions: [{ name: 'eyes', count: 2 }] },
});

async function reviewOf(db: TestEngine['db']) {
  const person = asId<PersonId>(randomUUID());
  const review = asId<ReviewId>(randomUUID());
  await db
    .insertInto('people')
    .values({
      id: person,
      email: `${person}@x.test`,
      name: 'Ada',
      face_letters: 'A',
      face_hue: 1,
      role: 'member',
      created_at: AT,
    } as never)
    .execute();
  await insertReview(db, {
    id: review,
    kind: 'incident',
    happenedOn: '2026-11-20',
    happenedUntil: null,
    zone: 'UTC',
    privacy: 'private',
    sourceNote: '',
    title: 'T',
    standfirst: '',
    publishedAt: null,
    createdBy: person,
    createdAt: AT,
  });
  return { person, review };
}

forEachEngine((engine) => {
  it('keeps messages unchanged and in order, and a second import adds nothing', async () => {
    const { person, review } = await reviewOf(engine.db);
    const source = { review, kind: 'slack' as const, key: 'slack:C1', name: 'ops', by: person, at: AT };
    const id = await putSource(engine.db, { ...source, id: randomUUID() });
    const place = { review, source: id, import: randomUUID() };
    const messages = [said(0), said(1), said(2)];
    expect(await insertMessages(engine.db, place, messages)).toBe(3);

    const again = await putSource(engine.db, { ...source, id: randomUUID() });
    expect(again).toBe(id);
    expect(
      await insertMessages(engine.db, place, [...messages.map((m) => ({ ...m, id: randomUUID() })), said(3)]),
    ).toBe(1);

    expect(await findMessagesByKey(engine.db, id, ['k1', 'nobody’s'])).toEqual([
      { id: messages[1]?.id, key: 'k1', speaker: 'ada' },
    ]);
    expect(await findMessagesByKey(engine.db, id, [])).toEqual([]);

    const rows = await listMessages(engine.db, id, 0, 10);
    expect(
      rows.map(({ key, text, at, position, extras }) => ({ key, text, at, position, extras }))[2],
    ).toEqual({
      key: 'k2',
      text: messages[2]?.text,
      at: new Date('2026-11-20T10:00:02Z'),
      position: 1_763_630_000_000_002,
      extras: { reactions: [{ name: 'eyes', count: 2 }] },
    });
    expect(rows[1]?.at).toBeNull();
    expect(await listSources(engine.db, review)).toMatchObject([{ name: 'ops', count: 4, first: AT }]);
    expect(rows[2] && (await placeInSource(engine.db, rows[2]))).toBe(2);
  });

  it("gives another review's messages to nobody", async () => {
    const one = await reviewOf(engine.db);
    const other = await reviewOf(engine.db);
    const source = await putSource(engine.db, {
      id: randomUUID(),
      review: one.review,
      kind: 'pasted',
      key: 'x',
      name: 'x',
      by: one.person,
      at: AT,
    });
    const message = said(0);
    await insertMessages(engine.db, { review: one.review, source, import: randomUUID() }, [message]);
    expect(await findMessages(engine.db, other.review, [message.id])).toEqual([]);
    expect(await findMessages(engine.db, one.review, [message.id])).toMatchObject([{ source: 'x' }]);
  });

  it('leaves a source that another import is about to fill', async () => {
    const { person, review } = await reviewOf(engine.db);
    const source = { review, kind: 'slack' as const, by: person, at: AT };
    for (const key of ['slack:C1', 'slack:C2'])
      await putSource(engine.db, { ...source, key, name: key, id: randomUUID() });
    const other = randomUUID();
    await insertImport(engine.db, { id: other, person, review, name: 'another', at: AT });
    await changeImport(engine.db, other, 'reading', { state: 'held' }, AT);
    await changeImport(engine.db, other, 'held', { state: 'bringing', plan: { channels: ['C1'] } }, AT);
    const left = async () =>
      (
        await engine.db.selectFrom('evidence_sources').select('key').where('review_id', '=', review).execute()
      ).map(({ key }) => key);
    await deleteEmptySources(engine.db, review, ['slack:C1', 'slack:C2']);
    expect(await left()).toEqual(['slack:C1']);
    await changeImport(engine.db, other, 'bringing', { state: 'done' }, AT);
    await deleteEmptySources(engine.db, review, ['slack:C1']);
    expect(await left()).toEqual([]);
  });

  it('lists as cut short only what has been left alone since', async () => {
    const { person, review } = await reviewOf(engine.db);
    const id = randomUUID();
    await insertImport(engine.db, { id, person, review, name: 'one', at: AT });
    await changeImport(engine.db, id, 'reading', { state: 'cancelling' }, AT);
    const listed = async (since: Date) => (await listCancelling(engine.db, since)).map((row) => row.id);
    expect(await listed(new Date(AT.getTime() - 1))).not.toContain(id);
    expect(await listed(AT)).toContain(id);
  });

  it('takes back exactly what one import brought', async () => {
    const { person, review } = await reviewOf(engine.db);
    const source = await putSource(engine.db, {
      id: randomUUID(),
      review,
      kind: 'slack',
      key: 'C',
      name: 'ops',
      by: person,
      at: AT,
    });
    const [kept, taken] = [randomUUID(), randomUUID()];
    await insertMessages(engine.db, { review, source, import: kept }, [said(0)]);
    await insertMessages(engine.db, { review, source, import: taken }, [said(1), said(2), said(3)]);
    expect(await takeBackMessages(engine.db, taken, 2)).toBe(true);
    expect(await takeBackMessages(engine.db, taken, 2)).toBe(false);
    expect((await listMessages(engine.db, source, 0, 10)).map((row) => row.key)).toEqual(['k0']);
    await takeBackMessages(engine.db, kept, 2);
    expect(await listSources(engine.db, review)).toEqual([]);
  });

  it('holds an import for its own person alone, from one state to the next', async () => {
    const { person } = await reviewOf(engine.db);
    const { person: other } = await reviewOf(engine.db);
    const id = randomUUID();
    await insertImport(engine.db, { id, person, review: null, name: 'a.md', at: AT });
    await insertMessagesPart(engine.db, { import: id, ordinal: 0, channel: 'C1', messages: [said(0)] });
    expect(await findImport(engine.db, id, other)).toBeUndefined();
    expect(
      await changeImport(engine.db, id, 'reading', { state: 'held', held: { a: [1] }, total: 1 }, AT),
    ).toBe(true);
    expect(await changeImport(engine.db, id, 'reading', { state: 'held' }, AT)).toBe(false);
    expect(await findImport(engine.db, id, person)).toMatchObject({
      state: 'held',
      held: { a: [1] },
      plan: null,
    });
    expect(await listParts(engine.db, id)).toHaveLength(1);
  });
});
