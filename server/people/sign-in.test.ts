import { beforeAll, describe, expect, test } from 'vitest';
import { findPasswordHash } from '#db/people.ts';
import { readRightsCounter } from '#db/rights.ts';
import { withDatabase } from '#db/testing.ts';
import { isRefused } from '#domain/refused.ts';
import type { SignedIn } from '../app.ts';
import { deactivatePerson } from '../settings/deactivate-person.ts';
import { changePassword } from './change-password.ts';
import { identifyToken } from './identify.ts';
import { listOwnSignIns, revokeSignIn } from './own-sign-ins.ts';
import { hashPassword } from './password.server.ts';
import { signIn } from './sign-in.ts';
import { daysAfter, signInNow } from './sign-in-times.ts';
import { signOut } from './sign-out.ts';
import { ensureWorkspace, somebody, type TestApp, testApp } from './testing.ts';

const PASSWORD = 'a long enough one';

describe('signing in', () =>
  withDatabase((engine) => {
    let app: TestApp;
    let grace: SignedIn;
    const here = { address: '192.0.2.1', device: 'Firefox', formerToken: null as string | null };
    const asGrace = async (more: Partial<typeof here> = {}) => {
      const answer = await signIn(app, { email: grace.email, password: PASSWORD, ...here, ...more });
      if (isRefused(answer)) throw new Error(answer.refused);
      return answer.token;
    };

    beforeAll(async () => {
      app = testApp(() => engine.db);
      await ensureWorkspace(app);
      grace = await somebody(app, { passwordHash: await hashPassword(app, PASSWORD) });
    });

    test('gives a token that says who asks, in their zone', async () => {
      const person = await identifyToken(app, await asGrace());
      expect(person).toMatchObject({
        id: grace.id,
        email: grace.email,
        zone: 'Europe/Berlin',
        role: 'member',
      });
    });

    test('[U1] a press of a room is known, and no use of the sign-in', async () => {
      const token = await asGrace();
      const lastUsed = async () =>
        (await engine.db.selectFrom('sign_ins').select('last_used_at').orderBy('id').execute()).map(
          ({ last_used_at }) => last_used_at.getTime(),
        );
      const before = await lastUsed();
      app.pass(1);
      expect(await identifyToken(app, token, false)).toMatchObject({ id: grace.id });
      expect(await lastUsed()).toEqual(before);
      await identifyToken(app, token);
      expect(await lastUsed()).not.toEqual(before);
    });

    test('an address is known in any case and with spaces around it', async () => {
      const answer = await signIn(app, {
        email: ` ${grace.email.toUpperCase()} `,
        password: PASSWORD,
        ...here,
      });
      expect(answer).toHaveProperty('token');
    });

    test('a wrong password, an unknown address and a deactivated person read the same', async () => {
      const gone = await somebody(app, { passwordHash: await hashPassword(app, PASSWORD) });
      const root = await somebody(app, { role: 'administrator' });
      await deactivatePerson(app, root, gone.id, null);
      const attempts = [
        { email: grace.email, password: 'not it at all' },
        { email: 'nobody@example.test', password: PASSWORD },
        { email: gone.email, password: PASSWORD },
      ];
      const answers = [];
      for (const attempt of attempts)
        answers.push(await signIn(app, { ...attempt, ...here, address: '192.0.2.7' }));
      expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
      expect(isRefused(answers[0])).toBe(true);
    });

    test('[bad input 39] an unknown address takes as long as a known one', async () => {
      const time = async (email: string) => {
        const times: number[] = [];
        for (let attempt = 0; attempt < 4; attempt++) {
          const began = performance.now();
          await signIn(app, { email, password: 'wrong wrong', ...here, address: `10.0.0.${attempt}` });
          times.push(performance.now() - began);
        }
        // the quickest: what else the machine did meanwhile says nothing of the two
        return Math.min(...times);
      };
      await time(grace.email);
      const known = await time(grace.email);
      const unknown = await time('nobody@example.test');
      expect(unknown / known).toBeGreaterThan(0.4);
      expect(unknown / known).toBeLessThan(2.5);
    });

    test('[bad input 39] many wrong passwords slow their sender, and nobody else', async () => {
      const wrong = { email: grace.email, password: 'guess guess', ...here, address: '203.0.113.9' };
      const answers = [];
      for (let guess = 0; guess < 8; guess++) answers.push(await signIn(app, wrong));
      expect(answers.at(-1)).toHaveProperty('refused', expect.stringMatching(/Please wait \d+ s/));
      expect(await signIn(app, { ...wrong, password: PASSWORD })).toHaveProperty('refused');
      expect(await asGrace({ address: '192.0.2.1' })).toBeTypeOf('string');
    });

    test('[bad input 38] a new token each time, and the one the browser had before is void', async () => {
      const planted = await asGrace();
      const fresh = await asGrace({ formerToken: planted });
      expect(fresh).not.toBe(planted);
      expect(await identifyToken(app, planted)).toBeNull();
      expect(await identifyToken(app, fresh)).not.toBeNull();
    });

    test('only the hash of the secret is kept', async () => {
      const token = await asGrace();
      const [id, secret] = token.split('.') as [string, string];
      const row = await app.db
        .selectFrom('sign_ins')
        .selectAll()
        .where('id', '=', id)
        .executeTakeFirstOrThrow();
      expect(Buffer.from(row.secret_hash).toString('latin1')).not.toContain(secret);
      expect(JSON.stringify(row)).not.toContain(secret);
      const other = `${secret.startsWith('a') ? 'b' : 'a'}${secret.slice(1)}`;
      expect(await identifyToken(app, `${id}.${other}`)).toBeNull();
    });

    test('[bad input 2] after two weeks without use a sign-in is over, used it lasts ninety days', async () => {
      const idle = await asGrace();
      const used = await asGrace();
      const begun = signInNow(app);
      expect((await identifyToken(app, idle))?.expiresAt).toEqual(daysAfter(begun, 14));
      for (let days = 0; days < 84; days += 12) {
        app.pass(12);
        expect(await identifyToken(app, used)).not.toBeNull();
      }
      expect(await identifyToken(app, idle)).toBeNull();
      expect((await identifyToken(app, used))?.expiresAt).toEqual(daysAfter(begun, 90));
      app.pass(7);
      expect(await identifyToken(app, used)).toBeNull();
    });

    test('[bad input 2] one’s sign-ins can be listed and ended; another’s not', async () => {
      const tomas = await somebody(app, { passwordHash: await hashPassword(app, PASSWORD) });
      const here = (await identifyToken(app, await asGrace())) as SignedIn;
      const elsewhere = await asGrace();
      const listed = await listOwnSignIns(app, here);
      expect(listed.filter((one) => one.isThis).map((one) => one.id)).toEqual([here.signIn]);
      const other = listed.find((one) => elsewhere.startsWith(one.id));
      expect(await revokeSignIn(app, tomas, other?.id ?? '')).toBe(false);
      expect(await identifyToken(app, elsewhere)).not.toBeNull();
      expect(await revokeSignIn(app, here, other?.id ?? '')).toBe(true);
      expect(await identifyToken(app, elsewhere)).toBeNull();
    });

    test('[P7] signing out raises the rights counter and has open sockets judged', async () => {
      const person = (await identifyToken(app, await asGrace())) as SignedIn;
      const before = await readRightsCounter(app.db);
      const judged = app.judged;
      await signOut(app, person);
      expect(await readRightsCounter(app.db)).toBe(before + 1);
      expect(app.judged).toBe(judged + 1);
    });

    test('[P7] a new password ends every other sign-in of its owner', async () => {
      const tomas = await somebody(app, { passwordHash: await hashPassword(app, PASSWORD) });
      const enter = async () => {
        const answer = await signIn(app, { email: tomas.email, password: PASSWORD, ...here });
        return isRefused(answer) ? '' : answer.token;
      };
      const [first, second] = [await enter(), await enter()];
      const asTomas = (await identifyToken(app, first)) as SignedIn;
      expect(
        await changePassword(app, asTomas, { present: 'not it', next: 'another long one', ...here }),
      ).toHaveProperty('refused');
      expect(
        await changePassword(app, asTomas, { present: PASSWORD, next: 'another long one', ...here }),
      ).toEqual({ changed: true });
      expect(await identifyToken(app, first)).not.toBeNull();
      expect(await identifyToken(app, second)).toBeNull();
      expect(await enter()).toBe('');
    });

    test('[bad input 39] whoever sits at an open browser guesses the present password no faster than at the door', async () => {
      const vera = await somebody(app, { passwordHash: await hashPassword(app, PASSWORD) });
      const answer = await signIn(app, { email: vera.email, password: PASSWORD, ...here });
      const asVera = (await identifyToken(app, isRefused(answer) ? '' : answer.token)) as SignedIn;
      const guess = async (present: string) => {
        const said = await changePassword(app, asVera, { present, next: 'another long one', ...here });
        return 'refused' in said ? said.refused : 'changed';
      };
      const before = await findPasswordHash(app.db, asVera.id);
      for (let at = 0; at < 5; at++)
        expect(await guess(`guess ${at}`)).toContain('not your present password');
      expect(await guess(PASSWORD)).toContain('Please wait');
      expect(await findPasswordHash(app.db, asVera.id)).toBe(before);
    });
  }));
