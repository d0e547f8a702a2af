import { describe, expect, test } from 'vitest';
import { forEachEngine } from '#db/testing.ts';
import type { MeetingId } from '#domain/ids.ts';
import { readRoom } from './read-room.ts';
import type { CommandAnswer } from './run-command.ts';
import { aMeeting } from './testing.ts';

const stateOf = (answer: CommandAnswer) => {
  if (!('state' in answer)) throw new Error(JSON.stringify(answer));
  return answer.state;
};

forEachEngine((engine) => {
  const events = async (meeting: MeetingId) =>
    engine.db
      .selectFrom('meeting_events')
      .selectAll()
      .where('meeting_id', '=', meeting)
      .orderBy('rev')
      .execute();

  describe('sealing', () => {
    test('[C6] [C7] the words are in one row, for one person; its key row holds no body and nothing is audited', async () => {
      const { app, press, felicity, priya, otto, meeting_ } = await aMeeting(engine.db);
      await press(felicity, { command: 'start' });
      const canary = 'CANARY-alarm-on-waits';
      expect(
        stateOf(await press(priya, { command: 'seal', words: canary }, { key: 'seal-once' })).sealedCount,
      ).toBe(1);
      // there the key alone decides
      await press(priya, { command: 'seal', words: 'something else' }, { key: 'seal-once' });
      const mine = await readRoom(app, priya, meeting_);
      expect(mine.own.ideas.map(({ words }) => words)).toEqual([canary]);
      for (const person of [felicity, otto])
        expect(JSON.stringify(await readRoom(app, person, meeting_))).not.toContain('CANARY');
      const keys = await engine.db
        .selectFrom('command_keys')
        .selectAll()
        .where('key', '=', 'seal-once')
        .execute();
      expect(keys.map(({ body_hash }) => body_hash)).toEqual([null]);
      expect(JSON.stringify(await events(meeting_))).not.toContain('CANARY');
      expect(
        await engine.db.selectFrom('audit').selectAll().where('person_id', '=', priya.id).execute(),
      ).toEqual([]);
    });

    test('[C2] whom something was noted for hears of it with the room, the noter’s other screens too, and nobody else', async () => {
      const { app, press, felicity, priya, otto } = await aMeeting(engine.db);
      const told: unknown[] = [];
      app.collab = { ...app.collab, ownChanged: (_, people) => told.push(...people) };
      await press(felicity, { command: 'start' });
      const noted = { command: 'capture', kind: 'insight', words: 'It was slow.' } as const;
      // two that come together, one of them for somebody
      await Promise.all([
        press(priya, { ...noted, forPerson: otto.id }, { rev: 1 }),
        press(felicity, noted, { rev: 1 }),
      ]);
      expect(told).toEqual([priya.id, otto.id]);
    });

    test('[C7] a stranger to an idea changes nothing; its author changes, withholds, withdraws', async () => {
      const { app, press, felicity, priya, meeting_ } = await aMeeting(engine.db);
      await press(felicity, { command: 'start' });
      await press(priya, { command: 'seal', words: 'first' });
      const idea = (await readRoom(app, priya, meeting_)).own.ideas[0]?.id ?? '';
      expect(await press(felicity, { command: 'withdraw-idea', idea })).toHaveProperty('refused');
      await press(priya, { command: 'change-idea', idea, words: 'better' });
      await press(priya, { command: 'withhold-name', idea, withheld: true });
      expect((await readRoom(app, priya, meeting_)).own.ideas).toMatchObject([
        { words: 'better', withheld: true },
      ]);
      expect(stateOf(await press(priya, { command: 'withdraw-idea', idea })).sealedCount).toBe(0);
    });
  });

  describe('attendance, notes, presence', () => {
    test('[A1] [A2] [A4] stated by the person alone; changed, removed for ever; no rev, event, key or audit', async () => {
      const { app, press, felicity, priya, meeting_, rev } = await aMeeting(engine.db);
      await press(felicity, { command: 'start' });
      await press(priya, { command: 'seen' });
      expect((await readRoom(app, priya, meeting_)).own.attendance).toBeNull();
      await press(priya, { command: 'attend', statement: { how: 'choice', mode: 'remote' } });
      await press(priya, { command: 'attend', statement: { how: 'asked', mode: 'room' } });
      expect((await readRoom(app, priya, meeting_)).own.attendance).toEqual({
        how: 'asked',
        mode: 'room',
        named: false,
      });
      expect(JSON.stringify(await readRoom(app, felicity, meeting_))).not.toContain('asked');
      await press(priya, { command: 'attend', statement: null });
      const rows = await engine.db
        .selectFrom('attendance')
        .selectAll()
        .where('meeting_id', '=', meeting_)
        .execute();
      expect(rows).toEqual([]);
      expect([await rev(), (await events(meeting_)).length]).toEqual([1, 2]);
      const keys = engine.db.selectFrom('command_keys').selectAll().where('meeting_id', '=', meeting_);
      expect(await keys.execute()).toHaveLength(1);
    });

    test('[M18] sight is written at most every 15 s', async () => {
      const { press, felicity, priya, meeting_, at } = await aMeeting(engine.db);
      const seen = async () =>
        (
          await engine.db.selectFrom('meeting_seen').selectAll().where('meeting_id', '=', meeting_).execute()
        ).map(({ seen_at }) => seen_at.toISOString());
      at('2026-11-18T09:10:00Z');
      await press(felicity, { command: 'start' });
      await press(priya, { command: 'seen' });
      at('2026-11-18T09:10:14Z');
      await press(priya, { command: 'seen' });
      expect(await seen()).toEqual(['2026-11-18T09:10:00.000Z']);
      at('2026-11-18T09:10:16Z');
      await press(priya, { command: 'seen' });
      expect(await seen()).toEqual(['2026-11-18T09:10:16.000Z']);
    });

    test('my notes are mine', async () => {
      const { app, press, felicity, priya, meeting_ } = await aMeeting(engine.db);
      await press(priya, { command: 'note', words: 'CANARY our restore is quiet too' });
      expect((await readRoom(app, priya, meeting_)).own.note).toContain('CANARY');
      expect(JSON.stringify(await readRoom(app, felicity, meeting_))).not.toContain('CANARY');
    });
  });
});
