import { beforeAll, describe, expect, test } from 'vitest';
import { insertComment } from '#db/comments.ts';
import { insertNotices, listNotices } from '#db/notices.ts';
import { forEachEngine } from '#db/testing.ts';
import { NOTICE_KINDS, type NoticeKind } from '#domain/notices/notice.ts';
import type { SignedIn } from '../app.ts';
import { tellOfChanges } from '../calendar/tell-of-changes.ts';
import type { Message } from '../mail/mail-server.server.ts';
import { sendDueLetters } from '../mail/send-due-letters.ts';
import { cancelMeeting } from '../meetings/cancel-meeting.ts';
import { editPlan } from '../meetings/edit-plan.ts';
import { aMeeting, aPlan, makePrivate, type RoomField } from '../meetings/testing.ts';
import { holdSoakFor, releaseSoakFrom } from '../soak/hold-soak.ts';
import { reflect, withdrawReflection } from '../soak/reflect.ts';
import { startSoakOnEnd } from '../soak/start-soak.ts';
import { chooseNotices, readNewNotices, readNoticesPage, readSome, stopNotices } from './read-notices.ts';
import { queueDigests } from './send-digests.ts';
import { readStopLink, stopByLink } from './stop-link.ts';
import { tellOfComment, tellOfItem } from './tell.ts';

