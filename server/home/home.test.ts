import { describe, expect, it } from 'vitest';
import { saveCallOn } from '#db/call-on.ts';
import { insertNotices } from '#db/notices.ts';
import { forEachEngine } from '#db/testing.ts';
import { readNoticesPage } from '../notices/read-notices.ts';
import { holdSoakFor, releaseSoakFrom } from '../soak/hold-soak.ts';
import { openSoakEarly } from '../soak/open-early.ts';
import { sealIdea } from '../soak/seal-idea.ts';
import { startSoakOnEnd } from '../soak/start-soak.ts';
import { aReview } from '../soak/testing.ts';
import { type HomeMeeting, readHome } from './read-home.ts';
import { surpriseForm } from './report-surprise.ts';
import { surpriseWriteUp } from './surprise-write-up.ts';

forEachEngine((engine) => {
  const meetingsOf = async (titleOfMine: string) => {
    const field = await aReview(engine.db);
    await engine.db
      .updateTable('reviews')
      .set({ title: titleOfMine })
      .where('id', '=', field.review)
      .execute();
    return field;
  };

  describe('a person’s day', () => {
    it('has today’s meetings, what comes next, and in the room the one that is open', async () => {
      const field = await meetingsOf('Today and next');
      const now = field.at('2026-11-18T08:50:00Z');
      await field.meeting('review', { startsAt: '2026-11-18T09:00:00Z', facilitator: field.analyst });
      await field.meeting('review', { startsAt: '2026-11-20T09:00:00Z', facilitator: field.analyst });
      const grace = await field.person('Grace');
      const home = await readHome(field.app, grace);
      const mine = <One extends HomeMeeting>(meetings: readonly One[]) =>
        meetings.filter(({ reviewTitle }) => reviewTitle === 'Today and next');
      expect(home.now).toEqual(now);
      expect(mine(home.today)).toMatchObject([
        { isOpen: true, role: null, facilitators: ['Amir'], callOn: null },
      ]);
      const [open] = mine(home.today);
      if (!open) throw new Error('nothing today');
      await saveCallOn(field.app.db, { meeting: open.id, person: grace.id }, 'no');
      expect(mine((await readHome(field.app, grace)).today)).toMatchObject([{ callOn: 'no' }]);
      const beside = await readHome(field.app, await field.person('Heidi'));
      expect(beside.today.filter(({ id }) => id === open.id)).toMatchObject([{ callOn: null }]);
      expect(mine(home.next)).toMatchObject([{ isOpen: false }]);
    });

    it('[M5] has the room of a meeting after midnight to enter as soon as it is open', async () => {
      const field = await meetingsOf('Just after midnight');
      field.at('2026-11-18T22:58:00Z');
      await field.meeting('review', { startsAt: '2026-11-18T23:05:00Z', facilitator: field.analyst });
      const { today, next } = await readHome(field.app, await field.person('Grace'));
      expect(today.filter(({ reviewTitle }) => reviewTitle === 'Just after midnight')).toMatchObject([
        { isOpen: true },
      ]);
      expect(next.map(({ reviewTitle }) => reviewTitle)).not.toContain('Just after midnight');
    });

    it('shows an action session only to those named in it', async () => {
      const field = await meetingsOf('A small session');
      await field.meeting('action', { startsAt: '2026-11-20T09:00:00Z', facilitator: field.analyst });
      const titles = async (person: typeof field.analyst) =>
        (await readHome(field.app, person)).next.map(({ reviewTitle }) => reviewTitle);
      expect(await titles(field.analyst)).toContain('A small session');
      expect(await titles(await field.person('Grace'))).not.toContain('A small session');
    });

    it('[C6] has one’s own sealed ideas and of others’ the number alone', async () => {
      const field = await meetingsOf('Soaking');
      const ended = await field.meeting('review', {
        startsAt: '2026-11-18T08:00:00Z',
        facilitator: field.analyst,
      });
      await field.setPhase(ended, 'ended');
      await startSoakOnEnd(engine.db, field.review, field.at('2026-11-18T09:00:00Z'), 'Europe/Berlin');
      const otto = await field.person('Otto');
      await sealIdea(field.app, otto, field.review, { words: 'A home canary', withheld: false });
      expect((await readHome(field.app, otto)).sealed).toMatchObject([
        { words: 'A home canary', reviewTitle: 'Soaking' },
      ]);
      const graces = await readHome(field.app, await field.person('Grace'));
      expect(JSON.stringify(graces)).not.toContain('canary');
      expect(graces.soaking.find(({ id }) => id === field.review)).toMatchObject({ sealedCount: 1 });
    });

    it('[P2] names no review that the person may no longer read', async () => {
      const field = await meetingsOf('Was open once');
      const otto = await field.person('Otto');
      await sealIdea(field.app, otto, field.review, { words: 'An idea of mine', withheld: false });
      await engine.db
        .updateTable('reviews')
        .set({ privacy: 'private', title: 'Now secret' })
        .where('id', '=', field.review)
        .execute();
      expect(JSON.stringify(await readHome(field.app, otto))).not.toContain('Now secret');
    });

    it('[N8] says no news of a meeting or a soak that is over, and a crowd of what the day shows itself hides no other', async () => {
      const field = await meetingsOf('Over');
      const { app, review, analyst } = field;
      const grace = await field.person('Grace');
      const id = await field.meeting('review', { startsAt: '2026-11-18T10:00:00Z', facilitator: analyst });
      const at = field.at('2026-11-18T09:00:00Z');
      const named = { review_id: review, person_id: grace.id, role: 'reader' as const };
      await engine.db.insertInto('review_people').values(named).execute();
      const of = { person: grace.id, review, at };
      await insertNotices(engine.db, [
        { ...of, kind: 'answer', what: 'answered', about: 'an answer' },
        ...Array.from({ length: 31 }, (_, n) => {
          const later = new Date(at.getTime() + n + 1);
          return { ...of, at: later, kind: 'item' as const, what: 'owned' as const, about: `item ${n}` };
        }),
      ]);
      const told = async () => (await readHome(app, grace)).notices.map(({ what }) => what);
      expect(await told()).toEqual(['answered']);
      for (const what of ['invited', 'moved', 'changed'] as const)
        await insertNotices(engine.db, [{ ...of, kind: 'meeting', what, about: what, meeting: id }]);
      expect((await told()).sort()).toEqual(['answered', 'moved']);
      await field.setPhase(id, 'ended');
      await startSoakOnEnd(engine.db, review, field.at('2026-11-18T11:00:00Z'), 'Europe/Berlin');
      expect(await told()).toEqual(['answered']);
      field.at('2026-11-23T11:00:00Z');
      expect(await told()).toEqual(['ended', 'answered']);
      const all = (await readNoticesPage(app, grace)).notices.map(({ what }) => what);
      expect(all.filter((what) => what !== 'owned')).toEqual(['ended', 'answered']);
    });

    it('is new on the first visit, then only what came since the last', async () => {
      const field = await meetingsOf('Published before');
      const grace = await field.person('Grace');
      field.at('2026-11-18T10:00:00Z');
      const first = await readHome(field.app, grace);
      expect(first.isFirst).toBe(true);
      expect(first.newToMe.map(({ title }) => title)).toContain('Published before');
      field.at('2026-11-18T10:10:00Z');
      expect((await readHome(field.app, grace)).isFirst).toBe(true);
      field.at('2026-11-19T10:00:00Z');
      const next = await readHome(field.app, grace);
      expect(next).toMatchObject({ isFirst: false, newToMe: [] });
    });

    it('[S1] [S5] says of a sealed idea when it may open: not before a further meeting, and from an early opening on', async () => {
      const field = await meetingsOf('Held');
      const { review, analyst } = field;
      const held = await field.meeting('review', { startsAt: '2026-11-18T08:00:00Z', facilitator: analyst });
      await field.setPhase(held, 'ended');
      await sealIdea(field.app, analyst, review, { words: 'An idea that waits', withheld: false });
      const opens = async () => (await readHome(field.app, analyst)).sealed[0]?.opens;
      expect(await opens()).toBeNull();
      await startSoakOnEnd(engine.db, review, field.at('2026-11-18T09:00:00Z'), 'Europe/Berlin');
      expect(await opens()).toEqual(new Date('2026-11-20T09:00:00Z'));
      const further = await field.meeting('review', {
        startsAt: '2026-11-19T08:00:00Z',
        facilitator: analyst,
      });
      const until = { id: further, plannedEnd: field.at('2026-11-19T09:00:00Z') };
      await holdSoakFor(engine.db, review, until, field.at('2026-11-18T10:00:00Z'));
      expect(await opens()).toBe('after a further meeting');
      await field.setPhase(further, 'cancelled');
      await releaseSoakFrom(engine.db, review, further, field.at('2026-11-18T11:00:00Z'));
      const early = field.at('2026-11-18T12:00:00Z');
      await openSoakEarly(field.app, analyst, review, { reason: 'Everybody who was there asked for it.' });
      expect(await opens()).toEqual(early);
    });

    it('[P3] a draft is in the day of its analyst and of whoever is named a writer, and in nobody else’s', async () => {
      const field = await meetingsOf('Still a draft');
      await engine.db
        .updateTable('reviews')
        .set({ published_at: null })
        .where('id', '=', field.review)
        .execute();
      await field.meeting('review', { startsAt: '2026-11-20T09:00:00Z', facilitator: field.analyst });
      expect((await readHome(field.app, field.analyst)).drafts.map(({ title }) => title)).toContain(
        'Still a draft',
      );
      const grace = await field.person('Grace');
      expect(JSON.stringify(await readHome(field.app, grace))).not.toContain('Still a draft');
      const named = { review_id: field.review, person_id: grace.id, role: 'writer' as const };
      await engine.db.insertInto('review_people').values(named).execute();
      expect((await readHome(field.app, grace)).drafts.map(({ title }) => title)).toEqual(['Still a draft']);
      const otto = await field.person('Otto');
      const reader = { review_id: field.review, person_id: otto.id, role: 'reader' as const };
      await engine.db.insertInto('review_people').values(reader).execute();
      expect(await readHome(field.app, otto)).toMatchObject({
        drafts: [],
        toCalibrate: [{ title: 'Still a draft', analyst: 'Amir' }],
      });
      expect((await readHome(field.app, grace)).toCalibrate).toEqual([]);
    });
  });
});

describe('a surprise', () => {
  const random = {
    uuid: () => '00000000-0000-4000-8000-000000000001',
    bytes: () => new Uint8Array(),
    shuffle: <T>(items: readonly T[]) => [...items],
  };
  it('becomes a write-up with a part for each answer given', () => {
    const writeUp = surpriseWriteUp(
      { random },
      { title: 'A quiet night', happened: 'One.\n\nTwo.', expected: '', learned: 'Much', who: '' },
    );
    expect(writeUp.sections.map(({ title, blocks }) => [title, blocks.length])).toEqual([
      ['What happened', 2],
      ['What I learned', 1],
    ]);
  });

  it('needs a title, a day and what happened, each said beside its field', () => {
    const given = surpriseForm.safeParse({ title: ' ', happenedOn: '2026-02-30', happened: '' });
    expect(given.error?.issues.map(({ path }) => path[0])).toEqual(['title', 'happenedOn', 'happened']);
    expect(
      surpriseForm.safeParse({ title: 'x', happenedOn: '2026-02-03', happened: 'y', severity: '1' }).success,
    ).toBe(false);
  });
});
