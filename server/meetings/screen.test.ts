import { describe, expect, test } from 'vitest';
import { LEFT_OUT } from '#db/backup/left-out.ts';
import { updatePerson } from '#db/people.ts';
import { forEachEngine } from '#db/testing.ts';
import { FIRST_CHOICES, projectScreen } from '#domain/meeting/screen.ts';
import type { SignedIn } from '../app.ts';
import { identifyToken } from '../people/identify.ts';
import { identifyBearer } from '../tokens/identify-bearer.ts';
import { controlScreen, readScreenControl, type ScreenDeed } from './control-screen.ts';
import { findScreenBy } from './find-screen.ts';
import { readRoom } from './read-room.ts';
import { awaitScreen, readScreen } from './read-screen.ts';
import { readScreenCookie, screenCookie } from './screen-cookie.ts';
import { aMeeting, makePrivate, type RoomField } from './testing.ts';

const NOTHING = { title: '', standfirst: '', sections: [], findings: [], moments: [] };

/** A field whose write-up is empty; rows are what these tests are about. */
async function aScreen(db: Parameters<typeof aMeeting>[0]) {
  const made = await aMeeting(db);
  const app = { ...made.app, collab: { ...made.app.collab, readWriteUp: async () => NOTHING } };
  const field: RoomField = { ...made, app };
  const does = (deed: ScreenDeed, who: SignedIn = field.felicity) =>
    controlScreen(app, who, field.meeting_, deed);
  const opened = async (): Promise<string> => {
    const done = await does({ do: 'make' });
    if (!('words' in done) || !done.words) throw new Error(JSON.stringify(done));
    return done.words;
  };
  const reads = (words: string | null, meeting: string = field.meeting_) => readScreen(app, meeting, words);
  return { ...field, does, opened, reads };
}
const statusOf = (asked: Promise<unknown>) =>
  asked.then(
    () => 200,
    (error) => (error as { init?: { status?: number } }).init?.status,
  );

