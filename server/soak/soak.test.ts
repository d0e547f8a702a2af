// Longer than 300 lines: everything a soak does in rows, on one set-up of both engines.
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { listRoomRevs } from '#db/meetings.ts';
import { listPeopleOfSoak } from '#db/notices.ts';
import { listReflections } from '#db/reflections.ts';
import { listReviewMeetings } from '#db/review-meetings.ts';
import { updateReview } from '#db/reviews.ts';
import { findSoak } from '#db/soaks.ts';
import { forEachEngine } from '#db/testing.ts';
import { wholeDatabase } from '#db/whole-database.ts';
import { asId, type MeetingId, type StageId } from '#domain/ids.ts';
import { isRefused } from '#domain/refused.ts';
import { DEFAULT_POLICY } from '#domain/soak/policy.ts';
import { readActionsPage } from '../actions/read-actions-page.ts';
import { recordFixedFact } from '../actions/record-fixed-fact.ts';
import { startActionSession } from '../actions/start-action-session.ts';
import { aSoakedReview } from '../actions/testing.ts';
import type { App, SignedIn } from '../app.ts';
import { tellOfChanges } from '../calendar/tell-of-changes.ts';
import { holdWhileAhead } from '../meetings/plan-and-soak.ts';
import { exportedReflections } from '../reviews/export-reflections.ts';
import { changeSoakPolicy } from '../settings/soak-settings.ts';
import { mayPlanActionSessionAt } from './expected-soak-end.ts';
import { holdSoakFor, holdSoakForReopened, mayReopenReviewMeeting, releaseSoakFrom } from './hold-soak.ts';
import { openSoakEarly } from './open-early.ts';
import { proposeActionSession, whoIsBusy } from './propose-session.ts';
import { reflect, withdrawReflection } from './reflect.ts';
import { reflectUnsigned } from './reflect-unsigned.ts';
import { sealIdea } from './seal-idea.ts';
import { startSoakByHand, startSoakOnEnd } from './start-soak.ts';
import { aReview } from './testing.ts';

const FRIDAY = '2026-11-20T14:00:00Z';
const TUESDAY = new Date('2026-11-24T14:00:00Z');

