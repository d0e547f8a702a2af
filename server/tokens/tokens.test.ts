import { beforeAll, describe, expect, test } from 'vitest';
import { readRightsCounter } from '#db/rights.ts';
import { withDatabase } from '#db/testing.ts';
import { isRefused } from '#domain/refused.ts';
import { MOST_TOKENS, type TokenKind } from '#domain/token-scopes.ts';
import type { SignedIn } from '../app.ts';
import { daysAfter } from '../people/sign-in-times.ts';
import { ensureWorkspace, NOON, somebody, type TestApp, testApp } from '../people/testing.ts';
import { activatePerson, deactivatePerson } from '../settings/deactivate-person.ts';
import { identifyBearer } from './identify-bearer.ts';
import { joinByToken } from './join-by-token.ts';
import { endToken, issueToken, listOwnTokens } from './own-tokens.ts';
import { requireReader } from './require-reader.ts';

describe('tokens', () =>
  withDatabase((engine) => {
    let app: TestApp;
    let grace: SignedIn;
    let root: SignedIn;
    beforeAll(async () => {
      app = testApp(() => engine.db);
      await ensureWorkspace(app);
      grace = await somebody(app);
      root = await somebody(app, { role: 'administrator' });
    });
    const make = async (person: SignedIn, may: TokenKind, days = 30) => {
      const answer = await issueToken(app, person, { purpose: 'a script', may, days });
      if (isRefused(answer)) throw new Error(answer.refused);
      return answer.words;
    };
    const asks = (authorization?: string) =>
      new Request('http://127.0.0.1/api/v1/reviews', authorization ? { headers: { authorization } } : {});
    const statusOf = async (asking: Promise<unknown>) => {
      const answer = await asking.catch((error: unknown) => error);
      return answer instanceof Response ? answer.status : 200;
    };

    test('[P9] a token says whose it is and what it may; its secret is in no row', async () => {
      const words = await make(grace, 'write');
      expect((await identifyBearer(app, words))?.person).toMatchObject({ id: grace.id, email: grace.email });
      expect(await joinByToken(app, words)).not.toHaveProperty('only');
      expect(await joinByToken(app, await make(grace, 'read'))).toMatchObject({ id: grace.id, only: 'read' });
      const [, secret = ''] = words.split('.');
      const rows = await engine.db.selectFrom('tokens').selectAll().execute();
      expect(JSON.stringify(rows)).not.toContain(secret);
    });

    test('[P9] figures are for administrators, at the making and ever after', async () => {
      expect(await issueToken(app, grace, { purpose: 'x', may: 'metrics', days: 7 })).toHaveProperty(
        'refused',
      );
      const words = await make(root, 'metrics');
      expect((await identifyBearer(app, words))?.may('metrics')).toBe(true);
      expect(await joinByToken(app, words)).toBeNull();
      await engine.db.updateTable('people').set({ role: 'member' }).where('id', '=', root.id).execute();
      expect((await identifyBearer(app, words))?.may('metrics')).toBe(false);
      await engine.db
        .updateTable('people')
        .set({ role: 'administrator' })
        .where('id', '=', root.id)
        .execute();
    });

    test('[P9] a token has an end', async () => {
      const otto = await somebody(app);
      const words = await make(otto, 'read', 7);
      app.pass(6);
      expect(await identifyBearer(app, words)).not.toBeNull();
      expect((await joinByToken(app, words))?.expiresAt).toEqual(daysAfter(NOON, 7));
      app.pass(2);
      expect(await identifyBearer(app, words)).toBeNull();
      expect(await listOwnTokens(app, otto)).toEqual([]);
    });

    test('[P7] an ended token opens nothing, sockets are judged, and nobody ends another’s', async () => {
      const vera = await somebody(app);
      const words = await make(vera, 'read');
      const id = words.split('.')[0] ?? '';
      expect(await endToken(app, grace, id)).toBe(false);
      const { judged } = app;
      const counter = await readRightsCounter(engine.db);
      expect(await endToken(app, vera, id)).toBe(true);
      expect(await identifyBearer(app, words)).toBeNull();
      expect(app.judged).toBe(judged + 1);
      expect(await readRightsCounter(engine.db)).toBeGreaterThan(counter);
    });

    test('[P7] deactivating somebody ends their tokens for good', async () => {
      const tomas = await somebody(app);
      const words = await make(tomas, 'write');
      await deactivatePerson(app, root, tomas.id, null);
      expect(await identifyBearer(app, words)).toBeNull();
      await activatePerson(app, root, tomas.id);
      expect(await identifyBearer(app, words)).toBeNull();
    });

    test('one person has so many and no more', async () => {
      const amir = await somebody(app);
      for (let made = 0; made < MOST_TOKENS; made++) await make(amir, 'read');
      expect(await issueToken(app, amir, { purpose: 'x', may: 'read', days: 7 })).toHaveProperty('refused');
      expect(await listOwnTokens(app, amir)).toHaveLength(MOST_TOKENS);
    });

    test('a door that reads takes a token or a sign-in; a bad token is not saved by a sign-in', async () => {
      const words = await make(grace, 'read');
      const nobody = { app, person: null };
      expect((await requireReader(nobody, asks(`Bearer ${words}`))).id).toBe(grace.id);
      expect((await requireReader({ app, person: root }, asks())).id).toBe(root.id);
      const refused = [undefined, 'Bearer x', `Basic ${words}`, `Bearer ${await make(root, 'metrics')}`];
      for (const header of refused) expect(await statusOf(requireReader(nobody, asks(header)))).toBe(401);
      expect(await statusOf(requireReader({ app, person: root }, asks('Bearer x')))).toBe(401);
    });
  }));
