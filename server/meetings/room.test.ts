import { describe, expect, test } from 'vitest';
import { findSoak } from '#db/soaks.ts';
import { forEachEngine } from '#db/testing.ts';
import { asId, type MeetingId } from '#domain/ids.ts';
import type { SignedIn } from '../app.ts';
import { forgetAfterADay } from './forget-after-a-day.ts';
import { listDifferentViews } from './list-different-views.ts';
import { planMeeting } from './plan-meeting.ts';
import { readRecord } from './read-record.ts';
import { readRoom } from './read-room.ts';
import type { CommandAnswer } from './run-command.ts';
import { runCommand } from './run-command.ts';
import { projectedRoom } from './show-room.ts';
import { aMeeting, aPlan, makePrivate } from './testing.ts';

const stateOf = (answer: CommandAnswer) => {
  if (!('state' in answer)) throw new Error(JSON.stringify(answer));
  return answer.state;
};
const isNotThere = (error: unknown) => (error as { init?: { status?: number } }).init?.status === 404;

forEachEngine((engine) => {
  const events = async (meeting: MeetingId) =>
    engine.db
      .selectFrom('meeting_events')
      .selectAll()
      .where('meeting_id', '=', meeting)
      .orderBy('rev')
      .execute();

  describe('commands, one after another', () => {
    test('[M4] [bad input 50] two facilitators press Next at once: the group moves once, both see where it is', async () => {
      const { press, felicity, priya, meeting_ } = await aMeeting(engine.db);
      const { felicity: _, ...field } = { felicity, priya, press };
      await field.press(felicity, { command: 'roles', facilitators: [felicity.id, priya.id] });
      await press(felicity, { command: 'start' });
      const [one, two] = await Promise.all([
        press(felicity, { command: 'next' }, { rev: 2 }),
        press(priya, { command: 'next' }, { rev: 2 }),
      ]);
      expect([one, two].filter((answer) => 'conflict' in answer)).toHaveLength(1);
      for (const answer of [one, two])
        expect(stateOf(answer).stages.findIndex(({ state }) => state === 'now')).toBe(1);
      expect((await events(meeting_)).filter(({ command }) => command === 'next')).toHaveLength(1);
    });

    test('[M4] the same key acts once, also when pressed twice at the same moment; with another body it is refused', async () => {
      const { press, felicity, priya, meeting_ } = await aMeeting(engine.db);
      await press(felicity, { command: 'start' });
      const hand = { command: 'raise-hand', type: 'question', words: 'How long?' } as const;
      const both = await Promise.all([
        press(priya, hand, { key: 'same-key', rev: 1 }),
        press(priya, hand, { key: 'same-key', rev: 1 }),
      ]);
      for (const answer of both) expect(stateOf(answer).waitingCount).toBe(1);
      expect(await press(priya, { ...hand, words: 'Other' }, { key: 'same-key', rev: 1 })).toHaveProperty(
        'refused',
      );
      expect((await events(meeting_)).map(({ rev }) => rev)).toEqual([0, 1, 2]);
    });

    test('[M5] twenty hands at once are twenty revisions and twenty events', async () => {
      const { press, person, felicity, meeting_, rev } = await aMeeting(engine.db);
      await press(felicity, { command: 'start' });
      const people = await Promise.all(Array.from({ length: 20 }, (_, at) => person(`P${at}`)));
      await Promise.all(people.map((one) => press(one, { command: 'raise-hand', type: 'question' })));
      expect(await rev()).toBe(21);
      expect((await events(meeting_)).filter(({ command }) => command === 'raise-hand')).toHaveLength(20);
      expect((await projectedRoom(engine.db, meeting_))?.value.waitingCount).toBe(20);
    });

    test('[M7] undo comes back from rows exactly as it was', async () => {
      const { press, felicity, at } = await aMeeting(engine.db);
      at('2026-11-18T09:10:00Z');
      const before = stateOf(await press(felicity, { command: 'start' }));
      at('2026-11-18T09:12:00Z');
      await press(felicity, { command: 'next' });
      at('2026-11-18T09:12:09Z');
      const after = stateOf(await press(felicity, { command: 'undo' }));
      expect({ ...after, rev: 0 }).toEqual({ ...before, rev: 0 });
    });

    test('[M9] [bad input 51] a clock set back by an hour in the middle of a meeting: every button works on', async () => {
      const field = await aMeeting(engine.db);
      await field.press(field.felicity, { command: 'start' });
      const now = field.app.clock.now();
      field.app.clock = { now: () => new Date(now.getTime() - 3_600_000) };
      for (const command of ['next', 'back', 'pause', 'resume', 'timer-pause', 'timer-start', 'end'] as const)
        expect([command, await field.press(field.felicity, { command })]).toEqual([
          command,
          expect.objectContaining({ state: expect.anything() }),
        ]);
    });

    test('[M9] a pause is kept in rows to the millisecond', async () => {
      const { press, felicity, at } = await aMeeting(engine.db);
      at('2026-11-18T09:10:00Z');
      await press(felicity, { command: 'start' });
      at('2026-11-18T09:13:00.123Z');
      const paused = stateOf(await press(felicity, { command: 'pause' }));
      expect(paused.current?.timer).toEqual({ state: 'paused', remainingMs: 419_877 });
      at('2026-11-18T09:20:00Z');
      const resumed = stateOf(await press(felicity, { command: 'resume' }));
      expect(resumed.current?.timer).toEqual({ state: 'running', endsAt: '2026-11-18T09:26:59.877Z' });
    });
  });

  describe('who may', () => {
    test('[P2] [bad input 42] unknown, malformed and of a private review are the same 404', async () => {
      const field = await aMeeting(engine.db);
      await makePrivate(field, [field.priya]);
      const other = await aMeeting(engine.db);
      for (const [person, id] of [
        [field.otto, field.meeting_],
        [field.priya, 'not-an-id'],
        [field.priya, '00000000-0000-4000-8000-000000000000'],
      ] as const) {
        const asked = { command: { command: 'start' }, expectedRev: 0, key: 'press-404' } as const;
        await expect(runCommand(field.app, person, id, asked)).rejects.toSatisfy(isNotThere);
        await expect(readRoom(field.app, person, id)).rejects.toSatisfy(isNotThere);
        await expect(readRecord(field.app, person, id)).rejects.toSatisfy(isNotThere);
      }
      expect((await readRoom(field.app, field.priya, field.meeting_)).rev).toBe(0);
      expect(other.meeting_).not.toBe(field.meeting_);
    });

    test('[bad input 42] a stage, hand or capture of another meeting is not there', async () => {
      const { press, felicity, priya } = await aMeeting(engine.db);
      const other = await aMeeting(engine.db);
      await press(felicity, { command: 'start' });
      const theirs = stateOf(await other.press(other.felicity, { command: 'start' }));
      const kept = stateOf(
        await other.press(other.priya, { command: 'capture', kind: 'insight', words: 'Theirs' }),
      );
      const stage = theirs.stages[1]?.id ?? asId('x');
      const capture = kept.captures[0]?.id ?? '';
      expect(await press(felicity, { command: 'go', stage })).toHaveProperty('refused');
      expect(await press(felicity, { command: 'stage-remove', stage })).toHaveProperty('refused');
      expect(await press(priya, { command: 'change-capture', capture, words: 'x' })).toHaveProperty(
        'refused',
      );
    });

    test('[M3] a participant who steers is told who does; nothing moves', async () => {
      const { press, priya, rev } = await aMeeting(engine.db);
      expect(await press(priya, { command: 'start' })).toHaveProperty('forbidden');
      expect(await rev()).toBe(0);
    });

    test('[P6] private notes go to those who steer, and into no projection', async () => {
      const { app, felicity, priya, meeting_ } = await aMeeting(engine.db);
      const own = await readRoom(app, felicity, meeting_);
      expect(Object.values(own.facilitator?.notes ?? {})).toContain('only facilitators: Walk');
      const others = await readRoom(app, priya, meeting_);
      expect(JSON.stringify([others, await projectedRoom(engine.db, meeting_)])).not.toContain(
        'only facilitators',
      );
    });
  });

  describe('what follows from it', () => {
    test('[S1] the soak starts with the end, in the same moment, in the meeting’s zone; [S7] reopening holds it', async () => {
      const { app, press, analyst, felicity, otto, review, at, meeting_ } = await aMeeting(engine.db);
      const planners = async () =>
        Promise.all(
          [analyst, felicity, otto].map(
            async (person) => (await readRoom(app, person, meeting_)).own.mayPlanSession,
          ),
        );
      at('2026-11-18T09:10:00Z');
      await press(felicity, { command: 'start' });
      const ended = at('2026-11-18T10:02:00Z');
      await press(felicity, { command: 'end' });
      expect(await findSoak(engine.db, review)).toMatchObject({
        startedAt: ended,
        endsAt: new Date('2026-11-20T10:02:00Z'),
        calendar: { zone: 'Europe/Berlin' },
      });
      at('2026-11-18T11:00:00Z');
      expect(await planners()).toEqual([true, true, false]);
      await press(felicity, { command: 'reopen' });
      expect(await planners()).toEqual([false, false, false]);
      expect(await findSoak(engine.db, review)).toMatchObject({ heldFor: meeting_ });
      const again = at('2026-11-18T12:00:00Z');
      await press(felicity, { command: 'end' });
      expect(await findSoak(engine.db, review)).toMatchObject({ heldFor: null, startedAt: again });
      const session = aPlan({ felicity }, { day: '2026-11-24', time: '15:00' });
      expect(await planMeeting(app, analyst, review, 'action', session)).toHaveProperty('meeting');
      expect(await planners()).toEqual([false, false, false]);
    });

    test('[M5] a day after the end nobody can count who spoke', async () => {
      const { app, press, felicity, priya, at, meeting_ } = await aMeeting(engine.db);
      await press(felicity, { command: 'start' });
      await press(priya, { command: 'raise-hand', type: 'question' });
      await press(felicity, { command: 'next-speaker', speaking: null });
      await press(felicity, { command: 'end' });
      at('2026-11-19T08:59:00Z');
      await forgetAfterADay(app);
      expect((await events(meeting_)).filter(({ actor_id }) => actor_id === priya.id)).toHaveLength(1);
      // who was erased, or let go as a guest, leaves events without an actor
      await engine.db
        .updateTable('meeting_events')
        .set({ actor_id: null })
        .where('meeting_id', '=', meeting_)
        .where('command', '=', 'raise-hand')
        .execute();
      at('2026-11-19T09:01:00Z');
      await forgetAfterADay(app);
      const left = await events(meeting_);
      expect(left.filter(({ actor_id }) => actor_id === priya.id)).toEqual([]);
      expect(left.find(({ command }) => command === 'raise-hand')).toMatchObject({ at: null, about: {} });
      expect(left.find(({ command }) => command === 'start')?.at).not.toBeNull();
      const queue = engine.db.selectFrom('queue_entries').selectAll().where('meeting_id', '=', meeting_);
      expect(await queue.execute()).toEqual([]);
    });

    test('[A2] a day after the end nothing tells who was in the room', async () => {
      const { app, press, felicity, priya, at, meeting_ } = await aMeeting(engine.db);
      const seen = () =>
        engine.db.selectFrom('meeting_seen').selectAll().where('meeting_id', '=', meeting_).execute();
      at('2026-11-18T09:00:00Z');
      await press(felicity, { command: 'start' });
      await press(priya, { command: 'seen' });
      await press(felicity, { command: 'end' });
      at('2026-11-19T08:59:00Z');
      await forgetAfterADay(app);
      expect(await seen()).toHaveLength(1);
      at('2026-11-19T09:01:00Z');
      await forgetAfterADay(app);
      expect(await seen()).toEqual([]);
    });

    test('[M19] the record keeps the agenda as it went, what was kept, and what was not reached', async () => {
      const { app, press, felicity, priya, at, meeting_ } = await aMeeting(engine.db);
      at('2026-11-18T09:10:00Z');
      await press(felicity, { command: 'start' });
      at('2026-11-18T09:14:00Z');
      await press(felicity, { command: 'next' });
      await press(priya, {
        command: 'capture',
        kind: 'different-view',
        words: 'Slow, not stuck.',
        claim: 'Stuck.',
      });
      await press(priya, { command: 'park', words: 'Who owns staging?' });
      at('2026-11-18T09:20:00Z');
      await press(felicity, { command: 'end' });
      const { record } = await readRecord(app, priya, meeting_);
      expect(record.stages.map(({ title, took }) => [title, took])).toEqual([
        ['Welcome', 4],
        ['Walk', 6],
        ['Close', 0],
      ]);
      expect(record.notReached.map(({ title }) => title)).toEqual(['Close']);
      expect(record.differentViews).toMatchObject([{ words: 'Slow, not stuck.', claim: 'Stuck.' }]);
      expect(record.parked).toMatchObject([{ words: 'Who owns staging?' }]);
      expect(record.course.map(({ step }) => step)).toEqual(['started', 'moved', 'ended']);
    });

    test('[C2] [C3] the reading view leads a different view’s contributor to where they change it, and nobody else', async () => {
      const { app, press, felicity, priya, otto, at, meeting_, review } = await aMeeting(engine.db);
      at('2026-11-18T09:10:00Z');
      await press(felicity, { command: 'start' });
      const view = { command: 'capture', kind: 'different-view', words: 'Slow.' } as const;
      await press(priya, view);
      at('2026-11-18T09:11:00Z');
      await press(priya, { ...view, forLabel: 'Ann, on the night shift' });
      await press(felicity, { command: 'end' });
      const ownOf = async (person: SignedIn) =>
        (await listDifferentViews(app, review, person.id)).map(({ own }) => own);
      expect(await ownOf(priya)).toEqual([
        { meeting: meeting_, mayChange: true },
        { meeting: meeting_, mayChange: false },
      ]);
      expect(await ownOf(otto)).toEqual([null, null]);
      const [mine] = (await readRecord(app, priya, meeting_)).record.differentViews;
      expect(mine?.place).toBe('in “Welcome”');
      await press(priya, { command: 'change-capture', capture: mine?.id ?? '', words: 'Slow, not stuck.' });
      expect(await listDifferentViews(app, review, otto.id)).toMatchObject([
        { words: 'Slow, not stuck.' },
        { words: 'Slow.' },
      ]);
    });
  });
});