describe('notices', () =>
  forEachEngine((engine) => {
    let field: RoomField;
    beforeAll(async () => {
      field = await aMeeting(engine.db);
    });

    const linesOf = async (person: SignedIn) =>
      (await readNewNotices(field.app, person)).map(({ line }) => line);
    const tellMeetings = async () => {
      while ((await tellOfChanges(field.app)) > 0);
    };
    /** What a mail server would have got. */
    const post = async () => {
      const sent: Message[] = [];
      const server = {
        send: async (message: Message) => {
          sent.push(message);
          return 'taken' as const;
        },
      };
      const options = { outage: { inARow: 0 }, atOnce: 1, goOn: () => true };
      while ((await sendDueLetters(field.app, server, options)) > 0);
      return sent;
    };

    test('[N1] [N8] whoever is invited is told in Soak, then of each change, one notice a meeting; whoever planned it is not told that they did', async () => {
      await tellMeetings();
      expect(await linesOf(field.priya)).toEqual([
        'You are named for its review meeting: Wed 18 Nov, 10:10 (Berlin time). Optional, as always.',
      ]);
      expect(await linesOf(field.analyst)).toEqual([]);
      await editPlan(field.app, field.analyst, field.meeting_, aPlan(field, { time: '11:00' }));
      await tellMeetings();
      // not seen yet: still that she is invited, with the new time
      expect(await linesOf(field.priya)).toEqual([
        'You are named for its review meeting: Wed 18 Nov, 11:00 (Berlin time). Optional, as always.',
      ]);
      await readSome(field.app, field.priya, 'all');
      expect(await linesOf(field.priya)).toEqual([]);
      await editPlan(field.app, field.analyst, field.meeting_, aPlan(field, { time: '11:30' }));
      await tellMeetings();
      expect(await linesOf(field.priya)).toEqual([
        'Its review meeting stands differently now: Wed 18 Nov, 11:30 (Berlin time). Optional, as always.',
      ]);
      await cancelMeeting(field.app, field.analyst, field.meeting_, { reason: '' });
      await tellMeetings();
      expect(await linesOf(field.priya)).toEqual(['Its review meeting will not take place.']);
      await readSome(field.app, field.priya, 'all');
      // of somebody else's notices nothing was marked
      expect(await linesOf(field.felicity)).toEqual(['Its review meeting will not take place.']);
    });

    test('[N8] [S1] a soak tells those named when it starts, and when it has ended, not before; held, it has not', async () => {
      const { at, review, app, priya, analyst } = field;
      const begin = () => startSoakOnEnd(engine.db, review, at('2026-11-18T12:00:00Z'), 'Europe/Berlin');
      const held = await field.meeting('review', { startsAt: '2026-11-18T08:00:00Z', facilitator: priya });
      await field.setPhase(held, 'ended');
      await begin();
      expect(await linesOf(priya)).toEqual([
        'Its ideas soak until Fri 20 Nov, 13:00 (Berlin time). What comes to your mind can be sealed.',
      ]);
      expect(await linesOf(field.otto)).toEqual([]);
      const further = await field.meeting('review', { startsAt: '2026-11-19T08:00:00Z', facilitator: priya });
      await holdSoakFor(
        engine.db,
        review,
        { id: further, plannedEnd: at('2026-11-19T09:00:00Z') },
        at('2026-11-18T13:00:00Z'),
      );
      at('2026-11-24T13:00:00Z');
      expect(await linesOf(priya)).toEqual(['Its ideas soak until a further meeting has been held.']);
      await field.setPhase(further, 'cancelled');
      await releaseSoakFrom(engine.db, review, further, at('2026-11-19T09:00:00Z'));
      // read all at once before the end: what ends later is still to be told
      at('2026-11-18T14:00:00Z');
      await readSome(app, priya, 'all');
      expect(await linesOf(priya)).toEqual([]);
      at('2026-11-20T12:00:00Z');
      expect(await linesOf(priya)).toEqual(['Its ideas have soaked. The action session can begin.']);
      // starting again tells of it again, once
      await begin();
      expect(await linesOf(priya)).toHaveLength(1);
      await readSome(app, analyst, 'all');
    });

    test('[N8] an answer to what somebody signed is told to them, until it is taken back; nobody is told of their own', async () => {
      const { app, review, otto, priya } = field;
      await reflect(app, otto, review, { words: 'Who watches the copy?' });
      const asked = await engine.db.selectFrom('reflections').select('id').executeTakeFirstOrThrow();
      await reflect(app, otto, review, { words: 'I mean at night.', answers: asked.id });
      expect(await linesOf(otto)).toEqual([]);
      await reflect(app, priya, review, { words: 'Nobody, so far.', answers: asked.id });
      const [told] = await readNewNotices(app, otto);
      expect(told).toMatchObject({ kind: 'answer', head: 'Priya answers you: “Nobody, so far.”' });
      const own = await engine.db
        .selectFrom('reflections')
        .select('id')
        .where('author_id', '=', priya.id)
        .executeTakeFirstOrThrow();
      await withdrawReflection(app, priya, review, { reflection: own.id });
      expect(await readNewNotices(app, otto)).toEqual([]);
    });

    test('[P2] of a review somebody may not read any more nothing is shown, nor sent, at the moment of showing or sending', async () => {
      const { app, review, otto, at } = field;
      app.mail = { from: 'soak@example.org' };
      await post();
      await chooseNotices(app, otto.id, 'mention', { shown: true, mail: 'now' });
      const notice = {
        person: otto.id,
        kind: 'meeting' as const,
        what: 'changed' as const,
        about: 'x',
        review,
        at: at('2026-11-21T09:00:00Z'),
      };
      await insertNotices(engine.db, [notice]);
      expect(await linesOf(otto)).toHaveLength(1);
      await makePrivate(field, []);
      expect(await linesOf(otto)).toEqual([]);
      expect((await readNoticesPage(app, otto)).notices).toEqual([]);
      expect(await post()).toEqual([]);
      // whoever is named still reads it, and no letter says its name (N6)
      await makePrivate(field, [otto, field.priya]);
      await nameAndAnswer();
      const told = await post();
      expect(told.map(({ subject }) => subject).sort()).toEqual([
        'Somebody answers you: A private review',
        'Somebody names you: A private review',
      ]);
      expect(told.map(({ text, html }) => `${text}${html}`).join()).not.toMatch(/Priya|Canary/);
      await chooseNotices(app, otto.id, 'item', { shown: true, mail: 'now' });
      const item = await anItem();
      await engine.db
        .transaction()
        .execute((tx) => tellOfItem(tx, app, { id: item, review, owner: otto.id, by: field.felicity.id }));
      const [letter, ...more] = await post();
      expect(more).toEqual([]);
      expect(letter).toMatchObject({ to: { address: otto.email }, calendar: null });
      expect(letter?.subject).toBe('An action item is yours: A private review');
      expect(`${letter?.text}${letter?.html}`).not.toContain('Canary');
      expect(letter?.text).toContain(`http://soak.test/reviews/${review}/actions#item-${item}`);
    });

    /** Priya names Otto in a comment and answers what he asked. */
    const nameAndAnswer = async () => {
      const { app, review, otto, priya } = field;
      await chooseNotices(app, otto.id, 'answer', { shown: true, mail: 'now' });
      const [thread, id, at] = [app.random.uuid(), app.random.uuid(), app.clock.now()];
      const of = { review_id: review, about: 'section' as const, target: 'x', quote: '', opened_at: at };
      await engine.db
        .insertInto('comment_threads')
        .values({ id: thread, ...of })
        .execute();
      await insertComment(engine.db, {
        id,
        thread,
        author: priya.id,
        words: 'Canary',
        at,
        mentions: [otto.id],
      });
      await tellOfComment(engine.db, app, { id, review, author: priya.id, mentions: [otto.id], at });
      const asked = await engine.db.selectFrom('reflections').select('id').executeTakeFirstOrThrow();
      await reflect(app, priya, review, { words: 'Canary', answers: asked.id });
    };

    /** An item of Otto's. */
    const anItem = async () => {
      const { app, review, otto, felicity, meeting_ } = field;
      const [idea, id] = [app.random.uuid(), app.random.uuid()];
      await engine.db
        .insertInto('action_sessions')
        .values({ meeting_id: meeting_, review_id: review, unsealed: true, open_idea: null })
        .onConflict((same) => same.doNothing())
        .execute();
      await engine.db
        .insertInto('opened_ideas')
        .values({
          id: idea,
          review_id: review,
          meeting_id: meeting_,
          words: 'Canary idea',
          author_id: felicity.id,
          decision: 'do',
          reason: 'It helps',
        } as never)
        .execute();
      await engine.db
        .insertInto('items')
        .values({
          id,
          review_id: review,
          meeting_id: meeting_,
          idea_id: idea,
          title: 'Canary item',
          owner_id: otto.id,
          finding: null,
          due_on: null,
          finished_at: null,
          review_on: null,
          shows: '',
          no_finding_reason: 'It bears on all of it',
        })
        .execute();
      return id;
    };

    test('[P11] a link in a letter stops one kind for its recipient, by a press: opening it changes nothing, and no other link does', async () => {
      const { app, review, otto, priya } = field;
      const item = await anItem();
      await tellOfItem(engine.db, app, { id: item, review, owner: otto.id, by: priya.id });
      const [letter] = await post();
      const [, kind, words] = /notices\/stop\/(\w+)\/(\S+)/.exec(letter?.text ?? '') ?? [];
      expect(await readStopLink(app, kind, words)).toMatchObject({ kind: 'item', person: otto.id });
      expect(
        (await readNoticesPage(app, otto)).choices.find((each) => each.kind === 'item')?.choice.mail,
      ).toBe('now');
      expect(await stopByLink(app, 'mention', words)).toBe(false);
      expect(await stopByLink(app, 'toString', words)).toBe(false);
      expect(await stopByLink(app, kind, `${words}x`)).toBe(false);
      expect(await stopByLink(app, kind, words)).toBe(true);
      expect((await readNewNotices(app, otto)).filter((each) => each.kind === 'item')).toEqual([]);
      // stopped while a letter waits: it says nothing any more
      await chooseNotices(app, otto.id, 'item', { shown: true, mail: 'now' });
      await tellOfItem(engine.db, app, { id: await anItem(), review, owner: otto.id, by: priya.id });
      await stopNotices(app, otto.id, 'item');
      expect(await post()).toEqual([]);
    });

    test('[N9] once a day, at 8:00 where its reader is, what is new and unread goes in one letter; where there is nothing, none', async () => {
      const { app, review, otto, at } = field;
      at('2026-11-24T12:00:00Z');
      await chooseNotices(app, otto.id, 'answer', { shown: true, mail: 'daily' });
      const about = (name: string, instant: string, kind: NoticeKind = 'answer') =>
        insertNotices(engine.db, [
          { person: otto.id, kind, what: 'answered', about: name, review, at: at(instant) },
        ]);
      expect(await queueDigests(app)).toBe(0);
      await about('first', '2026-11-24T13:00:00Z');
      await about('second', '2026-11-24T14:00:00Z');
      await about('of a kind not chosen', '2026-11-24T14:00:00Z', 'mention');
      at('2026-11-25T06:59:00Z');
      expect(await queueDigests(app)).toBe(0);
      at('2026-11-25T07:00:00Z');
      expect([await queueDigests(app), await queueDigests(app)]).toEqual([1, 0]);
      const [letter, ...more] = await post();
      expect(more).toEqual([]);
      expect(letter?.subject).toBe('Your day in Soak');
      expect(letter?.text.match(/There:/g)).toHaveLength(2);
      expect(letter?.text).toContain('/notices/stop/answer/');
      at('2026-11-26T07:00:00Z');
      expect(await queueDigests(app)).toBe(0);
      // it happened before that letter and was committed after it
      await about('committed late', '2026-11-26T06:59:30Z');
      at('2026-11-27T07:00:00Z');
      expect(await queueDigests(app)).toBe(1);
      expect((await post())[0]?.text.match(/There:/g)).toHaveLength(1);
      // read in Soak meanwhile: nothing to send
      await about('third', '2026-11-27T10:00:00Z');
      at('2026-11-28T07:00:00Z');
      expect(await queueDigests(app)).toBe(1);
      await readSome(app, otto, 'all');
      expect(await post()).toEqual([]);
    });

    test('[N8] a kind that is stopped is not shown, whatever it is', async () => {
      const { app, review, otto, at } = field;
      const now = at('2026-12-01T09:00:00Z');
      for (const kind of NOTICE_KINDS) {
        await chooseNotices(app, otto.id, kind, { shown: true, mail: 'never' });
        await insertNotices(engine.db, [
          { person: otto.id, kind, what: 'changed', about: `stop ${kind}`, review, at: now },
        ]);
        await stopNotices(app, otto.id, kind);
      }
      expect(await listNotices(engine.db, otto.id, { now, where: 'soak', most: 99 })).toEqual([]);
    });
  }));
