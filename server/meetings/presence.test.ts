import { describe, expect, test } from 'vitest';
import { forEachEngine } from '#db/testing.ts';
import type { MeetingId } from '#domain/ids.ts';
import { forgetAfterADay } from './forget-after-a-day.ts';
import { pauseForgottenMeetings } from './pause-forgotten.ts';
import { readPlan } from './read-plan.ts';
import { readRoom } from './read-room.ts';
import type { CommandAnswer } from './run-command.ts';
import { projectedRoom } from './show-room.ts';
import { aMeeting, aPlan, type RoomField } from './testing.ts';

const stateOf = (answer: CommandAnswer) => {
  if (!('state' in answer)) throw new Error(JSON.stringify(answer));
  return answer.state;
};
const A_ROUND = {
  kind: 'round' as const,
  title: 'What surprised you?',
  minutes: 10,
  prompt: '',
  notes: '',
  targets: [],
  teller: null,
};

forEachEngine((engine) => {
  const events = (meeting: MeetingId) =>
    engine.db
      .selectFrom('meeting_events')
      .selectAll()
      .where('meeting_id', '=', meeting)
      .orderBy('rev')
      .execute();
  const here = async (field: RoomField, ...people: RoomField['felicity'][]) => {
    for (const person of people) await field.press(person, { command: 'seen' });
  };

  describe('ready', () => {
    test('[M10] counts who is present by their last sight, and what is mine is told to me alone', async () => {
      const field = await aMeeting(engine.db);
      const { app, press, felicity, priya, otto, at, meeting_ } = field;
      at('2026-11-18T09:10:00Z');
      await press(felicity, { command: 'start' });
      await here(field, felicity, priya, otto);
      await press(otto, { command: 'ready', ready: true });
      expect(stateOf(await press(priya, { command: 'ready', ready: true })).ready).toEqual({
        count: 2,
        present: 3,
      });
      const mine = await readRoom(app, priya, meeting_);
      expect(mine.own.readyFor).toBe(mine.state.current?.stage);
      expect((await readRoom(app, felicity, meeting_)).own.readyFor).toBeNull();
      expect(JSON.stringify((await projectedRoom(engine.db, meeting_))?.value)).not.toContain(otto.id);
      at('2026-11-18T09:10:31Z');
      await here(field, felicity, priya);
      expect((await readRoom(app, priya, meeting_)).state.ready).toEqual({ count: 1, present: 2 });
    });

    test('[M10] [M7] an undo brings the marks back from rows', async () => {
      const field = await aMeeting(engine.db);
      const { app, press, felicity, priya, meeting_ } = field;
      await press(felicity, { command: 'start' });
      await here(field, priya);
      await press(priya, { command: 'ready', ready: true });
      await press(felicity, { command: 'next' });
      expect((await readRoom(app, priya, meeting_)).own.readyFor).toBeNull();
      await press(felicity, { command: 'undo' });
      expect((await readRoom(app, priya, meeting_)).own.readyFor).not.toBeNull();
    });
  });

  describe('a round', () => {
    const aRound = async () => {
      const field = await aMeeting(engine.db, {
        stages: [A_ROUND, { ...A_ROUND, kind: 'close', title: 'Close' }],
      });
      await here(field, field.felicity, field.priya);
      await field.press(field.felicity, { command: 'start' });
      return field;
    };
    const turns = async (meeting: MeetingId) =>
      (await projectedRoom(engine.db, meeting))?.value.round?.turns.map(({ person, state }) => [
        person.id,
        state,
      ]) ?? [];

    test('[M14] is kept in rows, over a change of stage and back', async () => {
      const { press, felicity, priya, meeting_ } = await aRound();
      const [first, second] = await turns(meeting_);
      expect(new Set([first?.[0], second?.[0]])).toEqual(new Set([felicity.id, priya.id]));
      const whose = first?.[0] === priya.id ? priya : felicity;
      await press(whose, { command: 'round-turn', how: 'later' });
      const kept = await turns(meeting_);
      expect(kept).toEqual([
        [second?.[0], 'now'],
        [first?.[0], 'ahead'],
      ]);
      await press(felicity, { command: 'next' });
      expect(await turns(meeting_)).toEqual([]);
      await press(felicity, { command: 'back' });
      expect(await turns(meeting_)).toEqual(kept);
    });

    test('[M14] somebody late is appended by being seen, once, as one revision; somebody in it raises nothing', async () => {
      const field = await aRound();
      const { press, priya, otto, meeting_, rev } = field;
      const before = await rev();
      await Promise.all([press(otto, { command: 'seen' }), press(otto, { command: 'seen' })]);
      await press(priya, { command: 'seen' });
      expect(await rev()).toBe(before + 1);
      expect((await turns(meeting_)).at(-1)).toEqual([otto.id, 'ahead']);
      expect((await events(meeting_)).filter(({ command }) => command === 'round-joined')).toHaveLength(1);
    });

    test('[M14] done and next person at the same moment give the turn once', async () => {
      const { press, felicity, priya, meeting_ } = await aRound();
      const [first, second] = await turns(meeting_);
      const whose = first?.[0] === priya.id ? priya : felicity;
      await Promise.all([
        press(whose, { command: 'round-turn', how: 'done' }),
        press(felicity, { command: 'next-person', speaking: whose.id }),
      ]);
      expect(await turns(meeting_)).toEqual([
        [first?.[0], 'over'],
        [second?.[0], 'now'],
      ]);
    });

    test('[M5] [M14] a day after the end nobody can tell who passed, spoke, or was ready', async () => {
      const { app, press, felicity, priya, at, meeting_ } = await aRound();
      for (const person of [priya, felicity, priya])
        await press(person, { command: 'round-turn', how: 'pass' });
      await press(felicity, { command: 'next' });
      await press(priya, { command: 'ready', ready: true });
      await press(felicity, { command: 'end' });
      at('2026-11-19T09:30:00Z');
      await forgetAfterADay(app);
      const left = await events(meeting_);
      const told = left.filter(({ command }) => ['ready', 'round-turn', 'round-joined'].includes(command));
      expect(told.length).toBeGreaterThanOrEqual(3);
      for (const event of told) expect(event).toMatchObject({ at: null, actor_id: null, about: {} });
      for (const table of ['round_turns', 'ready_marks'] as const)
        expect(
          await engine.db.selectFrom(table).selectAll().where('meeting_id', '=', meeting_).execute(),
        ).toEqual([]);
    });
  });

  describe('who leads', () => {
    test('[M17] anyone takes over once the row says a minute, steers from then on, and hands back', async () => {
      const field = await aMeeting(engine.db, { takeOver: 'anyone' });
      const { press, felicity, priya, at, meeting_ } = field;
      at('2026-11-18T09:10:00Z');
      await press(felicity, { command: 'start' });
      await here(field, felicity);
      at('2026-11-18T09:10:59Z');
      expect(await press(priya, { command: 'take-over' })).toHaveProperty('refused');
      at('2026-11-18T09:11:00Z');
      expect(await press(priya, { command: 'take-over' })).toHaveProperty('refused');
      await here(field, priya);
      const taken = stateOf(await press(priya, { command: 'take-over' }));
      expect(taken.facilitators.map(({ name }) => name)).toEqual(['Priya', 'Felicity']);
      expect(taken.lead.relieved).toMatchObject({ from: { name: 'Felicity' }, by: { name: 'Priya' } });
      await here(field, felicity);
      expect((await projectedRoom(engine.db, meeting_))?.value.facilitators[0]?.name).toBe('Priya');
      await press(priya, { command: 'next' });
      const back = stateOf(await press(priya, { command: 'hand-back' }));
      expect(back.facilitators.map(({ name }) => name)).toEqual(['Felicity']);
      expect(await press(priya, { command: 'next' })).toHaveProperty('forbidden');
      expect((await events(meeting_)).map(({ command }) => command)).toContain('take-over');
    });

    test('[M17] the policy comes from the plan, and co-facilitators are what it is unless chosen', async () => {
      const field = await aMeeting(engine.db);
      const { app, press, analyst, felicity, priya, at, meeting_ } = field;
      expect((await readPlan(app, analyst, meeting_)).plan.takeOver).toBe('co-facilitators');
      expect(aPlan(field).takeOver).toBe('co-facilitators');
      await press(felicity, { command: 'start' });
      at('2026-11-18T09:40:00Z');
      expect(await press(priya, { command: 'take-over' })).toHaveProperty('forbidden');
    });
  });

  describe('a meeting nobody steers any more', () => {
    test('[M18] is paused once, by whichever node looks first, with an event of nobody’s', async () => {
      const field = await aMeeting(engine.db);
      const { app, press, felicity, priya, at, meeting_, rev } = field;
      at('2026-11-18T09:10:00Z');
      await press(felicity, { command: 'start' });
      at('2026-11-18T10:39:00Z');
      expect(await pauseForgottenMeetings(app)).not.toContain(meeting_);
      at('2026-11-18T10:40:00Z');
      await press(priya, { command: 'raise-hand', type: 'question' });
      const before = await rev();
      const looks = await Promise.all([
        pauseForgottenMeetings(app),
        pauseForgottenMeetings(app),
        pauseForgottenMeetings(app),
      ]);
      expect(looks.flat().filter((id) => id === meeting_)).toHaveLength(1);
      expect(await rev()).toBe(before + 1);
      expect((await events(meeting_)).at(-1)).toMatchObject({ command: 'pause', actor_id: null });
      expect((await projectedRoom(engine.db, meeting_))?.value).toMatchObject({
        phase: 'paused',
        pausedByItself: true,
        waitingCount: 1,
      });
      expect(await press(felicity, { command: 'next' }, { rev: before })).toHaveProperty('conflict');
      expect(stateOf(await press(felicity, { command: 'resume' })).pausedByItself).toBe(false);
    });

    test('[M18] one that is steered in overtime goes on', async () => {
      const { app, press, felicity, at, meeting_ } = await aMeeting(engine.db);
      at('2026-11-18T09:10:00Z');
      await press(felicity, { command: 'start' });
      at('2026-11-18T10:35:00Z');
      await press(felicity, { command: 'timer-add', seconds: 300 });
      at('2026-11-18T11:04:00Z');
      expect(await pauseForgottenMeetings(app)).not.toContain(meeting_);
      at('2026-11-18T11:05:00Z');
      expect(await pauseForgottenMeetings(app)).toContain(meeting_);
    });
  });
});
