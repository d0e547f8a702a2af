import { describe, expect, it } from 'vitest';
import { listReviewMeetings } from '#db/review-meetings.ts';
import { findSoak } from '#db/soaks.ts';
import { forEachEngine } from '#db/testing.ts';
import { isRefused } from '#domain/refused.ts';
import { readActionsPage } from '../actions/read-actions-page.ts';
import { startActionSession } from '../actions/start-action-session.ts';
import { mayPlanActionSessionAt, proposeActionSession } from './expected-soak-end.ts';
import { holdSoakFor, holdSoakForReopened, mayReopenReviewMeeting, releaseSoakFrom } from './hold-soak.ts';
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

      await field.setPhase(further, 'cancelled');
      await releaseSoakFrom(engine.db, field.review, further);
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
      await field.setPhase(second, 'ended');
      await startSoakOnEnd(engine.db, field.review, field.at('2026-11-23T15:10:00Z'), 'Europe/Berlin');
      expect(await findSoak(engine.db, field.review)).toMatchObject({
        heldFor: null,
        endsAt: new Date('2026-11-25T15:10:00Z'),
      });
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

    it('[S4] a session is proposed at ten on the first working morning after the end, and planned no earlier than it', async () => {
      const { review } = await soaking();
      expect(await proposeActionSession(engine.db, review)).toEqual({
        startsAt: new Date('2026-11-25T09:00:00Z'),
        zone: 'Europe/Berlin',
      });
      expect(
        isRefused(await mayPlanActionSessionAt(engine.db, review, new Date('2026-11-24T13:59:00Z'))),
      ).toBe(true);
      expect(await mayPlanActionSessionAt(engine.db, review, TUESDAY)).toBe(true);
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
