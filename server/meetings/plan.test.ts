import { describe, expect, test } from 'vitest';
import { listReviewPeople } from '#db/review-people.ts';
import { findSoak } from '#db/soaks.ts';
import { forEachEngine } from '#db/testing.ts';
import { parseForm } from '../doors/parse-form.ts';
import { nameReviewPerson, unnameReviewPerson } from '../reviews/share-review.ts';
import { cancelMeeting } from './cancel-meeting.ts';
import { editPlan } from './edit-plan.ts';
import { followZones } from './follow-zones.ts';
import { planForm } from './plan-input.ts';
import { planMeeting } from './plan-meeting.ts';
import { readPlan } from './read-plan.ts';
import { readRoom } from './read-room.ts';
import { findMeetingFor } from './require-meeting.ts';
import { aMeeting, aPlan, makePrivate } from './testing.ts';

const statusOf = (error: unknown) => (error as { init?: { status?: number } }).init?.status;

forEachEngine((engine) => {
  describe('a plan', () => {
    test('[S2] keeps the wall clock’s time, also in a spring gap and on a day that has it twice', async () => {
      const field = await aMeeting(engine.db, { day: '2027-03-28', time: '02:30' });
      const gap = await readPlan(field.app, field.felicity, field.meeting_);
      expect(gap.plan).toMatchObject({ day: '2027-03-28', time: '02:30' });
      expect(gap.asked.meeting.plan.startsAt).toEqual(new Date('2027-03-28T01:30:00Z'));
      const twice = await aMeeting(engine.db, { day: '2027-10-31', time: '02:30' });
      const { asked } = await readPlan(twice.app, twice.felicity, twice.meeting_);
      expect(asked.meeting.plan.startsAt).toEqual(new Date('2027-10-31T00:30:00Z'));
    });

    test('[S2] [N1] where a zone’s law has changed since, a meeting ahead stands again at the time that was typed', async () => {
      const field = await aMeeting(engine.db);
      const { app, meeting_ } = field;
      await aMeeting(engine.db, { day: '2027-03-28', time: '02:30' });
      await aMeeting(engine.db, { day: '2027-10-31', time: '02:30' });
      const meetings = () => engine.db.selectFrom('meetings').select(['starts_at', 'rev']);
      const before = await meetings().where('id', '=', meeting_).executeTakeFirstOrThrow();
      expect(await followZones(app)).toBe(0);
      // as an older Node had reckoned it
      const reckoned = new Date(before.starts_at.getTime() + 3_600_000);
      await engine.db
        .updateTable('meetings')
        .set({ starts_at: reckoned })
        .where('id', '=', meeting_)
        .execute();
      expect(await followZones(app)).toBe(1);
      const after = await meetings().where('id', '=', meeting_).executeTakeFirstOrThrow();
      expect(after).toEqual({ starts_at: before.starts_at, rev: before.rev + 1 });
      expect(await followZones(app)).toBe(0);
    });

    test('[S1] whoever may end it reads what the soak waits for: a further review meeting, until that is cancelled', async () => {
      const field = await aMeeting(engine.db);
      const { app, analyst, felicity, priya, press, meeting_ } = field;
      const plan = aPlan(field, { day: '2026-11-25' });
      const further = await planMeeting(app, analyst, field.review, 'review', plan);
      if (!('meeting' in further)) throw new Error(further.refused);
      const waitsFor = async (person: typeof priya) =>
        (await readRoom(app, person, meeting_)).own.soakWaitsFor;
      expect(await waitsFor(felicity)).toBeNull();
      await press(felicity, { command: 'start' });
      for (const person of [felicity, analyst])
        expect(await waitsFor(person)).toBe('2026-11-25T09:10:00.000Z');
      expect(await waitsFor(priya)).toBeNull();
      await cancelMeeting(app, felicity, further.meeting, { reason: 'Not needed.' });
      expect(await waitsFor(felicity)).toBeNull();
    });

    test('[P1] analysts and facilitators plan; others get 403, strangers 404', async () => {
      const field = await aMeeting(engine.db);
      const plan = aPlan(field);
      const attempt = (person: typeof field.otto) =>
        planMeeting(field.app, person, field.review, 'review', plan).catch(statusOf);
      expect(await attempt(field.felicity)).toHaveProperty('meeting');
      expect(await attempt(field.priya)).toBe(403);
      expect(await editPlan(field.app, field.priya, field.meeting_, plan).catch(statusOf)).toBe(403);
      expect(
        await cancelMeeting(field.app, field.priya, field.meeting_, { reason: '' }).catch(statusOf),
      ).toBe(403);
      await makePrivate(field, []);
      expect(await attempt(field.otto)).toBe(404);
      expect(await editPlan(field.app, field.otto, field.meeting_, plan).catch(statusOf)).toBe(404);
    });

    test('[P10] inviting to a private review names a reader; uninviting takes it back when asked', async () => {
      const field = await aMeeting(engine.db);
      await makePrivate(field, []);
      const readers = async () =>
        (await listReviewPeople(engine.db, field.review))
          .filter(({ role }) => role === 'reader')
          .map(({ name }) => name);
      expect(await findMeetingFor(engine.db, field.otto, field.meeting_)).toBeNull();
      await editPlan(field.app, field.analyst, field.meeting_, {
        ...aPlan(field),
        invited: [field.priya.id, field.otto.id],
      });
      expect(await readers()).toEqual(['Otto', 'Priya']);
      expect(await findMeetingFor(engine.db, field.otto, field.meeting_)).not.toBeNull();
      await editPlan(
        field.app,
        field.analyst,
        field.meeting_,
        { ...aPlan(field), invited: [field.priya.id] },
        { takeBackReading: true },
      );
      expect(await readers()).toEqual(['Priya']);
    });

    test('[P10] uninviting takes back what this invitation gave, nothing else', async () => {
      const field = await aMeeting(engine.db);
      await makePrivate(field, [field.priya]);
      const { app, analyst, review, meeting_: meeting, priya, otto } = field;
      const reads = async (person: typeof otto) =>
        (await findMeetingFor(engine.db, person, meeting)) !== null;
      const invited = (...people: (typeof otto)[]) => ({
        ...aPlan(field),
        invited: people.map(({ id }) => id),
      });
      const uninviteAll = (from = meeting) =>
        editPlan(app, analyst, from, invited(), { takeBackReading: true });

      await editPlan(app, analyst, meeting, invited(priya, otto));
      await uninviteAll();
      expect([await reads(priya), await reads(otto)], 'Priya was named by hand before').toEqual([
        true,
        false,
      ]);

      await editPlan(app, analyst, meeting, invited(otto));
      const role = { role: 'reader', wasInvolved: false, leadsInvolved: false } as const;
      await nameReviewPerson(app, analyst, review, { person: otto.id, ...role });
      await uninviteAll();
      expect(await reads(otto), 'named by hand after the invitation').toBe(true);
      await unnameReviewPerson(app, analyst, review, { person: otto.id, role: 'reader' });

      await editPlan(app, analyst, meeting, invited(otto));
      const other = await planMeeting(app, analyst, review, 'review', {
        ...invited(otto),
        day: '2026-11-20',
      });
      if (!('meeting' in other)) throw new Error(other.refused);
      await uninviteAll();
      expect(await reads(otto), 'still invited to the other meeting').toBe(true);
      await editPlan(
        app,
        analyst,
        other.meeting,
        { ...invited(), day: '2026-11-20' },
        { takeBackReading: true },
      );
      expect(await reads(otto), 'uninvited from both').toBe(false);
    });

    test('changing it keeps stages and notes, and whoever waits in the lobby sees it', async () => {
      const field = await aMeeting(engine.db);
      const { plan } = await readPlan(field.app, field.felicity, field.meeting_);
      const [first, second] = plan.stages;
      if (!first || !second) throw new Error('no stages');
      await editPlan(field.app, field.felicity, field.meeting_, {
        ...plan,
        title: 'Moved',
        stages: [second, { ...first, notes: 'new words' }],
      });
      const room = await readRoom(field.app, field.felicity, field.meeting_);
      expect(room.state).toMatchObject({ rev: 1, title: 'Moved' });
      expect(room.state.stages.map(({ id }) => id)).toEqual([second.id, first.id]);
      expect(room.facilitator?.notes).toMatchObject({ [String(first.id)]: 'new words' });
    });

    test('[P6] an analyst who plans reads no notes of the facilitators, and writes over none', async () => {
      const field = await aMeeting(engine.db);
      const { plan } = await readPlan(field.app, field.analyst, field.meeting_);
      expect(plan.stages.map(({ notes }) => notes)).toEqual(['', '', '']);
      await editPlan(field.app, field.analyst, field.meeting_, { ...plan, title: 'Moved' });
      const kept = await readPlan(field.app, field.felicity, field.meeting_);
      expect(kept.plan.stages.map(({ notes }) => notes)).toContain('only facilitators: Walk');
    });

    test('a stage of another meeting is never taken along', async () => {
      const field = await aMeeting(engine.db);
      const other = await aMeeting(engine.db);
      const { plan } = await readPlan(other.app, other.felicity, other.meeting_);
      await editPlan(field.app, field.felicity, field.meeting_, { ...aPlan(field), stages: plan.stages });
      const theirs = await readRoom(other.app, other.felicity, other.meeting_);
      const mine = await readRoom(field.app, field.felicity, field.meeting_);
      expect(theirs.state.stages).toHaveLength(3);
      expect(mine.state.stages.some(({ id }) => theirs.state.stages.some((stage) => stage.id === id))).toBe(
        false,
      );
    });

    test('[M2] once started it changes in the room alone, and cannot be cancelled', async () => {
      const field = await aMeeting(engine.db);
      await field.press(field.felicity, { command: 'start' });
      expect(await editPlan(field.app, field.felicity, field.meeting_, aPlan(field))).toHaveProperty(
        'refused',
      );
      expect(await cancelMeeting(field.app, field.felicity, field.meeting_, { reason: '' })).toHaveProperty(
        'refused',
      );
    });

    test('[S1] a further meeting holds the soak until it is cancelled', async () => {
      const field = await aMeeting(engine.db);
      await field.press(field.felicity, { command: 'start' });
      await field.press(field.felicity, { command: 'end' });
      const before = await findSoak(engine.db, field.review);
      const further = await planMeeting(field.app, field.analyst, field.review, 'review', {
        ...aPlan(field),
        day: '2026-11-19',
      });
      if (!('meeting' in further)) throw new Error(further.refused);
      expect(await findSoak(engine.db, field.review)).toMatchObject({ heldFor: further.meeting });
      await cancelMeeting(field.app, field.analyst, further.meeting, { reason: 'Not needed.' });
      expect(await findSoak(engine.db, field.review)).toMatchObject({
        heldFor: null,
        endsAt: before?.endsAt,
      });
    });

    test('[S4] an action session before the soak’s end is not planned; [S5] nor started', async () => {
      const field = await aMeeting(engine.db);
      const session = (day: string) =>
        planMeeting(field.app, field.analyst, field.review, 'action', {
          ...aPlan(field),
          day,
          time: '15:00',
        });
      expect(await session('2026-11-19')).toMatchObject({ field: 'when' });
      await field.press(field.felicity, { command: 'start' });
      await field.press(field.felicity, { command: 'end' });
      const planned = await session('2026-11-20');
      if (!('meeting' in planned)) throw new Error(planned.refused);
    });

    test('unknown people are refused beside their field', async () => {
      const field = await aMeeting(engine.db);
      const nobody = '00000000-0000-4000-8000-000000000009' as never;
      const attempt = (changes: object) =>
        planMeeting(field.app, field.analyst, field.review, 'review', { ...aPlan(field), ...changes });
      expect(await attempt({ facilitators: [nobody] })).toMatchObject({ field: 'facilitators' });
      expect(await attempt({ invited: [nobody] })).toMatchObject({ field: 'invited' });
      expect(await attempt({ facilitators: [] })).toMatchObject({ field: 'facilitators' });
    });
  });
});