forEachEngine((engine) => {
  describe('the door of a screen', () => {
    test('[M21] a facilitator opens it with one press; a reader is refused, a stranger finds nothing', async () => {
      const field = await aScreen(engine.db);
      const { does, priya, opened, reads, analyst } = field;
      expect(await statusOf(does({ do: 'make' }, priya))).toBe(403);
      expect(await statusOf(readScreenControl(field.app, analyst, field.meeting_))).toBe(403);
      const words = await opened();
      expect(await reads(words)).toMatchObject({ shown: { blank: false, phase: 'lobby', stage: null } });
      await makePrivate(field, [field.felicity]);
      expect(await statusOf(does({ do: 'make' }, field.otto))).toBe(404);
    });

    test('[M21] a wrong, changed, another meeting’s, replaced or ended token is one and the same nothing', async () => {
      const one = await aScreen(engine.db);
      const two = await aScreen(engine.db);
      const words = await one.opened();
      const [id = '', secret = ''] = words.split('.');
      const other = await two.opened();
      const wrong = [null, '', 'x', words.toUpperCase(), `${id}.${'a'.repeat(32)}`, `${secret}.${id}`, other];
      for (const bad of wrong) expect(await one.reads(bad), String(bad)).toBeNull();
      expect(await one.reads(words, two.meeting_)).toBeNull();
      expect(await one.reads(words, 'not-an-id')).toBeNull();
      const renewed = await one.opened();
      expect(await one.reads(words)).toBeNull();
      expect(await one.reads(renewed)).not.toBeNull();
      await one.does({ do: 'end' });
      expect(await one.reads(renewed)).toBeNull();
      expect(await one.does({ do: 'choose', blank: true })).toHaveProperty('refused');
    });

    test('[M21] [M2] it ends with the time in which its meeting could be reopened, and reopens with it before', async () => {
      const { press, felicity, at, opened, reads, does } = await aScreen(engine.db);
      const words = await opened();
      await press(felicity, { command: 'start' });
      at('2026-11-18T10:00:00Z');
      await press(felicity, { command: 'end' });
      expect(await reads(words)).toMatchObject({ shown: { phase: 'ended', stage: null } });
      at('2026-11-19T09:59:00Z');
      expect(await reads(words)).not.toBeNull();
      at('2026-11-19T10:01:00Z');
      expect(await reads(words)).toBeNull();
      expect(await does({ do: 'make' })).toHaveProperty('refused');
    });

    test('[P7] [M21] it shows what its maker may see: once they are deactivated, or may not read the review, it is dark', async () => {
      const field = await aScreen(engine.db);
      const { press, felicity, priya, opened, reads, app } = field;
      const words = await opened();
      await updatePerson(app.db, felicity.id, { deactivated_at: app.clock.now() });
      expect(await reads(words)).toBeNull();
      await updatePerson(app.db, felicity.id, { deactivated_at: null });
      expect(await reads(words)).not.toBeNull();
      await press(felicity, { command: 'roles', facilitators: [felicity.id, priya.id] });
      // handing over does not put the wall out in the middle of a meeting
      await press(priya, { command: 'roles', facilitators: [priya.id] });
      expect(await reads(words)).not.toBeNull();
      await makePrivate(field, [priya]);
      expect(await reads(words)).toBeNull();
    });

    test('[P7] [P9] its token opens nothing else: it is no sign-in and no token of a program', async () => {
      const { app, opened, meeting_ } = await aScreen(engine.db);
      const words = await opened();
      expect(await identifyToken(app, words)).toBeNull();
      expect(await identifyBearer(app, words)).toBeNull();
      const cookie = screenCookie(words, meeting_, 'https://soak.test');
      expect(cookie).toContain(`; Path=/meetings/${meeting_}/screen; HttpOnly; SameSite=Strict`);
      expect(cookie).toMatch(/^__Secure-soak-screen=.*; Secure$/);
      expect(readScreenCookie(`a=b; ${cookie}`, 'https://soak.test')).toBe(words);
      expect(readScreenCookie(`a=b; ${cookie}`, 'http://soak.test')).toBeNull();
    });

    test('[M21] of the secret only a hash is stored, no backup holds it, and the audit names the meeting alone', async () => {
      const { app, opened, meeting_ } = await aScreen(engine.db);
      const [, secret = ''] = (await opened()).split('.');
      const row = await app.db
        .selectFrom('meeting_screens')
        .selectAll()
        .where('meeting_id', '=', meeting_)
        .executeTakeFirstOrThrow();
      expect(JSON.stringify(row)).not.toContain(secret);
      expect(LEFT_OUT.meeting_screens).toBeDefined();
      const audit = await app.db
        .selectFrom('audit')
        .selectAll()
        .where('action', '=', 'opened a screen')
        .execute();
      expect(JSON.stringify(audit)).not.toContain(secret);
    });
  });

  describe('what a screen is told', () => {
    test('[M21] nothing beyond what everyone in the room has: its answer comes from the projection and the write-up alone', async () => {
      const field = await aScreen(engine.db);
      const { press, felicity, priya, otto, app, meeting_, opened, reads, at } = field;
      await press(felicity, { command: 'start' });
      await press(priya, { command: 'note', words: 'private note of Priya' });
      await press(priya, { command: 'seal', words: 'sealed idea of Priya' });
      await press(priya, { command: 'park', words: 'a parked tangent' });
      await press(priya, { command: 'capture', kind: 'insight', words: 'unconfirmed', forPerson: otto.id });
      for (const [seconds, who] of [priya, otto, felicity].entries()) {
        at(`2026-11-18T09:00:0${seconds}Z`);
        await press(who, { command: 'raise-hand', type: 'question', words: `words of ${who.name}` });
      }
      const words = await opened();
      const answer = await reads(words);
      const everyone = (await readRoom(app, otto, meeting_)).state;
      const rows = everyone.stages.map(({ id }) => ({ id, prompt: '', targets: [] }));
      // made from the projection of somebody without any right beyond being there, it is the same to the letter
      expect(answer?.shown).toEqual(projectScreen(everyone, rows, NOTHING, FIRST_CHOICES, app.clock.now()));
      expect(JSON.stringify(answer)).not.toMatch(
        /private note|sealed idea|parked tangent|unconfirmed|only facilitators|words of|Felicity/,
      );
      expect(JSON.stringify(answer)).toMatch(/Priya.*Otto/);
    });

    test('[M21] a held question is answered when the group moves, the screen is blanked, or it ends', async () => {
      const { press, felicity, app, meeting_, opened, reads, does } = await aScreen(engine.db);
      await press(felicity, { command: 'start' });
      const words = await opened();
      const mark = (await reads(words))?.mark ?? '';
      const { signal } = new AbortController();
      const holds = (after: string) => awaitScreen(app, meeting_, words, after, signal);
      const moved = holds(mark);
      await press(felicity, { command: 'next' });
      const then = await moved;
      expect(then).toMatchObject({ shown: { stage: { title: 'Walk' } } });
      if (then === null || then === 'unchanged') throw new Error('nothing new');
      const blanked = holds(then.mark);
      await does({ do: 'choose', blank: true });
      expect(await blanked).toMatchObject({ shown: { blank: true } });
      const shown = await reads(words);
      const ended = holds(shown?.mark ?? '');
      await does({ do: 'end' });
      expect(await ended).toBeNull();
    });

    test('[M21] frozen it stays, with a sign; it can be let go, and a new link starts unfrozen with what was chosen', async () => {
      const { press, felicity, opened, reads, does } = await aScreen(engine.db);
      await press(felicity, { command: 'start' });
      const words = await opened();
      await does({ do: 'choose', frozen: true, showTime: false });
      await press(felicity, { command: 'next' });
      expect(await reads(words)).toMatchObject({ shown: { frozen: true, stage: { title: 'Welcome' } } });
      expect(await does({ do: 'choose', frozen: true })).toMatchObject({
        screen: { frozen: true, answer: { shown: { stage: { title: 'Welcome' } } } },
      });
      expect(await reads(await opened())).toMatchObject({
        shown: { frozen: false, timer: null, stage: { title: 'Walk' } },
      });
    });
  });
});

test('[M21] what is no token is not looked up', async () => {
  const app = {
    get db(): never {
      throw new Error('asked the database');
    },
  } as unknown as Parameters<typeof findScreenBy>[0];
  expect(await findScreenBy(app, crypto.randomUUID(), 'x'.repeat(70))).toBeNull();
});
