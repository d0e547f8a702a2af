import { describe, expect, test } from 'vitest';
import { roomName, writeUpName } from '#collab/document/document-names.ts';
import { findGuest, GONE_GUEST, listGuests } from '#db/guests.ts';
import { listStages } from '#db/meeting-stages.ts';
import { listPeople } from '#db/people.ts';
import { updateReview } from '#db/reviews.ts';
import { saveOwnText } from '#db/silent-texts.ts';
import { forEachEngine } from '#db/testing.ts';
import type { Command } from '#domain/meeting/command.ts';
import { isRefused } from '#domain/refused.ts';
import { readAnswerLink, signAnswerLink } from '../answer-links.ts';
import type { SignedIn } from '../app.ts';
import { decideAccess } from '../collab/decide-access.ts';
import { answerByLink, callOnWordsOf, readCallOn, readCallOnLink } from '../meetings/call-on.ts';
import { forgetAfterADay } from '../meetings/forget-after-a-day.ts';
import { readRoom } from '../meetings/read-room.ts';
import { runCommand } from '../meetings/run-command.ts';
import { aMeeting, type RoomField } from '../meetings/testing.ts';
import { identify } from '../people/identify.ts';
import { editReview } from '../reviews/edit-review.ts';
import { controlGuests, type GuestDeed, readGuestControl } from './control-guests.ts';
import type { Guest } from './guest.ts';
import { guestCookie, readGuestCookie } from './guest-cookie.ts';
import { identifyGuest } from './identify-guest.ts';
import { joinByCode } from './join-by-code.ts';
import { readStage } from './read-stage.ts';

const NOTHING = { title: '', standfirst: '', sections: [], findings: [], moments: [] };
let presses = 0;

async function guests(db: Parameters<typeof aMeeting>[0]) {
  const made = await aMeeting(db);
  const app = { ...made.app, collab: { ...made.app.collab, readWriteUp: async () => NOTHING } };
  const field: RoomField = { ...made, app };
  await updateReview(db, field.review, { guests_may_join: true });
  const does = (deed: GuestDeed, who: SignedIn = field.felicity) =>
    controlGuests(app, who, field.meeting_, deed);
  const code = async (): Promise<string> => {
    const done = await does({ do: 'make' });
    if (!('code' in done) || !done.code) throw new Error(JSON.stringify(done));
    return done.code.code;
  };
  const join = (typed: string, name = 'Lena', address = '192.0.2.1') =>
    joinByCode(app, { code: typed, name, address });
  const comesIn = async (typed: string, name = 'Lena') => {
    const joined = await join(typed, name);
    if (isRefused(joined)) throw new Error(joined.refused);
    if (joined.words === null) throw new Error('inside already');
    const cookie = guestCookie(joined.words, app.origin).split(';')[0] ?? '';
    const guest = await identifyGuest(app, cookie);
    if (!guest) throw new Error('no guest');
    return { cookie, guest };
  };
  const press = async (guest: Guest, command: Command) =>
    runCommand(app, guest, field.meeting_, {
      command,
      expectedRev: await field.rev(),
      key: `guest-press-${++presses}`,
    });
  return { ...field, does, code, join, comesIn, pressAs: press };
}
const letsGuestsIn = ({ app, analyst, review }: RoomField, guestsMayJoin: boolean) =>
  editReview(app, analyst, review, {
    kind: 'incident',
    happenedOn: '2026-11-17',
    happenedUntil: null,
    zone: 'Europe/Berlin',
    privacy: 'open',
    roomMayWrite: false,
    guestsMayJoin,
    namesOrRoles: 'names',
    sourceNote: '',
    closestTeams: [],
  });
const statusOf = (asked: Promise<unknown>) =>
  asked.then(
    () => 200,
    (error) => (error as { init?: { status?: number } }).init?.status,
  );

