import { beforeAll, describe, expect, test } from 'vitest';
import { withDatabase } from '#db/testing.ts';
import { isRefused } from '#domain/refused.ts';
import type { SignedIn } from '../app.ts';
import { invitePerson } from '../settings/invite-person.ts';
import { renewLink } from '../settings/renew-link.ts';
import { joinByToken } from '../tokens/join-by-token.ts';
import { issueToken, listOwnTokens } from '../tokens/own-tokens.ts';
import { acceptLink, readPersonalLink } from './accept-link.ts';
import { identifyToken } from './identify.ts';
import { makeAdminLink } from './make-admin-link.ts';
import { offerSetUp } from './offer-set-up.ts';
import { readLink } from './one-time-link.ts';
import { setUpWorkspace } from './set-up-workspace.ts';
import { signIn } from './sign-in.ts';
import { type TestApp, testApp } from './testing.ts';

const wordsOf = (url: string) => url.split('/').at(-1) ?? '';
const DEVICE = { device: 'Firefox' };

describe('one-time links', () =>
  withDatabase((engine) => {
    let app: TestApp;
    let root: SignedIn;

    beforeAll(async () => {
      app = testApp(() => engine.db);
    });

    const invite = async (name: string) => {
      const email = `${name.toLowerCase()}@example.test`;
      const answer = await invitePerson(app, root, {
        name,
        email,
        startedOn: null,
        role: 'member',
        teams: [],
      });
      if (isRefused(answer)) throw new Error(answer.refused);
      return answer;
    };

    test('an empty workspace is set up once, by the newest link', async () => {
      const older = await offerSetUp(app);
      const url = (await offerSetUp(app)) ?? '';
      expect(url).toMatch(/^http:\/\/127\.0\.0\.1:3000\/set-up\//);
      expect(await readLink(app, app.db, 'set-up', wordsOf(older ?? ''))).toBeNull();
      const link = await readLink(app, app.db, 'set-up', wordsOf(url));
      if (!link) throw new Error('no link');
      const input = {
        workspaceName: 'Works',
        zone: 'Europe/Berlin',
        name: 'Root Person',
        password: 'a long enough one',
      };
      const answers = await Promise.all(
        ['root@example.test', 'rival@example.test'].map((email) =>
          setUpWorkspace(app, link, { ...input, email, ...DEVICE }),
        ),
      );
      expect(answers.filter(isRefused)).toHaveLength(1);
      const token = answers.flatMap((answer) => (isRefused(answer) ? [] : [answer.token]))[0] ?? '';
      root = (await identifyToken(app, token)) as SignedIn;
      expect(root).toMatchObject({ role: 'administrator', faceLetters: 'RP' });
      expect(await offerSetUp(app)).toBeNull();
    });

    test('[P11] opening a link changes nothing, however often', async () => {
      const { url } = await invite('Grace');
      for (let each = 0; each < 3; each++)
        expect(await readPersonalLink(app, 'join', wordsOf(url))).toMatchObject({
          person: { name: 'Grace' },
        });
    });

    test('an invited person comes in with a password of their own, once', async () => {
      const { url } = await invite('Tomas');
      const found = await readPersonalLink(app, 'join', wordsOf(url));
      if (!found) throw new Error('no link');
      const accept = () =>
        acceptLink(app, found, { password: 'a long enough one', name: 'Tomáš', zone: 'UTC', ...DEVICE });
      const answers = await Promise.all([accept(), accept()]);
      expect(answers.filter(isRefused)).toHaveLength(1);
      expect(await readPersonalLink(app, 'join', wordsOf(url))).toBeNull();
      const attempt = { email: 'tomas@example.test', password: 'a long enough one', address: '::1' };
      expect(await signIn(app, { ...attempt, formerToken: null, ...DEVICE })).toHaveProperty('token');
    });

    test('a link serves its own purpose alone, and for as long as it says', async () => {
      const { url } = await invite('Otto');
      expect(await readPersonalLink(app, 'password', wordsOf(url))).toBeNull();
      expect(await readLink(app, app.db, 'set-up', wordsOf(url))).toBeNull();
      app.pass(6.9);
      expect(await readPersonalLink(app, 'join', wordsOf(url))).not.toBeNull();
      app.pass(0.2);
      expect(await readPersonalLink(app, 'join', wordsOf(url))).toBeNull();
    });

    test('a newer link makes the older one void', async () => {
      const { id, url } = await invite('Vera');
      const renewed = await renewLink(app, root, id);
      expect(await readPersonalLink(app, 'join', wordsOf(url))).toBeNull();
      expect(
        await readPersonalLink(app, 'join', wordsOf(isRefused(renewed) ? '' : renewed.url)),
      ).not.toBeNull();
    });

    test('[P7] a new password by link ends the sign-ins and the tokens there were, sockets too', async () => {
      const issued = await issueToken(app, root, { purpose: 'a script', may: 'write', days: 30 });
      const words = isRefused(issued) ? '' : issued.words;
      expect(await joinByToken(app, words)).not.toBeNull();
      const { judged } = app;
      const made = await makeAdminLink(app, root.email.toUpperCase());
      const found = isRefused(made) ? null : await readPersonalLink(app, 'password', wordsOf(made.url));
      if (!found) throw new Error('no link');
      const answer = await acceptLink(app, found, { password: 'another long one', ...DEVICE });
      expect(answer).toHaveProperty('token');
      const left = await app.db
        .selectFrom('sign_ins')
        .select('id')
        .where('person_id', '=', root.id)
        .execute();
      expect(left).toHaveLength(1);
      expect(await joinByToken(app, words)).toBeNull();
      expect(await listOwnTokens(app, root)).toEqual([]);
      expect(app.judged).toBe(judged + 1);
    });

    test('no administrator link for somebody who is none', async () => {
      expect(await makeAdminLink(app, 'grace@example.test')).toHaveProperty('refused');
    });

    test('garbage opens nothing', async () => {
      for (const words of [
        undefined,
        '',
        '.',
        'a.b',
        '../x',
        `${'a'.repeat(32)}.${'a'.repeat(32)}`,
        '\u0000',
      ])
        expect(await readLink(app, app.db, 'join', words)).toBeNull();
    });
  }));
