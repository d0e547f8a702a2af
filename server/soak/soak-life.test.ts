import fc from 'fast-check';
import { expect, test } from 'vitest';
import { listReviewMeetings } from '#db/review-meetings.ts';
import { findSoak } from '#db/soaks.ts';
import { forEachEngine } from '#db/testing.ts';
import type { MeetingId } from '#domain/ids.ts';
import { isRefused } from '#domain/refused.ts';
import { soakEnd } from '#domain/soak/soak-end.ts';
import { startActionSession } from '../actions/start-action-session.ts';
import { holdWhileAhead } from '../meetings/plan-and-soak.ts';
import { mayPlanActionSessionAt } from './expected-soak-end.ts';
import { holdSoakForReopened, mayReopenReviewMeeting, releaseSoakFrom } from './hold-soak.ts';
import { openSoakEarly } from './open-early.ts';
import { startSoakOnEnd } from './start-soak.ts';
import { aReview } from './testing.ts';

const HOUR = 3_600_000;
const CALENDAR = { zone: 'Europe/Berlin', weekend: [6, 7], holidays: [] };
const REASON = 'The certificate runs out tonight, for everyone';

type Deed =
  | { deed: 'wait' | 'plan review' | 'plan session'; hours: number }
  | { deed: 'end' | 'cancel'; which: number }
  | { deed: 'reopen' | 'open early' | 'start session' };

const deeds = fc.array(
  fc.oneof(
    fc.record({
      deed: fc.constantFrom('wait' as const, 'plan review' as const, 'plan session' as const),
      hours: fc.integer({ min: 1, max: 90 }),
    }),
    fc.record({ deed: fc.constantFrom('end' as const, 'cancel' as const), which: fc.nat(3) }),
    fc.record({
      deed: fc.constantFrom('reopen' as const, 'open early' as const, 'start session' as const),
    }),
  ),
  { minLength: 4, maxLength: 22 },
);

/** Most of it happens while something soaks. */
const BEGUN: Deed[] = [
  { deed: 'plan review', hours: 1 },
  { deed: 'end', which: 0 },
];

/** The meeting the soak waits for is cancelled, and the one it then waits for ends later. */
const SOONER_CANCELLED: Deed[] = [
  { deed: 'plan review', hours: 80 },
  { deed: 'plan review', hours: 10 },
  { deed: 'plan session', hours: 35 },
  { deed: 'cancel', which: 1 },
];

/** What the rules say of the same story, told from what happened alone. */
class Told {
  now = new Date('2026-11-18T09:00:00Z');
  /** Review meetings that have not ended, by when they are planned to end. */
  ahead = new Map<MeetingId, Date>();
  ended: [MeetingId, Date][] = [];
  since: Date | null = null;
  openedEarly = false;
  held: { by: MeetingId; until: Date } | null = null;
  hasSessionStarted = false;

  get endsAt(): Date | null {
    const from = this.held?.until ?? this.since;
    return from && soakEnd(from, CALENDAR, 2);
  }
  get soaks(): boolean {
    return this.held !== null || (this.endsAt !== null && this.now < this.endsAt && !this.openedEarly);
  }
  planned(meeting: MeetingId, until: Date) {
    this.ahead.set(meeting, until);
    if (this.since !== null && this.soaks) this.held = { by: meeting, until };
  }
  endedNow(meeting: MeetingId) {
    this.ended.push([meeting, this.ahead.get(meeting) ?? this.now]);
    this.ahead.delete(meeting);
    if (this.hasSessionStarted) return;
    this.since = this.now;
    this.openedEarly = false;
    this.held = this.first();
  }
  cancelled(meeting: MeetingId) {
    this.ahead.delete(meeting);
    if (this.held?.by === meeting) this.held = this.first();
  }
  reopened([meeting, until]: [MeetingId, Date]) {
    this.ended = this.ended.filter(([one]) => one !== meeting);
    this.ahead.set(meeting, until);
    if (this.since !== null) this.held = { by: meeting, until: this.now };
  }
  /** Of those ahead the one that starts first. */
  private first() {
    const [one] = [...this.ahead].sort(([, a], [, b]) => a.getTime() - b.getTime());
    return one ? { by: one[0], until: one[1] > this.now ? one[1] : this.now } : null;
  }
}

