import { describe, expect, test } from 'vitest';
import { saveNoticeChoice } from '#db/notice-choices.ts';
import { updateReview } from '#db/reviews.ts';
import { forEachEngine } from '#db/testing.ts';
import type { PlainReader } from '../mail/plain-letters.ts';
import { queueSoakMails, type SoakMailFacts, soakLetter } from './soak-mails.ts';
import { startSoakOnEnd } from './start-soak.ts';
import { aReview } from './testing.ts';

describe('mails of a soak', () =>
  forEachEngine((engine) => {
    test('[S1] go once at its start and once on the day it ends, to those who chose it, and say what is so when they are sent', async () => {
      const field = await aReview(engine.db);
      const other = await field.person('Otto');
      await engine.db
        .insertInto('review_people')
        .values({ review_id: field.review, person_id: other.id, role: 'reader' })
        .execute();
      await saveNoticeChoice(engine.db, field.analyst.id, 'soak', { shown: true, mail: 'now' });
      await saveNoticeChoice(engine.db, other.id, 'soak', { shown: true, mail: 'daily' });
      const meeting = await field.meeting('review', {
        startsAt: '2026-11-20T13:00:00Z',
        facilitator: field.analyst,
      });
      await field.setPhase(meeting, 'ended');
      const ended = field.at('2026-11-20T14:00:00Z');
      await engine.db.transaction().execute((tx) => startSoakOnEnd(tx, field.review, ended, 'Europe/Berlin'));
      const letters = async () =>
        (
          await engine.db
            .selectFrom('mail_outbox')
            .selectAll()
            .where('line', 'like', `soak ${field.review} %`)
            .orderBy('id')
            .execute()
        ).map(({ person_id, facts }) => ({ to: person_id, facts: facts as SoakMailFacts }));
      const reader: PlainReader = { ...field.analyst, email: 'amir@test', zone: 'Europe/Berlin' };
      const words = async () => {
        const facts = (await letters()).at(-1)?.facts;
        return facts ? soakLetter(field.app, facts, reader) : null;
      };

      await queueSoakMails(field.app);
      await queueSoakMails(field.app);
      expect((await letters()).map(({ to, facts }) => [to, facts.what])).toEqual([
        [field.analyst.id, 'started'],
      ]);
      expect((await words())?.text).toContain('soak until Tue 24 Nov, 15:00 (Berlin time)');
      // A1: with the record, and where one may say that one came
      expect((await words())?.text).toContain(`http://soak.test/meetings/${meeting}/record`);

      field.at('2026-11-24T07:00:00Z');
      await queueSoakMails(field.app);
      await queueSoakMails(field.app);
      expect((await letters()).map(({ facts }) => facts.what)).toEqual(['started', 'ends']);
      const ends = await words();
      expect(ends?.subject).toBe('“A database deleted on the wrong host”: its soak ends today');
      expect(ends?.text).toContain('an idea can still be sealed');
      expect(ends?.text).toMatch(
        /Stop “Soaks that start and end”: +http:\/\/soak\.test\/notices\/stop\/soak\//,
      );

      // N6: what goes out says no title of a private review; who stopped meanwhile is not written to
      await updateReview(engine.db, field.review, { privacy: 'private' });
      expect((await words())?.subject).toBe('A private review: its soak ends today');
      await saveNoticeChoice(engine.db, field.analyst.id, 'soak', { shown: true, mail: 'never' });
      expect(await words()).toBeNull();
    });
  }));
