import { type RawBuilder, sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { findFeed, forgetFeedChanges } from '#db/calendar-feeds.ts';
import { forEachEngine } from '#db/testing.ts';
import type { TeamId } from '#domain/ids.ts';
import type { SignedIn } from '../app.ts';
import { aMeeting, type RoomField } from '../meetings/testing.ts';
import { listOwnFeeds, makeFeed, readFeed } from './feeds.ts';
import { tellOfChanges } from './tell-of-changes.ts';

describe('what is remembered of a feed', () =>
  forEachEngine((engine) => {
    let field: RoomField;
    let changes: RawBuilder<unknown>[];
    const feeds: string[] = [];

    beforeAll(async () => {
      field = await aMeeting(engine.db);
      await tellOfChanges(field.app);
      const team = field.app.random.uuid() as TeamId;
      await engine.db.insertInto('teams').values({ id: team, name: 'Platform' }).execute();
      const feedOf = async (person: SignedIn, kind: 'named' | 'open' | 'team') => {
        const made = await makeFeed(field.app, person, { kind, team, hidesTitles: false });
        if ('refused' in made) throw new Error(made.refused);
        feeds.push(made.address.replace(/^.*\/calendar\/(.*)\.ics$/, '$1'));
      };
      await feedOf(field.priya, 'named');
      await feedOf(field.otto, 'named');
      await feedOf(field.otto, 'open');
      await feedOf(field.otto, 'team');
      const { meeting_: meeting, review, priya, otto } = field;
      changes = [
        sql`update meetings set title = 'Another title' where id = ${meeting}`,
        sql`update meetings set starts_at = starts_at + interval '1 hour' where id = ${meeting}`,
        sql`update meetings set minutes = minutes + 5 where id = ${meeting}`,
        sql`update meetings set call_link = 'https://call.example.org/1' where id = ${meeting}`,
        sql`update calendar_entries set sequence = sequence + 1, changed_at = changed_at + interval '1 s' where meeting_id = ${meeting}`,
        sql`insert into review_teams (review_id, team_id) values (${review}, ${team})`,
        sql`update reviews set privacy = 'private' where id = ${review}`,
        sql`insert into review_people (review_id, person_id, role) values (${review}, ${otto.id}, 'reader')`,
        sql`delete from review_people where person_id = ${otto.id}`,
        sql`update reviews set privacy = 'open' where id = ${review}`,
        sql`update reviews set published_at = null where id = ${review}`,
        sql`update reviews set published_at = '2026-11-01' where id = ${review}`,
        sql`update reviews set deleted_at = '2026-11-18' where id = ${review}`,
        sql`update reviews set deleted_at = null where id = ${review}`,
        sql`delete from meeting_people where person_id = ${priya.id}`,
        sql`insert into meeting_people (meeting_id, person_id, role, position) values (${meeting}, ${priya.id}, 'invited', 1)`,
        sql`update meeting_stages set teller_id = ${otto.id} where meeting_id = ${meeting} and position = 0`,
        sql`update meeting_stages set teller_id = null where meeting_id = ${meeting}`,
        sql`update meetings set phase = 'cancelled', cancelled_at = '2026-11-18' where id = ${meeting}`,
        sql`delete from review_teams where review_id = ${review}`,
        sql`delete from calendar_entries where meeting_id = ${meeting}`,
        sql`delete from meeting_people where meeting_id = ${meeting}`,
      ];
    });

    test('[N7] after any change a feed says what it would say to whoever asks for the first time', async () => {
      // of another object nothing is remembered
      const anew = () => ({
        ...field.app,
        db: engine.db.withTables<Record<never, never>>() as typeof engine.db,
      });
      const tags = await Promise.all(
        feeds.map(async (feed) => (await readFeed(field.app, feed, []))?.etag ?? ''),
      );
      let said = 0;
      for (const change of changes) {
        await change.execute(engine.db);
        let heard = 0;
        for (const [at, feed] of feeds.entries()) {
          const known = [tags[at] ?? ''];
          const answer = await readFeed(field.app, feed, known);
          expect(answer).toEqual(await readFeed(anew(), feed, known));
          if (answer && answer.body !== null) heard++;
          tags[at] = answer?.etag ?? '';
          expect(await readFeed(field.app, feed, [tags[at]])).toMatchObject({ body: null });
        }
        if (heard > 0) said++;
      }
      expect(said).toBe(changes.length);
    });

    test('[N7] what a room does to its meeting leaves the mark as it is; forgetting what is long known brings no earlier one back', async () => {
      const [own] = await listOwnFeeds(field.app, field.priya);
      const mark = async () => (await findFeed(engine.db, own?.id ?? ''))?.mark;
      const before = await mark();
      await sql`update meetings set rev = rev + 1, phase = phase where id = ${field.meeting_}`.execute(
        engine.db,
      );
      await forgetFeedChanges(engine.db, 100);
      expect(await mark()).toBe(before);
      await forgetFeedChanges(engine.db, 2);
      const { rows } = await sql<{ of: number }>`select count(*) as of from feed_changes`.execute(engine.db);
      // and one that says that some are gone
      expect(rows).toEqual([{ of: 3 }]);
      await sql`delete from feed_changes`.execute(engine.db);
      expect(await mark()).not.toBe(before);
    });
  }));