forEachEngine((engine) => {
  test('[S1] [S4] [S5] [S7] whatever is planned, ended, cancelled, reopened or opened early, in whatever order: no session stands or starts before its soak is over', async () => {
    await fc.assert(
      fc.asyncProperty(deeds, async (story) => {
        const field = await aReview(engine.db);
        const { app, review, analyst } = field;
        const told = new Told();
        field.at(told.now.toISOString());
        let session: MeetingId | null = null;
        const step = async (one: Deed) => {
          // two things never happen at the same instant
          told.now = field.at(
            new Date(told.now.getTime() + (one.deed === 'wait' ? one.hours * HOUR : 1000)).toISOString(),
          );
          const at = (hours: number) => new Date(told.now.getTime() + hours * HOUR);
          const waiting = [...told.ahead.keys()];
          switch (one.deed) {
            case 'wait':
              return;
            case 'plan review': {
              const startsAt = at(one.hours);
              const meeting = await field.meeting('review', {
                startsAt: startsAt.toISOString(),
                facilitator: analyst,
              });
              await holdWhileAhead(engine.db, review, 'review', meeting, { startsAt, minutes: 60 }, told.now);
              return told.planned(meeting, at(one.hours + 1));
            }
            case 'plan session': {
              const startsAt = at(one.hours * 2);
              if (session !== null || (await mayPlanActionSessionAt(engine.db, review, startsAt)) !== true)
                return;
              session = await field.meeting('action', {
                startsAt: startsAt.toISOString(),
                facilitator: analyst,
              });
              return holdWhileAhead(
                engine.db,
                review,
                'action',
                session,
                { startsAt, minutes: 60 },
                told.now,
              );
            }
            case 'end':
            case 'cancel': {
              const meeting = waiting[one.which % (waiting.length || 1)];
              if (!meeting) return;
              await field.setPhase(meeting, one.deed === 'end' ? 'ended' : 'cancelled');
              if (one.deed === 'cancel') {
                await releaseSoakFrom(engine.db, review, meeting, told.now);
                return told.cancelled(meeting);
              }
              await startSoakOnEnd(engine.db, review, told.now, CALENDAR.zone);
              return told.endedNow(meeting);
            }
            case 'reopen': {
              const last = told.ended.at(-1);
              const may = await mayReopenReviewMeeting(engine.db, review);
              expect(may === true).toBe(!told.hasSessionStarted);
              if (may !== true || !last) return;
              await field.setPhase(last[0], 'live');
              await holdSoakForReopened(engine.db, review, last[0], told.now);
              return told.reopened(last);
            }
            case 'open early': {
              const opened = await openSoakEarly(app, analyst, review, { reason: REASON });
              expect(opened === true).toBe(told.since !== null && told.held === null && told.soaks);
              if (opened === true) told.openedEarly = true;
              return;
            }
            case 'start session': {
              if (session === null || told.hasSessionStarted) return;
              const started = await startActionSession(engine.db, { id: session, review }, told.now);
              expect(isRefused(started)).toBe(told.since === null || told.soaks);
              if (started !== true) return;
              await field.setPhase(session, 'live');
              told.hasSessionStarted = true;
            }
          }
        };
        for (const one of [...BEGUN, ...story]) {
          await step(one);
          const soak = await findSoak(engine.db, review);
          expect(soak === null).toBe(told.since === null);
          if (soak === null) continue;
          expect(soak.heldFor).toBe(told.held?.by ?? null);
          expect(soak.endsAt).toEqual(told.endsAt);
          const planned = (await listReviewMeetings(engine.db, review)).find(({ id }) => id === session);
          if (planned && planned.startedAt === null && told.soaks)
            expect(planned.startsAt.getTime()).toBeGreaterThanOrEqual(soak.endsAt.getTime());
        }
      }),
      { numRuns: 30, examples: [[SOONER_CANCELLED]] },
    );
  }, 60_000);
});
