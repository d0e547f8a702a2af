import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { listCaptures } from '#db/captures.ts';
import { findMeetingFacts } from '#db/meeting-facts.ts';
import { asSights, sightRows } from '#db/meeting-own.ts';
import { findAgenda, listStages } from '#db/meeting-stages.ts';
import { findMeeting, lockMeeting } from '#db/meetings.ts';
import { listParked } from '#db/parked.ts';
import { asQueueEntry, queueRows } from '#db/queue-entries.ts';
import { asReady, readyRows } from '#db/ready-marks.ts';
import { accessOf } from '#db/review-access.ts';
import { findReview, type ReviewRow, updateReview } from '#db/reviews.ts';
import { listShown, saveRoom } from '#db/rooms.ts';
import { asRounds, roundRows } from '#db/rounds.ts';
import { countSealedIdeas, listOwnIdeas } from '#db/sealed-ideas.ts';
import { pollCountRows, shownTextRows } from '#db/shown-texts.ts';
import { ownTextRows } from '#db/silent-texts.ts';
import { forEachEngine } from '#db/testing.ts';
import { findRoom } from '#db/whole-room.ts';
import { asId, type MeetingId, type StageId } from '#domain/ids.ts';
import { presentAmong } from '#domain/meeting/presence.ts';
import { aMeeting, makePrivate, type RoomField } from './testing.ts';