forEachEngine((engine) => {
  describe('guests', () => {
    test('[G1] [G2] one comes in by the code, takes part under a name of theirs, and reaches nothing else', async () => {
      const field = await guests(engine.db);
      const { app, meeting_, review, felicity, priya, press, pressAs } = field;
      expect(await statusOf(field.does({ do: 'make' }, priya))).toBe(403);
      const { guest, cookie } = await field.comesIn(await field.code());
      expect(await identify(app, cookie)).toBeNull();
      await press(felicity, { command: 'start' });
      await pressAs(guest, { command: 'seen' });
      const raised = await pressAs(guest, { command: 'raise-hand', type: 'question' });
      expect(raised).toMatchObject({ state: { waiting: [{ by: { name: 'Lena' } }] } });
      expect(
        await pressAs(guest, { command: 'capture', kind: 'insight', words: 'So quiet.' }),
      ).toHaveProperty('state.captures.0.notedBy.name', 'Lena');
      expect(await pressAs(guest, { command: 'ready', ready: true })).toHaveProperty('rev');
      for (const command of [{ command: 'next' }, { command: 'take-over' }] as const)
        expect(await pressAs(guest, command), command.command).toHaveProperty('forbidden');
      expect(await pressAs(guest, { command: 'seal', words: 'Fix it' })).toHaveProperty('forbidden');
      const room = await readRoom(app, guest, meeting_);
      expect(room).toMatchObject({ facilitator: null, own: { actor: { guest: true, steers: false } } });
      expect(JSON.stringify(room)).not.toContain('only facilitators');
      expect(await readStage(app, guest, meeting_)).toMatchObject({
        stage: { title: 'Welcome', content: [] },
      });
      // another meeting, and the review's own documents
      const other = await guests(engine.db);
      expect(await statusOf(readRoom(app, guest, other.meeting_))).toBe(404);
      expect(await statusOf(readStage(app, guest, other.meeting_))).toBe(404);
      expect(await decideAccess(app, guest, roomName(meeting_))).toBe('read');
      expect(await decideAccess(app, guest, roomName(other.meeting_))).toBeNull();
      expect(await decideAccess(app, guest, writeUpName(review, 1))).toBeNull();
      // nobody can make one facilitate, and lists of people do not have them
      expect(await press(felicity, { command: 'roles', facilitators: [guest.id] })).toHaveProperty('refused');
      expect((await listPeople(engine.db)).some(({ id }) => id === guest.id)).toBe(false);
    });

    test('[G1] [G3] [P7] a changed code lets nobody new in; an ended one, and a review that takes no guests any more, let all go', async () => {
      const field = await guests(engine.db);
      const { app, does, join, comesIn } = field;
      const first = await field.code();
      const { cookie, guest } = await comesIn(first);
      const second = await field.code();
      expect(await join(first)).toHaveProperty('refused');
      expect(await identifyGuest(app, cookie)).not.toBeNull();
      const other = await comesIn(second, 'Noor');
      expect(await does({ do: 'remove', guest: guest.id })).toMatchObject({ guests: [{ name: 'Noor' }] });
      expect(await identifyGuest(app, cookie)).toBeNull();
      await letsGuestsIn(field, false);
      expect(await identifyGuest(app, other.cookie)).toBeNull();
      expect(await does({ do: 'make' })).toHaveProperty('refused');
      expect(await join(second)).toHaveProperty('refused');
      await letsGuestsIn(field, true);
      // switched on again it opens nothing of before
      expect(await identifyGuest(app, other.cookie)).toBeNull();
      expect(await join(second)).toHaveProperty('refused');
      await does({ do: 'end' });
      expect(await identifyGuest(app, other.cookie)).toBeNull();
      expect(await readGuestControl(app, field.felicity, field.meeting_)).toEqual({
        code: null,
        refusal: null,
        guests: [],
      });
    });

    test('[G3] codes that fit nothing are counted for their address, and from the fifth on each makes the next wait', async () => {
      const { code, join } = await guests(engine.db);
      const right = await code();
      for (let at = 0; at < 5; at += 1)
        expect(await join('ABCD EFGH', 'x', '192.0.2.9')).toHaveProperty('refused');
      expect(await join(right, 'x', '192.0.2.9')).toMatchObject({ refused: expect.stringMatching(/wait/) });
      expect(await join(right, 'x', '192.0.2.10')).toHaveProperty('words');
    });

    test('[G3] many codes sent at once are judged one after another, and those that fit count for nothing', async () => {
      const { code, join } = await guests(engine.db);
      const right = await code();
      const burst = await Promise.all(
        Array.from({ length: 12 }, () => join('ABCD EFGH', 'x', '192.0.2.20').then(JSON.stringify)),
      );
      expect(burst.filter((answer) => answer.includes('opens no meeting'))).toHaveLength(5);
      const all = await Promise.all(
        Array.from({ length: 8 }, (_, at) => join(right, `x${at}`, '192.0.2.21')),
      );
      expect(all.every((one) => 'words' in one)).toBe(true);
    });

    test('[G1] [U2] one browser is one guest: joining again leads back in, and one network brings in forty at once', async () => {
      const { app, code, join, comesIn, meeting_ } = await guests(engine.db);
      const right = await code();
      const { guest } = await comesIn(right);
      const again = { code: right, name: 'Lena', address: '192.0.2.1' };
      expect(await joinByCode(app, { ...again, inside: guest })).toEqual({ meeting: meeting_, words: null });
      expect(await listGuests(app.db, meeting_)).toHaveLength(1);
      for (let at = 0; at < 40; at += 1) await join(right, 'x', '192.0.2.30');
      expect(await join(right, 'x', '192.0.2.30')).toMatchObject({
        refused: expect.stringContaining('from this network'),
      });
      expect(await join(right, 'x', '192.0.2.31')).toHaveProperty('words');
    });

    test('[G2] a guest reads of what was said no more than the stage and the projection show', async () => {
      const field = await guests(engine.db);
      const { app, felicity, press, meeting_ } = field;
      const { guest } = await field.comesIn(await field.code());
      await press(felicity, { command: 'start' });
      for (let at = 0; at < 14; at += 1)
        await press(felicity, {
          command: 'capture',
          kind: 'insight',
          words: `Insight ${at}`,
          claim: 'Claim',
        });
      expect((await readRoom(app, felicity, meeting_)).captures).toHaveLength(14);
      const { captures, state } = await readRoom(app, guest, meeting_);
      expect(captures).toEqual(state.captures);
      expect(captures).toHaveLength(12);
    });

    test('[G1] a day after the end nothing is left of a guest but what they said, as “A guest”', async () => {
      const field = await guests(engine.db);
      const { app, at, press, felicity, priya, pressAs } = field;
      const typed = await field.code();
      const lena = await field.comesIn(typed, 'Lena');
      const noor = await field.comesIn(typed, 'Noor');
      await press(felicity, { command: 'start' });
      await pressAs(lena.guest, { command: 'capture', kind: 'question', words: 'Why then?' });
      const [stage] = await listStages(app.db, field.meeting_);
      if (stage)
        await saveOwnText(app.db, {
          meeting: field.meeting_,
          stage: stage.id,
          author: noor.guest.id,
          words: 'Never shown',
        });
      at('2026-11-18T10:00:00Z');
      await press(felicity, { command: 'end' });
      at('2026-11-19T09:59:00Z');
      await forgetAfterADay(app);
      expect(await identifyGuest(app, lena.cookie)).not.toBeNull();
      at('2026-11-19T10:01:00Z');
      expect(await identifyGuest(app, lena.cookie)).toBeNull();
      await forgetAfterADay(app);
      expect(await listGuests(app.db, field.meeting_)).toEqual([]);
      expect(
        await findGuest(app.db, readGuestCookie(noor.cookie, app.origin)?.split('.')[0] ?? ''),
      ).toBeNull();
      const rows = await app.db
        .selectFrom('people')
        .select(['id', 'name'])
        .where('id', 'in', [lena.guest.id, noor.guest.id])
        .execute();
      expect(rows.map(({ id, name }) => [id, name])).toEqual([[lena.guest.id, GONE_GUEST]]);
      const { captures } = await readRoom(app, priya, field.meeting_);
      expect(captures).toMatchObject([{ words: 'Why then?', notedBy: { name: GONE_GUEST } }]);
    });
  });

  describe('may I call on you?', () => {
    test('[P11] a link is its recipient’s alone, for one purpose, and changes nothing by being opened; answers are for facilitators', async () => {
      const { app, felicity, priya, otto, meeting_ } = await guests(engine.db);
      const words = (await callOnWordsOf(app, meeting_, [priya.id])).get(priya.id) ?? '';
      expect(await readCallOnLink(app, otto, words)).toBeNull();
      expect(await readCallOnLink(app, priya, words)).toMatchObject({ answer: null, open: true });
      expect(await readCallOn(app, felicity, meeting_)).toEqual({ own: null, answers: [] });
      for (const answer of ['no', 'warned'] as const) await answerByLink(app, priya, words, answer);
      expect(await readCallOn(app, priya, meeting_)).toEqual({ own: 'warned', answers: null });
      expect(await readCallOn(app, felicity, meeting_)).toMatchObject({
        answers: [{ name: 'Priya', answer: 'warned' }],
      });
      await answerByLink(app, priya, words, null);
      expect(await readCallOn(app, felicity, meeting_)).toMatchObject({ answers: [] });
      expect(await statusOf(answerByLink(app, otto, words, 'yes'))).toBe(404);
      const other = await signAnswerLink(app, { purpose: 'other', about: meeting_, person: priya.id });
      expect(await readAnswerLink(app, 'call-on', other)).toBeNull();
      for (const wrong of [undefined, '', 'a.b.c', `${words}x`, words.replace(priya.id, otto.id)])
        expect(await readAnswerLink(app, 'call-on', wrong), String(wrong)).toBeNull();
    });
  });
});
