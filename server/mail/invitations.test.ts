import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { forEachEngine } from '#db/testing.ts';
import { tellAgain, tellOfChanges } from '../calendar/tell-of-changes.ts';
import { cancelMeeting } from '../meetings/cancel-meeting.ts';
import { editPlan } from '../meetings/edit-plan.ts';
import { aMeeting, aPlan, makePrivate, type RoomField } from '../meetings/testing.ts';
import { editReview } from '../reviews/edit-review.ts';
import { LETTERS_AT_ONCE, type MailServer, mailServer } from './mail-server.server.ts';
import { sendDueLetters } from './send-due-letters.ts';
import { type PostOffice, postOffice } from './testing.ts';

describe('letters about meetings', () =>
  forEachEngine((engine) => {
    let office: PostOffice;
    let server: MailServer;
    let field: RoomField;
    const outage = { inARow: 0 };
    let title = 'A database deleted on the wrong host';

    beforeAll(async () => {
      office = await postOffice();
      server = mailServer({ url: office.url, from: 'soak@example.org' });
      field = await aMeeting(engine.db, { callLink: 'https://call.example.org/room' });
      field.app.mail = { from: 'soak@example.org' };
    });
    afterAll(async () => {
      server.close();
      await office.close();
    });

    const tell = async () => {
      while ((await tellOfChanges(field.app)) > 0);
    };
    const send = async (by: Pick<MailServer, 'send'> = server) => {
      const options = { outage, atOnce: LETTERS_AT_ONCE, goOn: () => true };
      while ((await sendDueLetters(field.app, by, options)) > 0);
    };
    /** What came since the last time it was asked. */
    const post = async () => {
      await tell();
      await send();
      return office.received.splice(0);
    };
    const replan = (changes: Parameters<typeof aPlan>[1]) =>
      editPlan(field.app, field.analyst, field.meeting_, {
        ...aPlan(field, { callLink: 'https://call.example.org/room', title, ...changes }),
      });
    const rows = () =>
      engine.db
        .selectFrom('mail_outbox')
        .selectAll()
        .where('meeting_id', '=', field.meeting_)
        .orderBy('id')
        .execute();

    test('[N1] planning writes to each person named, one letter each, with time, zone and link in its text and the file a calendar takes', async () => {
      const letters = await post();
      expect(letters.map(({ to }) => to).sort()).toEqual([field.felicity.email, field.priya.email].sort());
      const priyas = letters.find(({ to }) => to === field.priya.email);
      if (!priyas) throw new Error('no letter');
      const { mail, raw, event, method, sequence } = priyas;
      expect([method, sequence]).toEqual(['REQUEST', 0]);
      expect(mail.to).toEqual([{ name: 'Priya', address: field.priya.email }]);
      expect(mail.from).toEqual({ name: 'Soak', address: 'soak@example.org' });
      expect(mail.subject).toBe(
        'You are invited: A database deleted on the wrong host, Wed 18 Nov, 10:10 (Berlin time)',
      );
      expect(mail.text).toContain('Wednesday 18 November, 10:10 to 11:10 (Berlin time)');
      expect(mail.text).toContain(`http://soak.test/meetings/${field.meeting_}`);
      expect(mail.text).toMatch(/Yes: {4}http:\/\/soak\.test\/answer\/[a-z2-7.]{65}\?say=yes/);
      // P11: who is invited may say whether they may be called on; who facilitates calls
      expect(mail.text).toMatch(/Choose: +http:\/\/soak\.test\/call-on\/[\w.-]+/);
      expect(mail.text).toContain('Answers given in a calendar do not reach Soak.');
      // IANA's text on the media type: its method is the file's own
      expect(raw).toMatch(/Content-Type: text\/calendar; charset=utf-8; method=REQUEST/i);
      const attendees = event.getAllProperties('attendee');
      expect(attendees).toHaveLength(1);
      expect(attendees[0]?.getParameter('role')).toBe('OPT-PARTICIPANT');
      expect(attendees[0]?.getParameter('rsvp')).toBe('TRUE');
      expect(String(attendees[0]?.getFirstValue()).toLowerCase()).toBe(`mailto:${field.priya.email}`);
      expect(event.getFirstPropertyValue('organizer')).toBe('mailto:soak@example.org');
      expect(String(event.getFirstPropertyValue('dtstart'))).toBe('2026-11-18T09:10:00Z');
      expect(event.getFirstPropertyValue('location')).toBe('https://call.example.org/room');
      expect(event.getFirstPropertyValue('class')).toBe('PRIVATE');
      const felicitys = letters.find(({ to }) => to === field.felicity.email);
      expect(felicitys?.mail.text).not.toContain('/call-on/');
      expect(felicitys?.event.getFirstProperty('attendee')?.getParameter('role')).toBe('CHAIR');
      expect(await post()).toEqual([]);
      // what was handed over lies nowhere any more
      expect((await rows()).map(({ facts, state }) => [facts, state])).toEqual([
        [null, 'handed over'],
        [null, 'handed over'],
      ]);
    });

    test('[N2] a move keeps the UID, raises the number and says the time before; a new title does not raise it', async () => {
      const [uid] = (await engine.db.selectFrom('calendar_entries').select('uid').execute()).map(
        ({ uid }) => uid,
      );
      await replan({ time: '11:10' });
      const moved = await post();
      expect(moved.map(({ method, sequence }) => [method, sequence])).toEqual([
        ['REQUEST', 1],
        ['REQUEST', 1],
      ]);
      for (const { event, mail } of moved) {
        expect(event.getFirstPropertyValue('uid')).toBe(uid);
        expect(mail.text).toContain('Before: Wed 18 Nov, 10:10 (Berlin time)');
        expect(mail.subject).toMatch(/^It has moved: /);
      }
      // bad input 32: what would be a line of its own in a letter's head is none
      title = 'Gräbt, "tief"; 🕳️\\, und weiter\r\nBcc: everyone@example.org';
      // named twice in one plan, and once as who leads it: one letter each
      await replan({ time: '11:10', invited: [field.priya.id, field.priya.id, field.felicity.id] });
      const renamed = await post();
      expect(renamed.map(({ sequence }) => sequence)).toEqual([1, 1]);
      // bad input 31: one event, one line, whatever the title holds
      expect(renamed[0]?.event.getFirstPropertyValue('summary')).toBe(title.replace('\r\n', '\n'));
      expect(renamed[0]?.mail.subject?.replace(/\s+/g, ' ')).toContain(title.replace('\r\n', ' '));
      expect(renamed[0]?.mail.bcc).toBeUndefined();
      expect(renamed[0]?.raw.split('\r\n\r\n')[0]).not.toMatch(/^bcc:/im);
    });

    test('[N2] who is uninvited hears it alone, without STATUS; invited again they get a newer number', async () => {
      await replan({ time: '11:10', invited: [] });
      const [gone, ...others] = await post();
      expect(others).toEqual([]);
      expect([gone?.to, gone?.method, gone?.sequence]).toEqual([field.priya.email, 'CANCEL', 2]);
      expect(gone?.event.getFirstPropertyValue('status')).toBeNull();
      await replan({ time: '11:10', invited: [field.priya.id] });
      const letters = await post();
      const back = letters.find(({ to }) => to === field.priya.email);
      expect([back?.method, back?.sequence]).toEqual(['REQUEST', 3]);
    });

    test('[N4] a server that puts off, is away or refuses: it is said in words, the order holds, nothing is lost', async () => {
      const says = async () => (await rows()).filter(({ done_at, said }) => done_at === null && said !== '');
      const priya = field.priya.email;
      office.answers.set(priya, { code: 450, words: 'greylisted, come again' });
      await replan({ time: '12:10' });
      expect((await post()).map(({ to }) => to)).toEqual([field.felicity.email]);
      expect((await says())[0]?.said).toMatch(
        /^The mail server asked for another time: “450 greylisted, come again”/,
      );
      await replan({ time: '12:40' });
      // the newer letter waits behind the older one
      expect((await post()).map(({ to, sequence }) => [to, sequence])).toEqual([[field.felicity.email, 5]]);
      office.answers.clear();
      expect(await post()).toEqual([]);
      field.at('2026-11-18T09:02:00Z');
      expect((await post()).map(({ to, sequence }) => [to, sequence])).toEqual([
        [priya, 4],
        [priya, 5],
      ]);

      await replan({ time: '13:10' });
      await tell();
      const nobody = mailServer({ url: 'smtp://127.0.0.1:1', from: 'soak@example.org' });
      await send(nobody);
      nobody.close();
      expect((await says()).map(({ said, tries }) => [said, tries])).toEqual([
        ['The mail server did not answer.', 0],
        ['The mail server did not answer.', 0],
      ]);
      field.at('2026-11-18T09:03:00Z');
      expect((await post()).map(({ sequence }) => sequence)).toEqual([6, 6]);

      office.answers.set(priya, { code: 550, words: 'no such\r\n person' });
      await replan({ time: '13:40' });
      expect((await post()).map(({ to }) => to)).toEqual([field.felicity.email]);
      const last = (await rows()).filter(({ person_id }) => person_id === field.priya.id).at(-1);
      expect(last?.state).toBe('given up');
      expect(last?.said).toMatch(/^The mail server refused it: “550 no such/);
      office.answers.clear();
    });

    test('[N4, N5] a server that answers slowly holds up nothing else, and one that drops what it took leaves no more than “taken”', async () => {
      const again = () => tellAgain(field.app, field.meeting_, [field.priya.id]);
      await again();
      office.holdsMs = 400;
      office.drops = true;
      let isSent = false;
      const sending = send().then(() => {
        isSent = true;
      });
      await again();
      expect(isSent).toBe(false);
      await sending;
      await send();
      Object.assign(office, { holdsMs: 0, drops: false });
      expect(office.received).toEqual([]);
      expect(new Set((await rows()).slice(-2).map(({ state }) => state))).toEqual(new Set(['handed over']));
      await again();
      expect((await post()).map(({ to }) => to)).toEqual([field.priya.email]);
    });

    test('[N4] two nodes that send at once send each letter once', async () => {
      await replan({ time: '14:10' });
      await tell();
      await Promise.all([send(), send()]);
      const sent = office.received.splice(0).map(({ to }) => to);
      expect(sent.sort()).toEqual([field.felicity.email, field.priya.email].sort());
    });

    test('[N1] one entry that cannot be told holds up no other, and is thrown once they are told', async () => {
      await field.meeting('review', {
        startsAt: '2026-11-19T09:00:00Z',
        facilitator: field.felicity,
      });
      await replan({ time: '15:10' });
      const { random } = field.app;
      const bytes = (length: number) => {
        if (drawn++ === 0) throw new Error('no');
        return random.bytes(length);
      };
      let drawn = 0;
      const broken = { ...field.app, random: { ...random, bytes } };
      await expect(tellOfChanges(broken)).rejects.toThrow('no');
      // noted, though not queued; what is changed meanwhile comes after it
      await replan({ time: '15:20' });
      expect(await tellOfChanges(field.app)).toBe(1);
      expect(await tellOfChanges(field.app)).toBe(0);
      await send();
      const priyas = office.received.splice(0).filter(({ to }) => to === field.priya.email);
      const [first = 0] = priyas.map(({ sequence }) => sequence);
      expect(
        priyas.map(({ sequence, mail }) => [
          sequence,
          /at (\d\d:\d\d)|, (\d\d:\d\d)/.exec(mail.text ?? '')?.[0],
        ]),
      ).toEqual([
        [first, expect.stringContaining('15:10')],
        [first + 1, expect.stringContaining('15:20')],
      ]);
    });

    test('[N2, N6] a review that becomes private is called a review meeting outside, in letters that went out before too; cancelling tells everybody invited, with its reason', async () => {
      // what it is called in their calendars goes the same way, under the number each has
      const facts = {
        kind: 'incident',
        happenedOn: '2026-11-10',
        happenedUntil: null,
        zone: 'Europe/Berlin',
      } as const;
      const rights = { privacy: 'private', roomMayWrite: false, guestsMayJoin: false } as const;
      const rest = { namesOrRoles: 'names', sourceNote: '', closestTeams: [] } as const;
      await editReview(field.app, field.analyst, field.review, { ...facts, ...rights, ...rest });
      const renamed = await post();
      expect(renamed.map(({ method, sequence }) => [method, sequence])).toEqual([
        ['REQUEST', 10],
        ['REQUEST', 10],
      ]);
      for (const { event, mail } of renamed) {
        expect(event.getFirstPropertyValue('summary')).toBe('Review meeting');
        expect(mail.text).not.toContain('Gräbt');
      }
      await makePrivate(field, [field.priya]);
      await cancelMeeting(field.app, field.analyst, field.meeting_, { reason: 'Two of us are ill.' });
      const letters = await post();
      expect(letters.map(({ method, sequence }) => [method, sequence])).toEqual([
        ['CANCEL', 11],
        ['CANCEL', 11],
      ]);
      for (const { event, mail, raw } of letters) {
        expect(event.getFirstPropertyValue('status')).toBe('CANCELLED');
        expect(event.getFirstPropertyValue('summary')).toBe('Review meeting');
        expect(mail.text).toContain('The reason given: Two of us are ill.');
        expect(raw).not.toContain('Gr=C3=A4bt');
        expect(mail.text).not.toContain('Gräbt');
      }
      expect(await post()).toEqual([]);
    });

    test('[N1] without a mail server entries are kept and nothing is queued', async () => {
      delete field.app.mail;
      const other = await field.meeting('review', {
        startsAt: '2026-11-20T09:00:00Z',
        facilitator: field.felicity,
      });
      await tell();
      const kept = await engine.db
        .selectFrom('calendar_entries')
        .selectAll()
        .where('meeting_id', '=', other)
        .execute();
      expect(kept).toHaveLength(1);
      const queued = await engine.db
        .selectFrom('mail_outbox')
        .select('id')
        .where('meeting_id', '=', other)
        .execute();
      expect(queued).toEqual([]);
    });
  }));