forEachEngine((engine) => {
  /** Something in each of its lists. */
  async function fill({ press, felicity, priya, otto, meeting_, at }: RoomField): Promise<void> {
    const stages = await listStages(engine.db, meeting_);
    const [stage] = stages.map(({ id }) => id) as [StageId];
    at('2026-11-18T09:10:00.250Z');
    await press(felicity, { command: 'start' });
    for (const person of [felicity, priya]) await press(person, { command: 'seen' });
    await press(priya, { command: 'raise-hand', type: 'question', words: 'How long?' });
    at('2026-11-18T09:10:01.007Z');
    await press(otto, { command: 'raise-hand', type: 'process', words: '' });
    await press(felicity, { command: 'next-speaker', speaking: null });
    await press(priya, { command: 'ready', ready: true });
    await press(otto, { command: 'capture', kind: 'question', words: 'Who owns “staging”?' });
    await press(priya, { command: 'park', words: 'The budget' });
    await press(felicity, { command: 'park', words: 'The tools' });
    const [parked] = await listParked(engine.db, meeting_);
    await engine.db
      .updateTable('parked')
      .set({ ending: 'let-go', ending_note: 'enough said', ended_at: new Date('2026-11-18T09:11:00.500Z') })
      .where('id', '=', parked?.id ?? '')
      .execute();
    await press(priya, { command: 'seal', words: 'An idea' });
    const of = { meeting_id: meeting_, stage_id: stage };
    await engine.db
      .insertInto('round_turns')
      .values(
        [otto, felicity].map(({ id }, place) => ({ ...of, person_id: id, place, state: 'ahead' as const })),
      )
      .execute();
    await engine.db
      .insertInto('silent_texts')
      .values({ ...of, author_id: priya.id, words: 'mine alone' })
      .execute();
    await engine.db
      .insertInto('shown_texts')
      .values([null, otto.id].map((author_id) => ({ ...of, id: randomUUID(), author_id, words: 'said' })))
      .execute();
    await engine.db.insertInto('poll_counts').values({ stage_id: stage, choice: 'yes', count: 4 }).execute();
    await engine.db
      .updateTable('meeting_stages')
      .set({ teller_id: otto.id })
      .where('id', '=', stage)
      .execute();
  }

  test('[M5] a room read in one statement is what its lists are, each read by itself', async () => {
    const field = await aMeeting(engine.db);
    const { priya, review, meeting_: id } = field;
    const { db } = engine;
    await fill(field);
    const now = new Date('2026-11-18T09:10:20Z');
    const found = await findRoom(db, id, { person: priya.id, now, also: [field.analyst.id] });
    const meeting = await db.transaction().execute((tx) => lockMeeting(tx, id));
    const sights = asSights(await sightRows(db, id).execute());
    expect(found?.room).toStrictEqual({
      meeting,
      stages: await listStages(db, id),
      queue: (await queueRows(db, id).execute()).map(asQueueEntry),
      rounds: asRounds(await roundRows(db, id).execute()),
      ready: asReady(await readyRows(db, id).execute()),
      present: presentAmong(sights, now),
      leadSeenAt: sights.get(field.felicity.id),
      captures: await listCaptures(db, id),
      parked: await listParked(db, id),
      ownIdeas: await listOwnIdeas(db, review, priya.id),
      sealedCount: await countSealedIdeas(db, review),
      inputs: {
        own: await ownTextRows(db, id, priya.id).execute(),
        shown: await shownTextRows(db, id).execute(),
        counts: await pollCountRows(db, id).execute(),
      },
    });
    const { room, people } = found as NonNullable<typeof found>;
    const { inputs, sealedCount, leadSeenAt, meeting: _, ...lists } = room;
    for (const [name, list] of Object.entries({ ...lists, ...inputs })) expect(list, name).not.toEqual([]);
    expect([sealedCount, leadSeenAt]).toEqual([1, new Date('2026-11-18T09:10:00.250Z')]);
    expect(await findAgenda(db, id)).toEqual({ stages: room.stages, phase: 'live' });

    const named = await listShown(db, room);
    expect(new Set(people.keys())).toEqual(new Set([...named.keys(), field.analyst.id]));
    for (const [person, shown] of named) expect(people.get(person)).toEqual(shown);
    expect(await listShown(db, room, people)).toBe(people);

    // nobody's own: for what everybody sees
    const forAll = await findRoom(db, id, { person: null });
    expect(forAll?.room).toStrictEqual({
      ...room,
      present: [],
      leadSeenAt: null,
      ownIdeas: [],
      inputs: { ...inputs, own: [] },
    });
  });

  test('[P7] what every press begins with, in one statement, is what its parts are', async () => {
    const field = await aMeeting(engine.db);
    const { db } = engine;
    const { review: id, meeting_ } = field;
    await makePrivate(field, [field.felicity, field.priya, field.otto]);
    await field.press(field.felicity, { command: 'start' });
    await field.press(field.priya, { command: 'seen' });
    for (const room_may_write of [false, true]) {
      await updateReview(db, id, { room_may_write, published_at: new Date('2026-11-17T08:00:00.125Z') });
      const review = (await findReview(db, id)) as ReviewRow;
      const access = await accessOf(db, review);
      expect(access.roomWriters).toEqual(room_may_write ? [field.priya.id] : []);
      const facts = await findMeetingFacts(db, meeting_);
      expect(facts).toStrictEqual({ meeting: await findMeeting(db, meeting_), review, access });
    }
    expect(await findMeetingFacts(db, asId<MeetingId>(randomUUID()))).toBeNull();
  });

  test('[M4] many rows changed by one batch are written as they are', async () => {
    const { press, felicity, priya, otto, meeting_: id } = await aMeeting(engine.db);
    await press(felicity, { command: 'start' });
    for (const person of [felicity, priya, otto])
      await press(person, { command: 'raise-hand', type: 'question', words: 'before' });
    const read = async () => {
      const found = await findRoom(engine.db, id, { person: null });
      if (found === null) throw new Error('gone');
      return found.room;
    };
    const before = await read();
    const [first, ...others] = before.queue;
    const queue = [
      ...(first ? [{ ...first, state: 'speaking' as const, placed: null }] : []),
      ...others.map((entry, at) => ({ ...entry, words: `it’s "${at}"`, placed: at })),
    ];
    await saveRoom(engine.db, before, { ...before, queue }, { person: null, at: new Date() });
    expect((await read()).queue).toStrictEqual(queue);
  });
});
