import { expect, test } from 'vitest';
import { forEachEngine } from '#db/testing.ts';
import { editPlan } from '../meetings/edit-plan.ts';
import { aMeeting, aPlan } from '../meetings/testing.ts';
import { makeComingLinks } from './coming-links.ts';
import { readComing, sayByLink, sayWhetherComing } from './say-whether-coming.ts';
import { tellOfChanges } from './tell-of-changes.ts';

forEachEngine((engine) => {
  test('[N2] an answer pressed beside the old time is none to the new one: the new time is said, and asked for', async () => {
    const field = await aMeeting(engine.db);
    const { app, analyst, priya, meeting_ } = field;
    await tellOfChanges(app);
    const links = await makeComingLinks(engine.db, app, meeting_, [priya.id], app.clock.now());
    const link = links.get(priya.id) ?? '';
    const shown = (await readComing(app, link))?.startsAt ?? '';
    await editPlan(app, analyst, meeting_, aPlan(field, { day: '2026-11-22' }));
    await tellOfChanges(app);
    const late = { say: 'yes', startsAt: shown } as const;
    for (const answer of [
      await sayByLink(app, link, late),
      await sayWhetherComing(app, priya, meeting_, late),
      await sayByLink(app, link, { ...late, startsAt: '' }),
    ])
      expect(answer).toMatchObject({
        refused: expect.stringMatching(/begins Sun 22 Nov, 10:10 .*say it once more/),
      });
    const now = await readComing(app, link);
    expect(now).toMatchObject({ answer: null, startsAt: '2026-11-22T09:10:00.000Z' });
    expect(await sayByLink(app, link, { say: 'yes', startsAt: now?.startsAt ?? '' })).toBe(true);
    expect((await readComing(app, link))?.answer).toBe('yes');
  });
});
