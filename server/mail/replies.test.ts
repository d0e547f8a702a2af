import type { AddressInfo } from 'node:net';
import hoodiecrow from 'hoodiecrow-imap';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { withDatabase } from '#db/testing.ts';
import { tellOfChanges } from '../calendar/tell-of-changes.ts';
import { aMeeting, type RoomField } from '../meetings/testing.ts';
import { readNewReplies } from './keep-reading-replies.server.ts';

/** A real IMAP server, and replies as calendar programs write them. */
describe('replies from calendars', () =>
  withDatabase((engine) => {
    const office = hoodiecrow({ plugins: ['ID', 'UNSELECT'], storage: { INBOX: { messages: [] } } });
    let url: string;
    let field: RoomField;
    let uid: string;
    const logged: unknown[] = [];

    beforeAll(async () => {
      await new Promise<void>((done) => office.listen(0, '127.0.0.1', done));
      url = `imap://testuser:testpass@127.0.0.1:${(office.server.address() as AddressInfo).port}`;
      field = await aMeeting(engine.db);
      field.app.mail = { from: 'soak@example.org', readsReplies: true };
      field.app.log = { ...field.app.log, info: (...told) => logged.push(told) };
      while ((await tellOfChanges(field.app)) > 0);
      const entry = await engine.db.selectFrom('calendar_entries').select('uid').executeTakeFirstOrThrow();
      uid = entry.uid;
    });
    afterAll(() => new Promise<void>((done) => office.close(() => done())));

    const arrives = (
      changes: Partial<Record<'from' | 'attendee' | 'says' | 'uid' | 'stamp' | 'method', string>> & {
        sequence?: number;
      },
    ) => {
      const { priya } = field;
      const {
        from = priya.email,
        attendee = priya.email,
        says = 'ACCEPTED',
        stamp = '20261118T080000Z',
      } = changes;
      const file = [
        'BEGIN:VCALENDAR',
        'PRODID:-//Somebody//Else 4.2//EN',
        'VERSION:2.0',
        `METHOD:${changes.method ?? 'REPLY'}`,
        'BEGIN:VEVENT',
        `UID:${changes.uid ?? uid}`,
        `SEQUENCE:${changes.sequence ?? 0}`,
        `DTSTAMP:${stamp}`,
        'DTSTART:20261118T091000Z',
        'ORGANIZER:mailto:soak@example.org',
        `ATTENDEE;CN=Priya;PARTSTAT=${says}:MAILTO:${attendee?.toUpperCase()}`,
        'COMMENT:words that belong in no log',
        'END:VEVENT',
        'END:VCALENDAR',
        '',
      ].join('\r\n');
      const raw = [
        `From: Priya <${from}>`,
        'To: soak@example.org',
        'Subject: Accepted: words that belong in no log',
        'MIME-Version: 1.0',
        'Content-Type: multipart/alternative; boundary="half"',
        '',
        '--half',
        'Content-Type: text/plain; charset=utf-8',
        '',
        'Priya has accepted.',
        '--half',
        'Content-Type: text/calendar; charset=utf-8; method=REPLY',
        'Content-Transfer-Encoding: base64',
        '',
        Buffer.from(file).toString('base64').replace(/.{76}/g, '$&\r\n'),
        '--half--',
        '',
      ].join('\r\n');
      office.appendMessage('INBOX', [], false, raw);
    };
    const look = () => readNewReplies(field.app, url);
    const answer = async () =>
      (
        await engine.db
          .selectFrom('invitations')
          .select('answer')
          .where('person_id', '=', field.priya.id)
          .executeTakeFirstOrThrow()
      ).answer;

    test('[P11] what lay in the mailbox before is left alone; then yes, maybe and no are taken, each once', async () => {
      arrives({ says: 'DECLINED' });
      expect(await look()).toBe(0);
      expect(await answer()).toBeNull();
      arrives({ stamp: '20261118T080100Z' });
      expect(await look()).toBe(1);
      expect(await answer()).toBe('yes');
      expect(await look()).toBe(0);
      arrives({ says: 'TENTATIVE', stamp: '20261118T080200Z' });
      arrives({ says: 'DECLINED', stamp: '20261118T080300Z' });
      expect(await look()).toBe(2);
      expect(await answer()).toBe('no');
    });

    test('[P11, bad input 29] forged, replayed and broken replies change nothing, and the log has no word of them', async () => {
      logged.length = 0;
      arrives({ stamp: '20261118T080100Z' });
      arrives({ stamp: '20261118T080400Z', from: 'mallory@example.org' });
      arrives({ stamp: '20261118T080400Z', attendee: 'nobody@example.org', from: 'nobody@example.org' });
      arrives({ stamp: '20261118T080400Z', uid: 'meeting-6f1c2b9e@elsewhere.test' });
      arrives({ stamp: '20261118T080400Z', sequence: 7 });
      arrives({ stamp: '20261118T080400Z', says: 'DELEGATED' });
      arrives({ stamp: '20361118T080400Z' });
      arrives({ stamp: 'yesterday' });
      arrives({ stamp: '20261118T080400Z', method: 'REQUEST' });
      office.appendMessage('INBOX', [], false, 'no mail at all');
      office.appendMessage('INBOX', [], false, 'Content-Type: text/calendar\r\n\r\nBEGIN:VCALENDAR\r\nBEGIN');
      expect(await look()).toBe(11);
      expect(await answer()).toBe('no');
      expect(logged.length).toBeGreaterThan(6);
      expect(JSON.stringify(logged)).not.toMatch(/words that|Priya|example\.org/i);
    });

    test('[P11] a mail no database can be asked about, or that breaks its reading, holds up no other for long', async () => {
      arrives({ stamp: '20261118T080400Z', uid: `${uid}\u0000` });
      arrives({ stamp: '20261118T080400Z', uid: 'u'.repeat(300) });
      expect(await look()).toBe(2);
      arrives({ stamp: 'yesterday' });
      arrives({ stamp: '20261118T080330Z' });
      let falls = 3;
      const info = () => {
        if (falls-- > 0) throw new Error('broken');
      };
      const app = { ...field.app, log: { ...field.app.log, info } };
      const stumbled = new Map<string, number>();
      for (const _ of [1, 2]) await expect(readNewReplies(app, url, stumbled)).rejects.toThrow('broken');
      expect(await readNewReplies(app, url, stumbled)).toBe(2);
      expect(await answer()).toBe('yes');
    });

    test('[A1] no reply touches attendance', async () => {
      expect(await engine.db.selectFrom('attendance').selectAll().execute()).toEqual([]);
    });

    test('[P11] a mailbox that is not there, or a password that is wrong, is said without the password', async () => {
      await expect(readNewReplies(field.app, url.replace('testpass', 'secret'))).rejects.toThrow(
        /^(?!.*secret)/,
      );
      await expect(readNewReplies(field.app, 'imap://a:b@127.0.0.1:1')).rejects.toThrow();
    });
  }));