forEachEngine((engine) => {
  /** A review whose meeting ended on Friday at 15:00 in Berlin. */
  const soaking = async () => {
    const field = await aReview(engine.db);
    const meeting = await field.meeting('review', {
      startsAt: '2026-11-20T13:00:00Z',
      facilitator: field.analyst,
    });
    await field.setPhase(meeting, 'ended');
    await startSoakOnEnd(engine.db, field.review, field.at(FRIDAY), 'Europe/Berlin');
    return { ...field, ended: meeting };
  };

  /** What letters about this meeting that wait now give as the reason; none waits afterwards. */
  const reasonsTold = async (app: App, meeting: MeetingId) => {
    await tellOfChanges({ ...app, mail: { from: 'soak@example.org' } });
    const letters = await engine.db.deleteFrom('mail_outbox').returning(['meeting_id', 'facts']).execute();
    return letters.flatMap(({ meeting_id, facts }) =>
      meeting_id === meeting ? (facts as { because: string }).because : [],
    );
  };

  describe('a soak in rows', () => {
    it('[S1] starts when the meeting ends and [S2] keeps zone, weekend and holidays of that moment', async () => {
      const { review } = await soaking();
      await engine.db
        .updateTable('workspace')
        .set({ holidays: '["2026-11-23"]' as never })
        .execute();
      const soak = await findSoak(engine.db, review);
      expect(soak).toMatchObject({
        startedAt: new Date(FRIDAY),
        endsAt: TUESDAY,
        calendar: { zone: 'Europe/Berlin', weekend: [6, 7], holidays: [] },
        heldFor: null,
      });
      await engine.db
        .updateTable('workspace')
        .set({ holidays: '[]' as never })
        .execute();
    });

    it('[S1] a further review meeting holds it and moves the planned session; cancelling lets it end as before', async () => {
      const field = await soaking();
      const session = await field.meeting('action', {
        startsAt: '2026-11-24T15:00:00Z',
        facilitator: field.analyst,
      });
      const further = await field.meeting('review', {
        startsAt: '2026-11-24T09:00:00Z',
        facilitator: field.analyst,
      });
      await reasonsTold(field.app, session);
      await holdSoakFor(
        engine.db,
        field.review,
        { id: further, plannedEnd: new Date('2026-11-24T10:00:00Z') },
        field.at(FRIDAY),
      );
      const held = await findSoak(engine.db, field.review);
      expect(held).toMatchObject({
        heldFor: further,
        endsAt: new Date('2026-11-26T10:00:00Z'),
        movedBecause: 'held',
      });
      expect(held?.movedFrom).toEqual(new Date('2026-11-24T15:00:00Z'));
      const moved = (await listReviewMeetings(engine.db, field.review)).find(({ id }) => id === session);
      expect(moved?.startsAt).toEqual(new Date('2026-11-26T15:00:00Z'));
      expect(await reasonsTold(field.app, session)).toEqual([
        'Another review meeting comes first, so the ideas soak longer, and this session moved with the soak’s end.',
      ]);

      // planned by hand it stands where it was put, and no page says any more that it was moved
      const plan = { startsAt: new Date('2026-11-27T15:00:00Z'), minutes: 60 };
      await holdWhileAhead(engine.db, field.review, 'action', session, plan, field.at(FRIDAY));
      expect(await findSoak(engine.db, field.review)).toMatchObject({ movedFrom: null, movedBecause: null });

      await field.setPhase(further, 'cancelled');
      await releaseSoakFrom(engine.db, field.review, further, field.app.clock.now());
      expect(await findSoak(engine.db, field.review)).toMatchObject({ heldFor: null, endsAt: TUESDAY });
    });

    it('[S1] an ended meeting with another still ahead is held from the start', async () => {
      const field = await aReview(engine.db);
      const first = await field.meeting('review', { startsAt: FRIDAY, facilitator: field.analyst });
      const second = await field.meeting('review', {
        startsAt: '2026-11-23T14:00:00Z',
        facilitator: field.analyst,
      });
      await field.setPhase(first, 'ended');
      await startSoakOnEnd(engine.db, field.review, field.at(FRIDAY), 'Europe/Berlin');
      expect(await findSoak(engine.db, field.review)).toMatchObject({ heldFor: second });
      // S5: who could open it early is told why not now; nobody else hears of it
      const offer = async (person: typeof field.analyst) =>
        (await readActionsPage(field.app, person, field.review)).may.openEarly;
      expect(await offer(field.analyst)).toBe('held');
      expect(await offer(await field.person('Otto'))).toBeNull();
      await field.setPhase(second, 'ended');
      await startSoakOnEnd(engine.db, field.review, field.at('2026-11-23T15:10:00Z'), 'Europe/Berlin');
      expect(await findSoak(engine.db, field.review)).toMatchObject({
        heldFor: null,
        endsAt: new Date('2026-11-25T15:10:00Z'),
      });
    });

    it('[S4] a review meeting put off before anything soaks takes the session planned after it along', async () => {
      const field = await aReview(engine.db);
      const first = await field.meeting('review', { startsAt: FRIDAY, facilitator: field.analyst });
      const at = { startsAt: '2026-11-24T15:00:00Z', facilitator: field.analyst };
      const session = await field.meeting('action', at);
      expect(await reasonsTold(field.app, session)).toEqual(['']);
      const putOff = async (startsAt: Date) => {
        await engine.db
          .updateTable('meetings')
          .set({ starts_at: startsAt })
          .where('id', '=', first)
          .execute();
        await holdWhileAhead(
          engine.db,
          field.review,
          'review',
          first,
          { startsAt, minutes: 60 },
          field.at('2026-11-19T09:00:00Z'),
        );
        const all = await listReviewMeetings(engine.db, field.review);
        return all.find(({ id }) => id === session)?.startsAt;
      };
      const rev = async () => (await listRoomRevs(engine.db, [session])).get(session);
      const before = (await rev()) ?? 0;
      expect(await putOff(new Date('2026-11-24T09:00:00Z'))).toEqual(new Date('2026-11-26T15:00:00Z'));
      // whoever waits in its lobby is told within two seconds: every open room is asked for it
      expect(await rev()).toBe(before + 1);
      expect(await reasonsTold(field.app, session)).toEqual([
        'The review meeting moved, so the soak ends later, and this session moved with its end.',
      ]);
      // nearer again it moves nothing
      expect(await putOff(new Date(FRIDAY))).toEqual(new Date('2026-11-26T15:00:00Z'));
    });

    it('[S1] a surprise without a meeting starts it by its analyst’s hand, once, and by nobody else’s', async () => {
      const field = await aReview(engine.db);
      const otto = await field.person('Otto');
      await expect(startSoakByHand(field.app, otto, field.review)).rejects.toMatchObject({
        init: { status: 403 },
      });
      field.at(FRIDAY);
      expect(await startSoakByHand(field.app, field.analyst, field.review)).toBe(true);
      expect(await findSoak(engine.db, field.review)).toMatchObject({
        endsAt: TUESDAY,
        calendar: { zone: 'Europe/Berlin' },
      });
      expect(isRefused(await startSoakByHand(field.app, field.analyst, field.review))).toBe(true);
    });

    it('[S4] a session is proposed in the first working hour in which nobody named is in another meeting', async () => {
      const field = await soaking();
      const { review, analyst, app } = field;
      const free = await proposeActionSession(app, review, [analyst.id]);
      expect(free).toEqual({ startsAt: new Date('2026-11-24T14:00:00Z'), zone: 'Europe/Berlin' });
      const elsewhere = await aReview(engine.db);
      const there = await elsewhere.meeting('review', {
        startsAt: '2026-11-24T14:30:00Z',
        facilitator: analyst,
      });
      expect((await proposeActionSession(app, review, [analyst.id]))?.startsAt).toEqual(
        new Date('2026-11-25T08:00:00Z'),
      );
      const other = await field.person('Otto');
      expect((await proposeActionSession(app, review, [other.id]))?.startsAt).toEqual(TUESDAY);
      const at = { startsAt: TUESDAY, minutes: 45, except: null };
      expect([...(await whoIsBusy(engine.db, [analyst.id, other.id], at))]).toEqual([analyst.id]);
      // who tells a part there is named too
      await engine.db
        .insertInto('meeting_stages')
        .values({
          id: asId<StageId>(app.random.uuid()),
          meeting_id: there,
          position: 0,
          kind: 'section',
          title: 'What Otto saw',
          minutes: 10,
          targets: '[]',
          teller_id: other.id,
          reached_at: null,
          remaining_ms: null,
        })
        .execute();
      expect((await whoIsBusy(engine.db, [other.id], at)).size).toBe(1);
      expect(await listPeopleOfSoak(engine.db, elsewhere.review)).toContain(other.id);
      expect(
        isRefused(await mayPlanActionSessionAt(engine.db, review, new Date('2026-11-24T13:59:00Z'))),
      ).toBe(true);
      expect(await mayPlanActionSessionAt(engine.db, review, TUESDAY)).toBe(true);
    });

    it('[S3] the policy’s length and a review’s own choice hold for soaks that start from then on', async () => {
      const before = await soaking();
      const root = { ...before.analyst, role: 'administrator' as const };
      const policy = { days: 3, least: 2, most: 4, workFrom: 600, workUntil: 900 };
      expect(await changeSoakPolicy(before.app, root, policy)).toBe(true);
      expect((await findSoak(engine.db, before.review))?.workingDays).toBe(2);
      const lengths = [];
      for (const choice of [null, 4, 1]) {
        const field = await aReview(engine.db);
        await updateReview(engine.db, field.review, { soak_days: choice });
        await startSoakOnEnd(engine.db, field.review, field.at(FRIDAY), 'Europe/Berlin');
        lengths.push((await findSoak(engine.db, field.review))?.workingDays);
      }
      expect(lengths).toEqual([3, 4, 2]);
      expect((await proposeActionSession(before.app, before.review, []))?.startsAt).toEqual(
        new Date('2026-11-25T09:00:00Z'),
      );
      expect(await changeSoakPolicy(before.app, root, DEFAULT_POLICY)).toBe(true);
    });

    it('[S5] opened early: by the facilitator, with a reason that stays; nothing planned moves, and a new soak is closed again', async () => {
      const field = await soaking();
      const priya = await field.person('Priya');
      const session = await field.meeting('action', {
        startsAt: '2026-11-25T15:00:00Z',
        facilitator: field.analyst,
      });
      const start = () =>
        startActionSession(engine.db, { id: session, review: field.review }, field.app.clock.now());
      field.at('2026-11-23T08:00:00Z');
      const reason = 'The certificate runs out tonight, for everyone';
      for (const [who, words] of [
        [priya, reason],
        [field.analyst, 'It is urgent'],
      ] as const)
        expect(isRefused(await openSoakEarly(field.app, who, field.review, { reason: words }))).toBe(true);
      expect(isRefused(await start())).toBe(true);
      expect(await openSoakEarly(field.app, field.analyst, field.review, { reason })).toBe(true);
      const page = await readActionsPage(field.app, priya, field.review);
      expect(page).toMatchObject({ state: 'acting', may: { openEarly: null } });
      expect(page.early).toMatchObject([{ byName: 'Amir', reason, wouldEndAt: TUESDAY }]);
      expect(page.session?.startsAt).toEqual(new Date('2026-11-25T15:00:00Z'));
      // S7: reopened and ended again, it soaks anew; what was said stays
      await holdSoakForReopened(engine.db, field.review, field.ended, field.app.clock.now());
      expect(isRefused(await start())).toBe(true);
      await startSoakOnEnd(engine.db, field.review, field.at('2026-11-23T09:00:00Z'), 'Europe/Berlin');
      expect(isRefused(await start())).toBe(true);
      expect((await readActionsPage(field.app, priya, field.review)).early).toHaveLength(1);
    });

    it('[S6] reflections are answered; one taken back keeps its place under what others said', async () => {
      const field = await soaking();
      const [priya, otto] = [await field.person('Priya'), await field.person('Otto')];
      const shown = async () => (await readActionsPage(field.app, otto, field.review)).reflections;
      await reflect(field.app, priya, field.review, { words: 'I went and watched our own copy' });
      const [first] = await shown();
      const answers = first?.id ?? '';
      expect(await reflect(field.app, otto, field.review, { words: 'How long did it wait?', answers })).toBe(
        true,
      );
      expect(await shown()).toMatchObject([
        { authorName: 'Priya', answers: [{ words: 'How long did it wait?' }] },
      ]);
      const files = async () => exportedReflections(await listReflections(engine.db, field.review));
      const answered = [{ words: 'How long did it wait?', by: 'Otto' }];
      expect(await files()).toMatchObject([{ by: 'Priya', answers: answered }]);
      await withdrawReflection(field.app, priya, field.review, { reflection: answers });
      expect(await files()).toEqual([{ words: '', by: '', takenBack: true, answers: answered }]);
      expect(await shown()).toMatchObject([{ words: '', takenBack: true, answers: [{ mine: true }] }]);
      expect(isRefused(await reflect(field.app, otto, field.review, { words: 'More', answers }))).toBe(true);
      const [left] = await shown();
      await withdrawReflection(field.app, otto, field.review, { reflection: left?.answers[0]?.id ?? '' });
      expect(await shown()).toEqual([]);
    });

    it('[S6] [S11] one impatient press too many: an idea, a reflection, an answer and a fact are there once each', async () => {
      const field = await soaking();
      const { app, review, analyst } = field;
      const page = () => readActionsPage(app, analyst, review);
      const twice = (press: () => Promise<unknown>) => Promise.all([press(), press()]);
      await twice(() => sealIdea(app, analyst, review, { words: 'Ask twice.', withheld: false }));
      await twice(() => reflect(app, analyst, review, { words: 'Our copy too.' }));
      await twice(() => recordFixedFact(app, analyst, review, { words: 'The list is asked for twice.' }));
      const answers = (await page()).reflections[0]?.id ?? '';
      await twice(() => reflect(app, analyst, review, { words: 'Our copy too.', answers }));
      const { ownIdeas, reflections, outcome } = await page();
      expect(ownIdeas).toMatchObject([{ words: 'Ask twice.' }]);
      expect(reflections).toMatchObject([{ words: 'Our copy too.', answers: [{ words: 'Our copy too.' }] }]);
      expect(outcome.fixed).toHaveLength(1);
      // somebody else's same words are theirs
      const otto = await field.person('Otto');
      await sealIdea(app, otto, review, { words: 'Ask twice.', withheld: false });
      expect((await page()).sealedCount).toBe(2);
    });

    it('[U1] [U3] reflections without a name wait for the ideas to be opened, leave nothing but words, and none comes after', async () => {
      const field = await aSoakedReview(engine.db);
      const people = [field.priya, field.otto, await field.person('Grace')];
      const before = await wholeDatabase(engine.db);
      const put = people.map((_, at) => ({ id: randomUUID(), words: `Unsigned canary ${at}` }));
      const send = (at: number) =>
        reflectUnsigned(field.app, people[at] as SignedIn, field.review, put[at] as (typeof put)[number]);
      expect([await send(0), await send(0), await send(1)]).toEqual([true, true, true]);
      // taken out by the tab that knows the id, and put in again
      const { id } = put[1] as (typeof put)[number];
      expect(await reflectUnsigned(field.app, people[1] as SignedIn, field.review, { id, words: null })).toBe(
        true,
      );
      expect([await send(1), await send(2)]).toEqual([true, true]);
      // no count opens it: who put in two would know the third
      expect((await field.page(field.analyst)).reflections).toEqual([]);
      for (const [table, rows] of await wholeDatabase(engine.db))
        if (table !== 'unsigned_box') expect(rows, table).toBe(before.get(table));
      await field.start();
      expect((await field.page(field.priya)).may.reflectUnsigned).toBe(true);
      await field.run({ command: 'unseal' });
      const { reflections, may } = await field.page(field.analyst);
      expect(reflections.map(({ words }) => words).sort()).toEqual(put.map(({ words }) => words));
      expect(reflections.every(({ authorName, mine }) => authorName === null && !mine)).toBe(true);
      for (const each of put) expect(reflections.map((shown) => shown.id)).not.toContain(each.id);
      for (const [table, text] of await wholeDatabase(engine.db))
        if (table !== 'reflections') expect(text, table).not.toContain('Unsigned canary');
      // the same again is not shown twice, and what comes now is not swallowed
      expect(may).toMatchObject({ reflect: true, reflectUnsigned: false });
      for (const at of [0, 1, 2])
        expect(await send(at)).toMatchObject({ refused: expect.stringContaining('with your name') });
      expect((await field.page(field.analyst)).reflections).toHaveLength(3);
      // put in before this was so
      await engine.db
        .insertInto('unsigned_box')
        .values({ id: randomUUID(), stage_id: asId<StageId>(field.review), words: 'Left in the box' })
        .execute();
      await field.run({ command: 'conclude', outcome: 'nothing-to-do', reason: 'Caught in seconds' });
      expect((await field.page(field.analyst)).reflections.map(({ words }) => words)).toContain(
        'Left in the box',
      );
    });

    it('[S5] the session cannot be started before the end, and can at the end', async () => {
      const field = await soaking();
      const id = await field.meeting('action', {
        startsAt: '2026-11-24T15:00:00Z',
        facilitator: field.analyst,
      });
      const early = await startActionSession(
        engine.db,
        { id, review: field.review },
        new Date(TUESDAY.getTime() - 1),
      );
      expect(early).toEqual({
        refused:
          'The ideas are still soaking, until Tuesday 24 November, 15:00 (Europe/Berlin). The action session can start from then on; opening it earlier needs a reason, on the review’s Actions page.',
      });
      expect(await startActionSession(engine.db, { id, review: field.review }, TUESDAY)).toBe(true);
    });

    it('[S7] reopening restarts the soak and moves the session; once that was started it is refused', async () => {
      const field = await soaking();
      const session = await field.meeting('action', {
        startsAt: '2026-11-24T15:00:00Z',
        facilitator: field.analyst,
      });
      expect(await mayReopenReviewMeeting(engine.db, field.review)).toBe(true);
      await field.setPhase(field.ended, 'live');
      await holdSoakForReopened(engine.db, field.review, field.ended, field.at('2026-11-20T16:00:00Z'));
      expect(
        await startActionSession(engine.db, { id: session, review: field.review }, new Date('2027-01-01')),
      ).toMatchObject({ refused: expect.any(String) });
      await field.setPhase(field.ended, 'ended');
      await startSoakOnEnd(engine.db, field.review, field.at('2026-11-20T17:00:00Z'), 'Europe/Berlin');
      expect(await findSoak(engine.db, field.review)).toMatchObject({
        heldFor: null,
        endsAt: new Date('2026-11-24T17:00:00Z'),
        movedBecause: 'restarted',
      });
      await field.setPhase(session, 'live');
      expect(isRefused(await mayReopenReviewMeeting(engine.db, field.review))).toBe(true);
    });

    it('[S6] the page says where it stands to everyone who may read', async () => {
      const field = await soaking();
      const page = await readActionsPage(field.app, await field.person('Grace'), field.review);
      expect(page).toMatchObject({
        state: 'soaking',
        sealedCount: 0,
        may: { seal: true, reflect: true, startSoak: false },
      });
    });
  });
});
