import { expect, test } from 'vitest';
import { forEachEngine } from '#db/testing.ts';
import { updateFreeDays } from '#db/workspace.ts';
import { asId, type TeamId } from '#domain/ids.ts';
import type { SignedIn } from '../app.ts';
import { editReview, factsAsLoaded } from '../reviews/edit-review.ts';
import { readReviewPeople } from '../reviews/read-review-people.ts';
import { aReview } from '../soak/testing.ts';
import { changePerson, personAsLoaded } from './change-person.ts';
import { changeTeam, makeTeam, teamAsLoaded } from './change-team.ts';
import { changeFreeDays, changeWorkspace } from './change-workspace.ts';
import { readPeople, readPerson, readWorkspace } from './read-settings.ts';

/** Two people have the same form open; one keeps it, then the other, each having changed something else. */
forEachEngine((engine) => {
  const start = async () => {
    const field = await aReview(engine.db);
    const root = { ...field.analyst, role: 'administrator' } as SignedIn;
    const [grace, otto] = [await field.person('Grace'), await field.person('Otto')];
    return { ...field, root, grace, otto };
  };

  test('[P15] [P3] a review made private stays private when its facts are kept from an older page', async () => {
    const { app, analyst, review } = await start();
    const page = async () => {
      const { review: row, teams } = await readReviewPeople(app, analyst, review);
      return factsAsLoaded(row, teams);
    };
    const older = JSON.parse(await page());
    const { happenedOn, ...pieces } = older;
    const shown = { ...pieces, ...happenedOn };
    expect(
      await editReview(app, analyst, review, { ...shown, privacy: 'private', kind: 'surprise' }, older),
    ).toBe(true);
    expect(await editReview(app, analyst, review, { ...shown, sourceNote: 'The post' }, older)).toBe(true);
    expect(JSON.parse(await page())).toEqual({
      ...older,
      privacy: 'private',
      kind: 'surprise',
      sourceNote: 'The post',
    });
    const asked = await editReview(app, analyst, review, { ...shown, kind: 'success' }, older);
    expect(asked).toMatchObject({
      asked: { kind: expect.stringContaining('to Surprise') },
      typed: { kind: 'success', privacy: 'private' },
    });
    if (asked === true) throw new Error('not asked');
    expect(await editReview(app, analyst, review, asked.typed, JSON.parse(asked.asLoaded))).toBe(true);
    expect(JSON.parse(await page())).toMatchObject({ kind: 'success', privacy: 'private' });
  });

  test('[P15] on a team, whom one has put on it and another has taken off it counts', async () => {
    const { app, root, grace, otto, analyst } = await start();
    const team = asId<TeamId>(String(await makeTeam(app, root, `Storage ${analyst.id}`)));
    await changeTeam(app, root, team, { name: 'Storage', members: [grace.id], leads: [] });
    const page = async () => {
      const { teams, members } = await readPeople(app, root);
      const found = teams.find(({ id }) => id === team);
      return JSON.parse(found ? teamAsLoaded(found, members) : '{}');
    };
    const older = await page();
    await changeTeam(app, root, team, { ...older, members: [], name: 'Stores' }, older);
    await changeTeam(app, root, team, { ...older, members: [grace.id, otto.id], leads: [otto.id] }, older);
    expect(await page()).toEqual({ name: 'Stores', members: [otto.id], leads: [otto.id] });
    const asked = await changeTeam(app, root, team, { ...older, name: 'Depots' }, older);
    expect(asked).toMatchObject({ asked: { name: expect.stringContaining('“Stores”') } });
  });

  test('[P15] a role that was taken away is not given back by a name mended on an older page', async () => {
    const { app, root, grace, otto } = await start();
    await changePerson(app, root, otto.id, {
      name: 'Otto',
      startedOn: null,
      role: 'administrator',
      teams: [],
    });
    const page = async () => {
      const { found, teams } = await readPerson(app, root, grace.id);
      return JSON.parse(personAsLoaded(found, teams));
    };
    const facts = await page();
    await changePerson(app, root, grace.id, { ...facts, role: 'administrator' });
    const older = await page();
    await changePerson(app, root, grace.id, { ...older, role: 'member' }, older);
    expect(await changePerson(app, root, grace.id, { ...older, name: 'Grace H.' }, older)).toEqual({
      changed: true,
    });
    expect(await page()).toEqual({ ...facts, name: 'Grace H.', role: 'member' });
  });

  test('[P15] holidays added elsewhere stay when the list is kept from an older page, and so does the workspace’s zone', async () => {
    const { app, root } = await start();
    await updateFreeDays(engine.db, { weekend: [6, 7], holidays: ['2026-12-25'], holidayNames: {} });
    const older = { weekend: [6, 7], holidays: ['2026-12-25'] };
    const day = (date: string, name = '') => ({ day: date, name });
    await changeFreeDays(
      app,
      root,
      { weekend: [5, 6, 7], holidays: [day('2026-12-25'), day('2027-01-01', 'New Year')] },
      older,
    );
    expect(await changeFreeDays(app, root, { weekend: [6], holidays: [] }, older)).toBe(true);
    const { weekend, holidays, holiday_names, name, zone } = await readWorkspace(app, root);
    expect({ weekend, holidays, holiday_names }).toEqual({
      weekend: [5, 6],
      holidays: ['2027-01-01'],
      holiday_names: { '2027-01-01': 'New Year' },
    });
    const all = { weekend: [1, 2, 3, 4, 7], holidays: [] };
    expect(await changeFreeDays(app, root, all, { weekend: [], holidays: [] })).toHaveProperty('refused');
    await updateFreeDays(engine.db, { weekend: [6, 7], holidays: [], holidayNames: {} });

    const before = { name, zone };
    await changeWorkspace(app, root, { ...before, zone: 'Asia/Kathmandu' }, before);
    expect(await changeWorkspace(app, root, { ...before, name: 'Works' }, before)).toBe(true);
    expect(await readWorkspace(app, root)).toMatchObject({ name: 'Works', zone: 'Asia/Kathmandu' });
    await changeWorkspace(app, root, before);
  });
});
