import { describe, expect, test } from 'vitest';
import { forEachEngine } from '#db/testing.ts';
import { editPlan } from './edit-plan.ts';
import { listNameable } from './list-nameable.ts';
import { readPlan } from './read-plan.ts';
import { readRecord } from './read-record.ts';
import { readRoom } from './read-room.ts';
import { aMeeting, aPlan, makePrivate } from './testing.ts';

const statusOf = (error: unknown) => (error as { init?: { status?: number } }).init?.status;

forEachEngine((engine) => {
  describe('a scribe', () => {
    test('[M3] [P10] is chosen in the plan, is invited and so may read; everyone sees who it is', async () => {
      const field = await aMeeting(engine.db);
      const { app, felicity, otto, meeting_ } = field;
      await makePrivate(field, [felicity]);
      expect((await readPlan(app, felicity, meeting_)).plan.scribe).toBeNull();
      expect(await editPlan(app, felicity, meeting_, aPlan(field, { scribe: otto.id }))).toBe(true);
      const { plan } = await readPlan(app, felicity, meeting_);
      expect(plan).toMatchObject({ scribe: otto.id, invited: expect.arrayContaining([otto.id]) });
      expect((await readRoom(app, otto, meeting_)).state.scribe).toMatchObject({ name: 'Otto' });
      expect(await editPlan(app, felicity, meeting_, { ...plan, scribe: null })).toBe(true);
      expect((await readRoom(app, felicity, meeting_)).state.scribe).toBeNull();
    });

    test('[M3] is changed in the room by those who steer, to somebody who may read; facilitators and a handover stay', async () => {
      const field = await aMeeting(engine.db);
      const { app, felicity, priya, otto, analyst, press, meeting_ } = field;
      await makePrivate(field, [felicity, priya]);
      await press(felicity, { command: 'start' });
      const facilitators = [felicity.id];
      expect(await press(priya, { command: 'roles', facilitators, scribe: priya.id })).toHaveProperty(
        'forbidden',
      );
      expect(await press(felicity, { command: 'roles', facilitators, scribe: otto.id })).toHaveProperty(
        'refused',
      );
      await press(felicity, { command: 'roles', facilitators, scribe: priya.id });
      await press(felicity, { command: 'roles', facilitators: [felicity.id, analyst.id] });
      expect((await readRecord(app, felicity, meeting_)).record).toMatchObject({
        scribe: { id: priya.id },
        facilitators: [{ id: felicity.id }, { id: analyst.id }],
      });
      const { state } = await readRoom(app, priya, meeting_);
      expect(state).toMatchObject({ scribe: { id: priya.id }, facilitators: [{ id: felicity.id }, {}] });
    });

    test('[C2] may note for everyone who may read, here or not, and for nobody else', async () => {
      const field = await aMeeting(engine.db);
      const { app, felicity, priya, otto, analyst, press, meeting_ } = field;
      await makePrivate(field, [felicity, priya]);
      await press(felicity, { command: 'start' });
      const offered = (await listNameable(app, priya, meeting_)).map(({ id }) => id);
      expect(offered.sort()).toEqual([felicity.id, priya.id, analyst.id].sort());
      expect(await listNameable(app, otto, meeting_).catch(statusOf)).toBe(404);
      const noted = { command: 'capture', kind: 'insight', words: 'So quiet.' } as const;
      expect(await press(priya, { ...noted, forPerson: analyst.id })).toHaveProperty('rev');
      expect(await press(priya, { ...noted, forPerson: otto.id })).toHaveProperty('refused');
    });

    test('[M3] a part’s teller who cannot come is replaced while the meeting runs', async () => {
      const field = await aMeeting(engine.db);
      const { app, felicity, otto, press, meeting_ } = field;
      await press(felicity, { command: 'start' });
      const { state } = await readRoom(app, felicity, meeting_);
      const stage = state.stages[0]?.id;
      if (!stage) throw new Error('three stages');
      await press(felicity, { command: 'stage-change', stage, teller: otto.id, prompt: 'How was it?' });
      const room = await readRoom(app, otto, meeting_);
      expect(room.state.current).toMatchObject({ teller: { id: otto.id }, prompt: 'How was it?' });
      expect(await press(otto, { command: 'spotlight', target: null })).toHaveProperty('rev');
      await makePrivate(field, [felicity]);
      expect(await press(felicity, { command: 'stage-change', stage, teller: otto.id })).toHaveProperty(
        'refused',
      );
    });
  });
});
