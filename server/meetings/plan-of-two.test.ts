import { expect, test } from 'vitest';
import { listReviewMeetings } from '#db/review-meetings.ts';
import { forEachEngine } from '#db/testing.ts';
import { asId, type MeetingId } from '#domain/ids.ts';
import { editPlan } from './edit-plan.ts';
import { planAsLoaded } from './join-plans.ts';
import { planMeeting } from './plan-meeting.ts';
import { readPlan } from './read-plan.ts';
import { aMeeting, aPlan } from './testing.ts';

forEachEngine((engine) => {
  test('[N1] [N2] a plan kept from an older page changes what that hand changed: no move back, nobody uninvited', async () => {
    const field = await aMeeting(engine.db);
    const { app, felicity, analyst, otto, meeting_ } = field;
    const { plan } = await readPlan(app, analyst, meeting_);
    const loaded = JSON.parse(planAsLoaded(plan));
    const theirs = await readPlan(app, felicity, meeting_);
    const moved = { ...theirs.plan, day: '2026-11-22', invited: [...theirs.plan.invited, otto.id] };
    await editPlan(app, felicity, meeting_, moved, { loaded: JSON.parse(planAsLoaded(theirs.plan)) });
    expect(await editPlan(app, analyst, meeting_, { ...plan, title: 'Mended' }, { loaded })).toBe(true);
    expect((await readPlan(app, felicity, meeting_)).plan).toEqual({ ...moved, title: 'Mended' });
  });

  test('[N2] moved by two to different times it is asked about, and the second press decides', async () => {
    const field = await aMeeting(engine.db);
    const { app, felicity, analyst, meeting_ } = field;
    const { plan } = await readPlan(app, analyst, meeting_);
    const loaded = JSON.parse(planAsLoaded(plan));
    const [first, ...others] = plan.stages;
    if (!first) throw new Error('no stages');
    const theirs = { ...plan, time: '15:00', stages: [{ ...first, minutes: 3 }, ...others] };
    await editPlan(app, felicity, meeting_, theirs, { loaded });
    const mine = { ...plan, day: '2026-11-22', stages: [{ ...first, minutes: 7 }, ...others] };
    const asked = await editPlan(app, analyst, meeting_, mine, { loaded });
    if (asked === true || !('asked' in asked)) throw new Error('not asked');
    expect(asked.asked).toEqual({
      when: expect.stringContaining('Wed 18 Nov 2026, 15:00 Berlin time'),
      stages: expect.stringContaining('“Welcome”: it takes 3 minutes now.'),
    });
    const inStep = async () => (await readPlan(app, analyst, meeting_)).plan;
    expect((await inStep()).time, 'nothing is stored until then').toBe('15:00');
    const again = { loaded: JSON.parse(planAsLoaded(asked.stored)) };
    expect(await editPlan(app, analyst, meeting_, asked.plan, again)).toBe(true);
    expect(await inStep()).toEqual(mine);
  });

  test('[N1] planned twice from one form it is one meeting; with another plan in it the second is refused', async () => {
    const field = await aMeeting(engine.db);
    const { app, analyst, review } = field;
    const id = asId<MeetingId>('00000000-0000-4000-8000-0000000000d1');
    const plan = aPlan(field, { day: '2026-11-25' });
    const press = (input = plan) => planMeeting(app, analyst, review, 'review', input, id);
    expect(await Promise.all([press(), press()])).toEqual([{ meeting: id }, { meeting: id }]);
    expect(await press({ ...plan, invited: [] })).toHaveProperty('refused');
    expect(await press({ ...plan, stages: plan.stages.toReversed() })).toHaveProperty('refused');
    const planned = await listReviewMeetings(engine.db, review);
    expect(planned.filter(({ startsAt }) => startsAt > new Date('2026-11-24'))).toHaveLength(1);
    const other = await aMeeting(engine.db);
    const elsewhere = await planMeeting(other.app, other.analyst, other.review, 'review', plan, id);
    expect(elsewhere, 'an id of another review names nothing here').not.toEqual({ meeting: id });
  });
});
