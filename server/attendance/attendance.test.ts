import { describe, expect, test } from 'vitest';
import { updateReview } from '#db/reviews.ts';
import { forEachEngine } from '#db/testing.ts';
import { asId, type TeamId } from '#domain/ids.ts';
import { isRefused } from '#domain/refused.ts';
import type { SignedIn } from '../app.ts';
import { readAfter } from '../meetings/around/read-around.ts';
import { requireMeeting } from '../meetings/require-meeting.ts';
import { aMeeting, makePrivate, type RoomField } from '../meetings/testing.ts';
import { noteOwnRead } from './note-read.ts';
import { publishFigures } from './publish-figures.ts';
import { publishReads } from './publish-reads.ts';
import { readMarkers } from './read-markers.ts';
import { readMonths } from './read-months.ts';
import { stateAsGuest } from './state-as-guest.ts';

const DAY = 86_400_000;
const END = Date.parse('2026-11-18T10:00:00Z');

forEachEngine((engine) => {
  /** A review meeting with a closest team of six and twelve from outside; it has ended. */
  const held = async () => {
    const field = await aMeeting(engine.db);
    const team = asId<TeamId>(field.app.random.uuid());
    await engine.db.insertInto('teams').values({ id: team, name: team }).execute();
    await engine.db.insertInto('review_teams').values({ review_id: field.review, team_id: team }).execute();
    const people = async (count: number, name: string) => {
      const made: SignedIn[] = [];
      for (let nth = 0; nth < count; nth++) made.push(await field.person(`${name} ${nth}`));
      return made;
    };
    const [closest, outside] = [await people(7, 'Near'), await people(12, 'Far')];
    const rows = closest.map(({ id }) => ({ team_id: team, person_id: id }));
    await engine.db.insertInto('team_members').values(rows).execute();
    await field.press(field.felicity, { command: 'start' });
    return { ...field, team, closest, outside };
  };
  const end = async ({ press, felicity, at }: RoomField) => {
    at(new Date(END).toISOString());
    await press(felicity, { command: 'end' });
  };
  const choose = (
    field: RoomField,
    people: readonly SignedIn[],
    how: 'choice' | 'asked' = 'choice',
    named = false,
  ) =>
    Promise.all(
      people.map((person) =>
        field.press(person, { command: 'attend', statement: { how, mode: 'remote', named } }),
      ),
    );
  const look = async (field: RoomField, days: number) => {
    field.at(new Date(END + days * DAY).toISOString());
    await publishFigures(field.app);
    const [figures] = (await readMarkers(field.app, field.otto, field.review)).attendance;
    return Object.fromEntries((figures?.sides ?? []).map(({ side, shown }) => [side, shown]));
  };

  describe('figures of attendance', () => {
    test('[A6] the record of a meeting says what is published of it, and nothing for a day', async () => {
      const field = await held();
      await choose(field, field.outside.slice(0, 5));
      await end(field);
      const said = async () => {
        const asked = await requireMeeting(field.app, field.otto, field.meeting_);
        return (await readAfter(field.app, field.otto.id, asked)).whoCame;
      };
      await look(field, 0.5);
      expect(await said()).toEqual(['Counts come a day after the end.']);
      await look(field, 1.1);
      expect(await said()).toEqual([
        'Outside: 5. 5 by choice (5 remote), nobody asked.',
        'Closest: nobody yet.',
      ]);
    });

    test('[A5] [A6] [A7] [A8] [A9] outside and closest of the meeting’s day; nothing for a day; then seldom, and by three', async () => {
      const field = await held();
      await choose(field, field.outside.slice(0, 5));
      await choose(field, field.closest.slice(0, 1), 'asked');
      await end(field);
      expect(await look(field, 0.5)).toEqual({});
      // whoever joins the team after that day came from outside
      const joined = { team_id: field.team, person_id: field.outside[0]?.id as SignedIn['id'] };
      await engine.db.insertInto('team_members').values(joined).execute();
      expect(await look(field, 1.1)).toMatchObject({
        outside: { all: 5, choice: 5, asked: 'nobody' },
        closest: { all: 'a-few' },
      });
      await choose(field, field.outside.slice(5, 7));
      expect(await look(field, 3)).toMatchObject({ outside: { all: 5 } });
      await choose(field, field.outside.slice(7, 8));
      expect(await look(field, 5)).toMatchObject({ outside: { all: 8 }, closest: { all: 'a-few' } });
      await field.press(field.outside[0] as SignedIn, { command: 'attend', statement: null });
      expect(await look(field, 20)).toMatchObject({ outside: { all: 8 } });
      expect(await look(field, 36)).toMatchObject({ outside: { all: 7 } });
      await choose(field, field.outside.slice(1, 2), 'choice', true);
      const markers = await readMarkers(field.app, field.otto, field.review);
      expect(markers.attendance[0]?.sides[0]?.named).toEqual([
        { name: 'Far 1', how: 'choice', mode: 'remote' },
      ]);
      // as if three of them had been new among others
      await engine.db
        .updateTable('attendance_figures')
        .set({ shown: JSON.stringify({ all: 7, choice: 7, asked: 'nobody', new: 3 }) })
        .where('meeting_id', '=', field.meeting_)
        .where('side', '=', 'outside')
        .execute();
      const november = async () => (await readMonths(field.app)).find((one) => one.month === '2026-11');
      const open = await november();
      await makePrivate(field, []);
      const without = await november();
      const less = (side: 'outside' | 'closest', kind: 'people' | 'newFaces' | 'newNotSaid' | 'inWords') =>
        (open?.[side][kind] ?? 0) - (without?.[side][kind] ?? 0);
      expect([less('outside', 'people'), less('outside', 'newFaces'), less('outside', 'newNotSaid')]).toEqual(
        [7, 3, 0],
      );
      // the one who was asked is “a few”: in no sum, and yet not nobody
      expect([less('closest', 'people'), less('closest', 'inWords')]).toEqual([0, 1]);
    });

    test.each(['private', 'draft'] as const)(
      '[A5] [A6] of a %s review those who may enter are who could be meant, on either side',
      async (which) => {
        const field = await held();
        const named = [...field.closest.slice(0, 5), ...field.outside.slice(0, 3)];
        await makePrivate(field, named);
        await choose(field, [...field.closest.slice(0, 4), ...field.outside.slice(0, 3)]);
        if (which === 'draft')
          await updateReview(field.app.db, field.review, { privacy: 'open', published_at: null });
        await end(field);
        field.at(new Date(END + 1.1 * DAY).toISOString());
        await publishFigures(field.app);
        const [figures] = (await readMarkers(field.app, field.analyst, field.review)).attendance;
        // outside are the three, the analyst and who facilitates
        expect(figures?.sides.map(({ side, shown }) => [side, shown])).toEqual([
          ['outside', { all: 'most' }],
          ['closest', { all: 'most' }],
        ]);
      },
    );

    test('[A6] opened to all since, a review says how many came, not that they were there', async () => {
      const field = await held();
      await choose(field, field.outside.slice(0, 4));
      await end(field);
      // as if it had been a draft of five on that day
      await engine.db
        .updateTable('meeting_days')
        .set({ could_come_outside: 5 })
        .where('meeting_id', '=', field.meeting_)
        .execute();
      expect((await look(field, 1.1)).outside).toEqual({ all: 4, choice: 4, asked: 'nobody' });
    });

    test('[A5] the day notes who may enter then', async () => {
      const field = await aMeeting(engine.db);
      await makePrivate(field, [field.otto, field.priya]);
      await field.press(field.felicity, { command: 'start' });
      const day = await engine.db
        .selectFrom('meeting_days')
        .select(['could_come_outside', 'could_come_closest'])
        .where('meeting_id', '=', field.meeting_)
        .executeTakeFirstOrThrow();
      // the analyst and who facilitates are named too
      expect(day).toEqual({ could_come_outside: 4, could_come_closest: 0 });
    });

    test('[A9] a guest states once per device, changes it, takes it away; its row holds no one and no time', async () => {
      const field = await held();
      const held_: (string | null)[] = [];
      for (let nth = 0; nth < 4; nth++) {
        const done = await stateAsGuest(field.app, field.meeting_, null, { how: 'choice', mode: 'room' });
        if (!isRefused(done)) held_.push(done.held);
      }
      const same = await stateAsGuest(field.app, field.meeting_, held_[0] ?? null, {
        how: 'asked',
        mode: 'room',
      });
      expect(same).toEqual({ held: held_[0] });
      await stateAsGuest(field.app, field.meeting_, held_[0] ?? null, null);
      const rows = await engine.db
        .selectFrom('guest_attendance')
        .selectAll()
        .where('meeting_id', '=', field.meeting_)
        .execute();
      expect(rows.map((row) => Object.keys(row).sort().join())).toEqual(
        Array(3).fill('how,id,meeting_id,mode'),
      );
      await end(field);
      expect((await look(field, 2)).unknown).toMatchObject({ all: 3, choice: 3 });
    });
  });

  test('[R1] [R2] [R3] reads: once per person and day, not its writers; counts of weeks that are over, and the same for good', async () => {
    const field = await held();
    const { app, review, outside, closest, analyst, at } = field;
    for (const day of ['2026-11-23', '2026-11-24']) {
      at(`${day}T09:00:00Z`);
      for (const person of [...outside.slice(0, 4), ...closest.slice(0, 2), analyst]) {
        await noteOwnRead(app, person, review);
        await noteOwnRead(app, person, review);
      }
    }
    const rows = await engine.db.selectFrom('reads').selectAll().where('review_id', '=', review).execute();
    expect([rows.length, rows.filter((row) => row.closest).length]).toEqual([12, 4]);
    const weekOf = async () =>
      (await readMarkers(app, field.otto, review)).reads.find((one) => one.week === '2026-11-23');
    await publishReads(app);
    expect(await weekOf()).toBeUndefined();
    at('2026-12-01T09:00:00Z');
    await publishReads(app);
    expect(await weekOf()).toEqual({ week: '2026-11-23', outside: 4, closest: 'a-few' });
    const reads = (await readMonths(app)).find((one) => one.month === '2026-11')?.reads;
    expect([reads?.outside.readers, reads?.closest.inWords]).toEqual([4, 1]);
    await engine.db
      .deleteFrom('reads')
      .where('person_id', '=', outside[0]?.id as SignedIn['id'])
      .execute();
    await publishReads(app);
    expect(await weekOf()).toMatchObject({ outside: 4 });
  });

  test('[R2] [A6] of a private review those who could have read are those who may', async () => {
    const field = await held();
    const named = field.closest.slice(0, 5);
    await makePrivate(field, named);
    field.at('2026-12-07T09:00:00Z');
    for (const person of named.slice(0, 4)) await noteOwnRead(field.app, person, field.review);
    field.at('2026-12-15T09:00:00Z');
    await publishReads(field.app);
    const { reads } = await readMarkers(field.app, field.analyst, field.review);
    expect(reads.find(({ week }) => week === '2026-12-07')).toMatchObject({ closest: 'most' });
  });
});
