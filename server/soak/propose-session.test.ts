import { expect, test } from 'vitest';
import { findSoak } from '#db/soaks.ts';
import { forEachEngine } from '#db/testing.ts';
import { updateFreeDays } from '#db/workspace.ts';
import type { Database } from '../app.ts';
import { warnAboutPlan } from '../meetings/warn-about-plan.ts';
import { proposeActionSession } from './propose-session.ts';
import { startSoakOnEnd } from './start-soak.ts';
import { aReview } from './testing.ts';

const CHRISTMAS = { day: '2026-11-24', name: 'An early Christmas' };

/** Saturdays and Sundays, and these. */
const daysOff = (db: Database, holidays: readonly (typeof CHRISTMAS)[]) =>
  updateFreeDays(db, {
    weekend: [6, 7],
    holidays: holidays.map(({ day }) => day),
    holidayNames: Object.fromEntries(holidays.map(({ day, name }) => [day, name])),
  });

forEachEngine((engine) => {
  test('[S2] [S4] a day that became a holiday while it soaked moves no soak, and no session is proposed on it', async () => {
    const { app, analyst, review, at, meeting, setPhase } = await aReview(engine.db);
    const held = await meeting('review', { startsAt: '2026-11-20T13:00:00Z', facilitator: analyst });
    await setPhase(held, 'ended');
    await startSoakOnEnd(engine.db, review, at('2026-11-20T14:00:00Z'), 'Europe/Berlin');
    const proposed = async () => (await proposeActionSession(app, review, []))?.startsAt.toISOString();
    expect(await proposed()).toBe('2026-11-24T14:00:00.000Z');
    await daysOff(engine.db, [CHRISTMAS]);
    expect(await findSoak(engine.db, review)).toMatchObject({ endsAt: new Date('2026-11-24T14:00:00Z') });
    expect(await proposed()).toBe('2026-11-25T08:00:00.000Z');
    const plan = {
      time: '15:00',
      zone: 'Europe/Berlin',
      minutes: 45,
      facilitators: [],
      invited: [],
      stages: [],
    };
    const warned = async (day: string) =>
      warnAboutPlan(
        app,
        { review: { id: review, published_at: new Date() } } as never,
        'action',
        { ...plan, day },
        { sections: [], findings: [], moments: [] } as never,
      );
    expect((await warned(CHRISTMAS.day)).join()).toContain(
      'Tue 24 Nov 2026 is a day off here (An early Christmas)',
    );
    expect((await warned('2026-11-25')).join()).not.toContain('day off');
    await daysOff(engine.db, []);
  });
});
