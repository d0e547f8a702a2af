import { beforeAll, describe, expect, test } from 'vitest';
import { updateReview } from '#db/reviews.ts';
import { forEachEngine } from '#db/testing.ts';
import type { TeamId } from '#domain/ids.ts';
import type { Coming } from '#domain/invitations/coming.ts';
import { copyLinks } from '#domain/invitations/copy-links.ts';
import type { App, SignedIn } from '../app.ts';
import { calendarOf } from '../mail/testing.ts';
import { cancelMeeting } from '../meetings/cancel-meeting.ts';
import { editPlan } from '../meetings/edit-plan.ts';
import { aMeeting, aPlan, makePrivate, type RoomField } from '../meetings/testing.ts';
import { makeComingLinks } from './coming-links.ts';
import { endFeed, listOwnFeeds, makeFeed, readFeed as readFeedInPieces } from './feeds.ts';
import { calendarLines, meetingFile } from './meeting-file.ts';
import { readInvitations, sendAgain } from './read-invitations.ts';
import { readComing, sayByLink, sayWhetherComing } from './say-whether-coming.ts';
import { tellOfChanges } from './tell-of-changes.ts';

describe('calendars', () =>
  forEachEngine((engine) => {
    let field: RoomField;
    let link = '';

    beforeAll(async () => {
      field = await aMeeting(engine.db);
      await tellOfChanges(field.app);
    });

    const feedOf = async (person: SignedIn, kind: 'named' | 'open' | 'team', team: TeamId | null = null) => {
      const made = await makeFeed(field.app, person, { kind, team, hidesTitles: false });
      if ('refused' in made) throw new Error(made.refused);
      return made.address.replace(/^.*\/calendar\/(.*)\.ics$/, '$1');
    };
    /** Its body in one. */
    const readFeed = async (app: App, words: string, known: readonly string[]) => {
      const feed = await readFeedInPieces(app, words, known);
      return feed && { ...feed, body: feed.body?.join('') ?? null };
    };
    const events = async (words: string) => {
      const feed = await readFeed(field.app, words, []);
      if (!feed?.body) return [];
      return calendarOf(feed.body)
        .getAllSubcomponents('vevent')
        .map((event) => [
          event.getFirstPropertyValue('summary'),
          event.getFirstPropertyValue('status'),
          event.getFirstPropertyValue('sequence'),
          event.getAllProperties('attendee').length,
        ]);
    };
    const saying = (say: Coming, startsAt = '2026-11-18T09:10:00.000Z') => ({ say, startsAt });
    const said = async () =>
      (
        await engine.db
          .selectFrom('invitations')
          .select('answer')
          .where('meeting_id', '=', field.meeting_)
          .where('person_id', '=', field.priya.id)
          .executeTakeFirst()
      )?.answer;

    test('[P11] a link in a letter only shows when it is opened; its one button says it, for its recipient and nothing else', async () => {
      const links = await makeComingLinks(
        engine.db,
        field.app,
        field.meeting_,
        [field.priya.id],
        field.app.clock.now(),
      );
      link = links.get(field.priya.id) ?? '';
      expect(await readComing(field.app, link)).toMatchObject({ name: 'Priya', answer: null, closed: null });
      expect(await said()).toBeNull();
      expect(await sayByLink(field.app, link, saying('maybe'))).toBe(true);
      expect(await said()).toBe('maybe');
      const forged = `${link.slice(0, -4)}aaaa`;
      for (const words of [forged, 'x', '', undefined, `${link}${link}`]) {
        expect(await readComing(field.app, words)).toBeNull();
        expect(await sayByLink(field.app, words, saying('yes'))).toBeNull();
      }
      expect(await engine.db.selectFrom('attendance').selectAll().execute()).toEqual([]);
    });

    test('[P11] the same can be said in Soak; who is not named is told so and nothing is kept', async () => {
      expect(await sayWhetherComing(field.app, field.priya, field.meeting_, saying('yes'))).toBe(true);
      expect(await said()).toBe('yes');
      expect(await sayWhetherComing(field.app, field.otto, field.meeting_, saying('yes'))).toMatchObject({
        refused: expect.stringContaining('not named'),
      });
      const lines = await calendarLines(field.app, field.priya, { privacy: 'open' }, [
        {
          id: field.meeting_,
          kind: 'review',
          title: 'A',
          startsAt: new Date('2026-11-18T09:10:00Z'),
          minutes: 60,
          callLink: 'https://call.example.org/room',
        },
      ]);
      expect(lines.get(field.meeting_)).toMatchObject({ isInvited: true, answer: 'yes' });
      // a copy leads to the call as the file does
      expect(new URL(lines.get(field.meeting_)?.copies.google ?? '').searchParams.get('location')).toBe(
        'https://call.example.org/room',
      );
    });

    test('[N2] an answer is kept while words change, and asked for anew when the time moves', async () => {
      await editPlan(field.app, field.analyst, field.meeting_, aPlan(field, { title: 'The wrong host' }));
      await tellOfChanges(field.app);
      expect(await said()).toBe('yes');
      await editPlan(
        field.app,
        field.analyst,
        field.meeting_,
        aPlan(field, { title: 'The wrong host', time: '11:10' }),
      );
      await tellOfChanges(field.app);
      expect(await said()).toBeNull();
    });

    test('[N7] one meeting as a file: published, without anybody in it, under the UID its letters have', async () => {
      const file = await meetingFile(field.app, field.otto, field.meeting_);
      const calendar = calendarOf(file);
      const event = calendar.getFirstSubcomponent('vevent');
      expect(calendar.getFirstPropertyValue('method')).toBe('PUBLISH');
      expect(event?.getAllProperties('attendee')).toEqual([]);
      expect(event?.getFirstPropertyValue('uid')).toBe(`meeting-${field.meeting_}@soak.test`);
      expect(event?.getFirstPropertyValue('sequence')).toBe(1);
      expect(file.endsWith('END:VCALENDAR\r\n')).toBe(true);
      expect(file.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
    });

    test('[N7] a feed holds what its owner may read, is 304 until something changes, and is gone once it is ended', async () => {
      const [named, open, ottos] = [
        await feedOf(field.priya, 'named'),
        await feedOf(field.priya, 'open'),
        await feedOf(field.otto, 'named'),
      ];
      expect(await events(named)).toEqual([['The wrong host', 'CONFIRMED', 1, 0]]);
      expect(await events(open)).toHaveLength(1);
      expect(await events(ottos)).toEqual([]);
      const first = await readFeed(field.app, named, []);
      expect(await readFeed(field.app, named, [first?.etag ?? ''])).toMatchObject({ body: null });
      await editPlan(
        field.app,
        field.analyst,
        field.meeting_,
        aPlan(field, { title: 'The wrong host', time: '12:10' }),
      );
      await tellOfChanges(field.app);
      expect((await readFeed(field.app, named, [first?.etag ?? '']))?.body).toContain('SEQUENCE:2');
      const [feed] = await listOwnFeeds(field.app, field.otto);
      expect(feed?.lastReadAt).not.toBeNull();
      expect(await endFeed(field.app, field.priya, feed?.id ?? '')).toBe(false);
      expect(await endFeed(field.app, field.otto, feed?.id ?? '')).toBe(true);
      expect(await readFeed(field.app, ottos, [])).toBeNull();
      expect(await readFeed(field.app, `${named.slice(0, -4)}aaaa`, [])).toBeNull();
      const rows = JSON.stringify(await engine.db.selectFrom('calendar_feeds').select('id').execute());
      expect(rows).not.toContain(named.split('.')[1]);
    });

    test('[N6] a private review is in the feeds of its readers alone, called by its kind; a team’s feed leaves it out', async () => {
      const team = field.app.random.uuid() as TeamId;
      await engine.db.insertInto('teams').values({ id: team, name: 'Platform' }).execute();
      await engine.db.insertInto('review_teams').values({ review_id: field.review, team_id: team }).execute();
      const [teams, priyas, ottos] = [
        await feedOf(field.otto, 'team', team),
        await feedOf(field.priya, 'named'),
        await feedOf(field.otto, 'open'),
      ];
      expect(await events(teams)).toHaveLength(1);
      expect(await events(ottos)).toHaveLength(1);
      const before = await readFeed(field.app, priyas, []);
      await makePrivate(field, [field.priya]);
      expect(await events(teams)).toEqual([]);
      expect(await events(ottos)).toEqual([]);
      expect(await events(priyas)).toEqual([['Review meeting', 'CONFIRMED', 2, 0]]);
      expect((await readFeed(field.app, priyas, [before?.etag ?? '']))?.body).not.toBeNull();
      expect((await readComing(field.app, link))?.title).toBe('Review meeting');
    });

    test('[N6, N7] a review that becomes private while a feed is read: the answer is as before or as after, and its tag stands for no other', async () => {
      const feeds = [await feedOf(field.priya, 'named'), await feedOf(field.otto, 'open')];
      await updateReview(engine.db, field.review, { privacy: 'open' });
      const rename = (title: string) =>
        engine.db.updateTable('meetings').set({ title }).where('id', '=', field.meeting_).execute();
      for (const feed of feeds) expect(await events(feed)).toHaveLength(1);
      const hide = async () => {
        await makePrivate(field, [field.priya]);
        await rename('A secret');
      };
      for (const [at, feed] of [...feeds, ...feeds].entries()) {
        // known from before, or made anew while it is read
        if (at < 2) await rename(`The wrong host ${at}`);
        let hidden: Promise<void> | null = null;
        let looked = 0;
        const meanwhile = {
          ...field.app,
          get mail() {
            // the first look makes the tag, the second follows it
            if (++looked === 2) hidden = hide();
            return undefined;
          },
        };
        const answer = await readFeed(meanwhile, feed, []);
        await hidden;
        expect(hidden).not.toBeNull();
        expect(answer?.body).not.toContain('A secret');
        const after = await readFeed(field.app, feed, [answer?.etag ?? '']);
        expect(after?.body).not.toMatch(/A secret|The wrong host/);
        expect(after?.body?.includes('SUMMARY:Review meeting')).toBe(feed === feeds[0]);
        await updateReview(engine.db, field.review, { privacy: 'open' });
        await rename('The wrong host');
        await engine.db.deleteFrom('review_people').where('person_id', '=', field.priya.id).execute();
        await readFeed(field.app, feed, []);
      }
      await makePrivate(field, [field.priya]);
    });

    test('[N7] under another address of the program a feed is read anew, with links that lead there', async () => {
      const feed = await feedOf(field.priya, 'named');
      const before = await readFeed(field.app, feed, []);
      const moved = { ...field.app, origin: 'https://new.example.org' };
      const answer = await readFeed(moved, feed, [before?.etag ?? '']);
      const event = calendarOf(answer?.body ?? '').getFirstSubcomponent('vevent');
      expect(event?.getFirstPropertyValue('url')).toBe(`https://new.example.org/meetings/${field.meeting_}`);
      expect(answer?.body).not.toContain('http://soak.test');
      expect((await readFeed(moved, feed, [answer?.etag ?? '']))?.body).toBeNull();
    });

    test('[N5] who plans sees who was told what and what they said; without a mail server there is the text to pass on', async () => {
      const page = await readInvitations(field.app, field.analyst, field.meeting_);
      expect(page.lines.map(({ name, role, standing }) => [name, role, standing])).toEqual([
        ['Felicity', 'chair', 'invited'],
        ['Priya', 'optional', 'invited'],
      ]);
      expect(page.sendsMail).toBe(false);
      expect(page.text).toContain('When: Wednesday 18 November, 12:10 to 13:10 (Berlin time)');
      expect(page.text).toContain(`http://soak.test/meetings/${field.meeting_}`);
      await expect(readInvitations(field.app, field.priya, field.meeting_)).rejects.toMatchObject({
        init: { status: 403 },
      });
      field.app.mail = { from: 'soak@example.org' };
      const again = () => sendAgain(field.app, field.analyst, field.meeting_, field.priya.id);
      expect(await again()).toEqual({ letters: 1 });
      expect(await again()).toMatchObject({ refused: expect.stringContaining('waiting already') });
      expect(await sendAgain(field.app, field.analyst, field.meeting_, null)).toEqual({ letters: 1 });
      const stage = await engine.db
        .selectFrom('meeting_stages')
        .select('id')
        .where('meeting_id', '=', field.meeting_)
        .executeTakeFirstOrThrow();
      const put = (columns: {
        phase: 'ended' | 'planned';
        at: Date | null;
        current: typeof stage.id | null;
      }) =>
        engine.db
          .updateTable('meetings')
          .set({
            phase: columns.phase,
            started_at: columns.at,
            ended_at: columns.at,
            current_stage: columns.current,
          })
          .where('id', '=', field.meeting_)
          .execute();
      await put({ phase: 'ended', at: field.app.clock.now(), current: stage.id });
      expect(await again()).toMatchObject({ refused: expect.stringContaining('has begun') });
      await put({ phase: 'planned', at: null, current: null });
    });

    test('[N7] what was cancelled stays in feeds for six weeks, as cancelled, above its last number', async () => {
      await cancelMeeting(field.app, field.analyst, field.meeting_, { reason: '' });
      await tellOfChanges(field.app);
      const words = await feedOf(field.priya, 'named');
      expect(await events(words)).toEqual([['Review meeting', 'CANCELLED', 3, 0]]);
      expect((await readComing(field.app, link))?.closed).toContain('was cancelled');
      expect(await sayByLink(field.app, link, saying('yes'))).toMatchObject({ refused: expect.any(String) });
      field.at('2027-01-05T09:00:00Z');
      expect(await events(words)).toEqual([]);
    });
  }));

test('[N7] links to other calendars carry UTC times and whatever words there are', () => {
  const { google, outlook, office } = copyLinks({
    title: 'A & B = "C" + 1',
    startsAt: new Date('2026-10-07T13:00:00Z'),
    minutes: 45,
    details: 'Open: https://soak.example.org/meetings/1',
    location: 'https://soak.example.org/meetings/1',
  });
  expect(google).toContain('dates=20261007T130000Z%2F20261007T134500Z');
  expect(new URL(google).searchParams.get('text')).toBe('A & B = "C" + 1');
  expect(new URL(outlook).searchParams.get('enddt')).toBe('2026-10-07T13:45:00Z');
  expect(office).toMatch(/^https:\/\/outlook\.office\.com\/calendar\/deeplink\/compose\?/);
});