describe('the plan’s form', () => {
  const stage = {
    kind: 'section',
    title: 'Walk',
    minutes: 10,
    prompt: '',
    notes: '',
    targets: [],
    teller: null,
  };
  const posted = (changes: Record<string, string>) => {
    const form = new FormData();
    const fields = {
      title: 'A meeting',
      day: '2026-11-24',
      time: '10:00',
      zone: 'Europe/Berlin',
      minutes: '60',
      callLink: '',
      takeOver: 'co-facilitators',
      stages: JSON.stringify([stage]),
      ...changes,
    };
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    return parseForm(planForm, form);
  };
  test('takes a plan', () => expect(posted({})).toHaveProperty('values'));
  test.each([
    ['[bad input 48] year 0000', { day: '0000-01-01' }, 'day'],
    ['[bad input 48] year 9999', { day: '9999-12-31' }, 'day'],
    ['[bad input 48] infinite minutes', { minutes: 'Infinity' }, 'minutes'],
    ['[bad input 48] half minutes', { minutes: '1.5' }, 'minutes'],
    ['[bad input 48] 25 o’clock', { time: '25:00' }, 'time'],
    ['a zone nobody knows', { zone: 'Mars/Olympus' }, 'zone'],
    ['[bad input 47] only spaces', { title: '   ' }, 'title'],
    ['[bad input 47] a megabyte', { title: 'x'.repeat(1_000_000) }, 'title'],
    ['[bad input 22] a link that runs', { callLink: 'javascript:alert(1)' }, 'callLink'],
    ['no agenda', { stages: 'not json' }, 'stages'],
    ['a stage with a field too many', { stages: JSON.stringify([{ ...stage, evil: 1 }]) }, 'stages'],
    [
      '[bad input 48] a stage of infinite minutes',
      { stages: JSON.stringify([{ ...stage, minutes: 1e6 }]) },
      'stages',
    ],
  ])('%s is refused beside its field', (_, changes, field) => {
    const answer = posted(changes);
    expect('problems' in answer && Object.keys(answer.problems)).toEqual([field]);
  });
  test('[bad input 47] marks that turn the direction are taken out of titles', () =>
    expect(posted({ title: 'abc\u202Egnp' })).toMatchObject({ values: { title: 'abcgnp' } }));
});
