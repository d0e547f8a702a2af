// Longer than 300 lines: everything that is said with a tracker, on one set-up of both engines.
import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { forEachEngine } from '#db/testing.ts';
import { emptyWaiting, listBusyTrackers, listWaitingWords, noteCalling } from '#db/tracker-outbox.ts';
import { isRefused } from '#domain/refused.ts';
import { DURATIONS } from '#domain/trackers/schedule.ts';
import type { TrackerKind } from '#domain/trackers/tracker.ts';
import { aBegunSession, anItem } from '../actions/testing.ts';
import type { App, SignedIn } from '../app.ts';
import { exportItems } from './export-items.ts';
import { keepSpeaking } from './keep-speaking.server.ts';
import { linkItemByHand, unlinkItemByHand } from './link-item.ts';
import { lookAtItems } from './look-at-items.ts';
import { callOutside } from './outgoing.server.ts';
import { hmacHex, standardSignature, tokenOf, unseal } from './seal.ts';
import { sendDueItems } from './send-due-items.ts';
import { readSending, sendItems } from './send-items.ts';
import {
  checkTrackerNow,
  disconnectTracker,
  keepTracker,
  listPrivateOrigins,
  readTrackers,
  renewHookSecret,
} from './settings.ts';
import { takeCall } from './take-call.ts';
import {
  type FakeTracker,
  fakeGithub,
  fakeJira,
  fakeLinear,
  fakeTracker,
  githubIssue,
  type Held,
  jiraIssue,
  linearIssue,
} from './testing.ts';

describe('where the work is', () =>
  forEachEngine((engine) => {
    let field: Awaited<ReturnType<typeof aBegunSession>>;
    let root: SignedIn;
    let app: App;
    let now: Date;
    const servers: FakeTracker[] = [];
    let secrets: Record<string, string> = {};

    const at = (instant: string) => {
      now = field.at(instant);
    };
    const after = (seconds: number) => at(new Date(now.getTime() + seconds * 1_000).toISOString());

    beforeAll(async () => {
      field = await aBegunSession(engine.db);
      const somebody = await field.person('Root');
      root = { ...somebody, role: 'administrator' };
      app = {
        ...field.app,
        trackers: {
          key: new Uint8Array(randomBytes(32)),
          call: (ask, listed) => callOutside(ask, { listed, deadlineMs: 1_500, mostBytes: 1_000_000 }),
          durations: DURATIONS,
          wake: () => {},
        },
      };
      await field.run({
        command: 'decide',
        idea: field.signed.id,
        decision: 'do',
        reason: 'Cheap.',
        item: anItem(field.otto),
      });
      await field.setPhase(field.session, 'ended');
      at('2026-11-25T09:00:00Z');
    });
    afterAll(async () => {
      for (const server of servers) await server.close();
    });
    // one item, sent anew in each test
    beforeEach(async () => {
      await engine.db.deleteFrom('item_sends').execute();
      await engine.db.updateTable('items').set({ finished_at: null }).execute();
      for (const { id } of (await readTrackers(app, root)).trackers) await disconnectTracker(app, root, id);
    });

    const holding = (lagMs = 0): Held => ({ issues: [], lagMs, now: () => now });
    const connect = async (kind: TrackerKind, server: FakeTracker, address = server.origin) => {
      servers.push(server);
      await listPrivateOrigins(
        app,
        root,
        servers
          .map(({ origin }) => origin)
          .slice(-3)
          .join('\n'),
      );
      const tokens = {
        github: 'gh-token',
        linear: 'lin_api_token',
        webhook: '',
        'jira-cloud': 'jira-token',
        'jira-server': 'jira-token',
      };
      const kept = await keepTracker(app, root, {
        intent: 'keep',
        tracker: null,
        kind,
        name: '',
        address,
        project: { github: 'example/infra', linear: 'ENG', webhook: '' }[kind as string] ?? 'OPS',
        account: 'ops@example.org',
        issueType: '',
        token: tokens[kind],
        hookSecret: kind === 'linear' ? 'lin_wh_secret' : '',
      });
      if (isRefused(kept)) throw new Error(kept.refused);
      secrets = { ...secrets, [kept.tracker]: kept.secret ?? 'lin_wh_secret' };
      server.asked.splice(0);
      return kept.tracker;
    };
    const page = () => readSending(app, field.analyst, field.review, { tracker: null, item: null });
    const press = async (tracker: string) => {
      const { items } = await page();
      return sendItems(app, field.analyst, field.review, {
        tracker,
        items: items.map(({ id, seen }) => `${id}.${seen}`),
      });
    };
    const speak = async () => {
      const port = app.trackers;
      if (!port) throw new Error('no port');
      const speaking = { ...app, trackers: port };
      for (const tracker of await listBusyTrackers(app.db, now)) {
        while ((await sendDueItems(speaking, tracker)) > 0);
        while ((await lookAtItems(speaking, tracker)) > 0);
      }
    };
    const shown = async () => {
      const { sends, outcome } = await field.page(field.analyst);
      const finished = outcome.ideas.find(({ item }) => item !== null)?.item?.finishedAt ?? null;
      return { ...sends[0], finished };
    };
    const trouble = async () => (await readTrackers(app, root)).trackers[0]?.trouble;
    /** Does something between a call's going out and its answer's being read. */
    const whileCalling = async (deed: () => Promise<unknown>, work: () => Promise<unknown>) => {
      const before = app.trackers;
      if (!before) throw new Error('no port');
      app.trackers = {
        ...before,
        call: async (ask, listed) => {
          const answer = await before.call(ask, listed);
          if (ask.method === 'POST') await deed();
          return answer;
        },
      };
      await work();
      app.trackers = before;
    };
    const made = (server: FakeTracker) =>
      server.asked.filter(({ method, body }) => method === 'POST' && !body.includes('"query":"query'));

    test('[T1] a token is sealed: no table, page or backup row holds it, another key or row does not open it, and SECRET_KEY is asked for', async () => {
      const tracker = await connect('github', await fakeGithub(holding()));
      const row = await engine.db
        .selectFrom('trackers')
        .selectAll()
        .where('id', '=', tracker)
        .executeTakeFirstOrThrow();
      expect(Buffer.from(row.token ?? []).toString('latin1')).not.toContain('gh-token');
      const key = app.trackers?.key ?? null;
      expect(unseal(row.token, key, tokenOf(tracker))).toBe('gh-token');
      expect(unseal(row.token, key, tokenOf(field.review))).toBeNull();
      expect(unseal(row.token, new Uint8Array(32), tokenOf(tracker))).toBeNull();
      expect(JSON.stringify(await readTrackers(app, root))).not.toContain('gh-token');
      const keyless: App = {
        ...app,
        trackers: { ...(app.trackers as NonNullable<App['trackers']>), key: null },
      };
      const asked = {
        intent: 'keep' as const,
        tracker: null,
        kind: 'github' as const,
        name: '',
        address: '',
        project: 'a/b',
        account: '',
        issueType: '',
        token: 'x',
        hookSecret: '',
      };
      expect(await keepTracker(keyless, root, asked)).toMatchObject({
        refused: expect.stringContaining('SECRET_KEY'),
      });
      expect((await readTrackers(keyless, root)).trackers[0]?.isSealedAway).toBe(true);
      // to another host the token goes only if it is put in again
      const moved = {
        ...asked,
        tracker,
        address: 'https://evil.example',
        project: 'example/infra',
        token: '',
      };
      expect(await keepTracker(app, root, moved)).toMatchObject({ field: 'token' });
      await expect(readTrackers(app, field.analyst)).rejects.toMatchObject({ init: { status: 404 } });
    });

    test('[T2] what is shown is what is sent; what changed since, who may not, and a running session are refused', async () => {
      const held = holding();
      const tracker = await connect('github', await fakeGithub(held));
      const { items, privacy } = await page();
      expect(privacy).toContain('word for word');
      expect(items[0]?.sent.body).toContain('Owner: Otto');
      for (const person of [field.otto, field.priya])
        await expect(readSending(app, person, field.review, { tracker, item: null })).rejects.toMatchObject({
          init: { status: 403 },
        });
      await engine.db.updateTable('items').set({ shows: 'Something else' }).execute();
      const stale = items.map(({ id, seen }) => `${id}.${seen}`);
      expect(await sendItems(app, field.analyst, field.review, { tracker, items: stale })).toMatchObject({
        refused: expect.stringContaining('has changed since you saw it'),
      });
      await field.setPhase(field.session, 'live');
      await expect(press(tracker)).rejects.toMatchObject({ init: { status: 403 } });
      await field.setPhase(field.session, 'ended');
      const fresh = (await page()).items[0]?.sent;
      expect(await press(tracker)).toBe(1);
      expect(await shown()).toMatchObject({ state: 'sending' });
      await speak();
      expect(held.issues.map(({ title, body }) => ({ title, body }))).toEqual([fresh]);
      expect(await shown()).toMatchObject({ state: 'sent', key: '#1', work: 'open' });
    });

    test('[T2] an item that has gone out is neither undecided nor refused here', async () => {
      const tracker = await connect('github', await fakeGithub(holding()));
      await press(tracker);
      await speak();
      for (const command of [
        { command: 'undecide', idea: field.signed.id, what: 'decision' },
        { command: 'decide', idea: field.signed.id, decision: 'no', reason: 'Too dear.' },
      ] as const)
        expect(await field.run(command)).toMatchObject({
          refused: expect.stringMatching(/^Its item has gone to .+ as #1\./),
        });
      expect(await shown()).toMatchObject({ state: 'sent', key: '#1' });
    });

    test.each([
      ['github', (held: Held) => fakeGithub(held), '#1'],
      ['jira-cloud', (held: Held) => fakeJira(held, 3), 'OPS-1'],
      ['jira-server', (held: Held) => fakeJira(held, 2), 'OPS-1'],
      ['linear', (held: Held) => fakeLinear(held), 'ENG-1'],
    ] as const)(
      '[T3, T5] %s: an item is made once, pressed twice and by two nodes at once, and its state comes back',
      async (kind, fake, name) => {
        const held = holding();
        const server = await fake(held);
        const tracker = await connect(kind, server);
        await Promise.all([press(tracker), press(tracker)]);
        await Promise.all([speak(), speak()]);
        expect(made(server)).toHaveLength(1);
        expect(await press(tracker)).toMatchObject({ refused: 'Tick what should be sent.' });
        expect(await shown()).toMatchObject({ state: 'sent', key: name, work: 'open', finished: null });
        const [issue] = held.issues;
        if (!issue) throw new Error('nothing was made');
        after(60);
        Object.assign(issue, { state: kind === 'github' ? 'closed' : 'done', updatedAt: now });
        await speak();
        expect(await shown()).toMatchObject({ work: 'open' });
        after(600);
        await speak();
        expect(await shown()).toMatchObject({ work: 'done', finished: issue.updatedAt });
        Object.assign(issue, { state: 'open', updatedAt: new Date(now.getTime() + 1_000) });
        after(6 * 3_600);
        await speak();
        expect(await shown()).toMatchObject({ work: 'open', finished: null });
        const [, row] = (await exportItems(app, field.otto, field.review)).split('\r\n');
        expect(row).toContain(`as ${name}, open`);
      },
    );

    test.each([
      ['github', (held: Held) => fakeGithub(held)],
      ['jira-cloud', (held: Held) => fakeJira(held, 3)],
      ['jira-server', (held: Held) => fakeJira(held, 2)],
      ['linear', (held: Held) => fakeLinear(held)],
    ] as const)(
      '[T4] %s: made, its answer lost, shown 60 s late: it is found and never made twice',
      async (kind, fake) => {
        const held = holding(60_000);
        const server = await fake(held);
        const tracker = await connect(kind, server);
        await press(tracker);
        if (kind === 'linear') server.first.push((_asked, own) => own());
        server.first.push((_asked, own) => {
          own();
          return 'drop';
        });
        if (kind === 'linear')
          await engine.db.updateTable('trackers').set({ place: '' }).where('id', '=', tracker).execute();
        await speak();
        expect(await shown()).toMatchObject({ state: 'sending', said: expect.stringContaining('looks in') });
        for (let look = 0; look < 6; look++) {
          after(25);
          await speak();
        }
        expect(held.issues).toHaveLength(1);
        expect(await shown()).toMatchObject({ state: 'sent', key: expect.stringMatching(/1$/) });
      },
    );

    test('[T2, D14] what has lost its words to an erasure goes out no more; what may have arrived is looked for all the same', async () => {
      const held = holding();
      const server = await fakeGithub(held);
      const tracker = await connect('github', server);
      const itsWords = async () => {
        const [waiting] = await listWaitingWords(engine.db, field.review);
        if (!waiting) throw new Error('nothing waits');
        return waiting;
      };
      await press(tracker);
      const seen = await itsWords();
      await emptyWaiting(engine.db, [seen.item]);
      // a try that had read them a moment ago
      expect(await noteCalling(engine.db, { ...seen, tracker }, now)).toBe(false);
      await speak();
      expect(held.issues).toEqual([]);
      expect(await shown()).toMatchObject({ state: 'refused', said: expect.stringContaining('has changed') });

      await press(tracker);
      // sent again it is looked for first
      server.first.push((_asked, own) => own());
      server.first.push((_asked, own) => {
        own();
        return 'drop';
      });
      await speak();
      expect(held.issues).toHaveLength(1);
      await emptyWaiting(engine.db, [(await itsWords()).item]);
      after(60);
      await speak();
      expect(made(server)).toHaveLength(1);
      expect(await shown()).toMatchObject({ state: 'sent', key: '#1' });
    });

    test('[T4] not found for ten minutes: nobody knows, and it is linked by hand or sent again, looked for first', async () => {
      const held = holding();
      const server = await fakeGithub(held);
      const tracker = await connect('github', server);
      await press(tracker);
      server.first.push(() => 'hang');
      await speak();
      for (let look = 0; look < 20; look++) {
        after(31);
        await speak();
      }
      expect(await shown()).toMatchObject({ state: 'unknown' });
      expect(held.issues).toEqual([]);
      expect(made(server)).toHaveLength(1);
      const item = (await page()).items[0]?.id ?? '';
      expect(
        await linkItemByHand(app, field.analyst, field.review, { item, address: 'javascript:alert(1)' }),
      ).toHaveProperty('refused');
      // it shows after all, and somebody sends again: what is there is linked
      const body = (await page()).items[0]?.sent.body ?? '';
      held.issues.push({
        id: '',
        number: 1,
        title: 'x',
        body,
        state: 'open',
        reason: null,
        updatedAt: now,
        shownAt: now,
      });
      await press(tracker);
      await speak();
      expect(made(server)).toHaveLength(1);
      expect(await shown()).toMatchObject({ state: 'sent', key: '#1' });
      await linkItemByHand(app, field.analyst, field.review, {
        item,
        address: 'https://elsewhere.example/T-9',
      });
      expect(await shown()).toMatchObject({
        state: 'sent',
        tracker: null,
        url: 'https://elsewhere.example/T-9',
      });
    });

    test.each([
      ['github', fakeGithub],
      ['linear', fakeLinear],
    ] as const)(
      '[T4] of %s, its link taken away and sent again, it is looked for and linked, not made twice',
      async (kind, fake) => {
        const server = await fake(holding());
        const tracker = await connect(kind, server);
        await press(tracker);
        await speak();
        const first = await shown();
        expect(first.state).toBe('sent');
        const item = first.item ?? '';
        await unlinkItemByHand(app, field.analyst, field.review, item);
        expect((await shown()).state).toBeUndefined();
        expect((await page()).items[0]).toMatchObject({ isLookedFor: true, before: { state: 'unlinked' } });
        expect(await exportItems(app, field.analyst, field.review)).not.toContain(first.url);
        // linked to something else by mistake meanwhile, it was sent to this tracker all the same
        await linkItemByHand(app, field.analyst, field.review, {
          item,
          address: 'https://elsewhere.example/T-9',
        });
        await unlinkItemByHand(app, field.analyst, field.review, item);
        after(60);
        // away for three days, it could not be looked for: that is no refusal, and since when it may be there is kept
        await press(tracker);
        server.first.push(() => ({ status: 503 }));
        after(3 * 86_400 + 60);
        await speak();
        expect(await shown()).toMatchObject({ state: 'unknown' });
        after(3_600);
        expect((await page()).items[0]).toMatchObject({ isLookedFor: true, before: { state: 'unknown' } });
        await press(tracker);
        await speak();
        expect(made(server)).toHaveLength(1);
        expect(await shown()).toMatchObject({ state: 'sent', key: first.key, url: first.url });
      },
    );

    test('[T4] a program killed while it called looks first when it is back; a restored copy says that nobody knows', async () => {
      const held = holding();
      const server = await fakeGithub(held);
      const tracker = await connect('github', server);
      await press(tracker);
      const { items } = { items: await engine.db.selectFrom('tracker_outbox').selectAll().execute() };
      held.issues.push({
        id: '',
        number: 1,
        title: 'x',
        body: items[0]?.body ?? '',
        state: 'open',
        reason: null,
        updatedAt: now,
        shownAt: now,
      });
      await engine.db
        .updateTable('tracker_outbox')
        .set({ lost_since: now, next_try_at: new Date(now.getTime() + 120_000) })
        .execute();
      after(121);
      await speak();
      expect(made(server)).toEqual([]);
      expect(await shown()).toMatchObject({ state: 'sent', key: '#1' });
      await engine.db.updateTable('item_sends').set({ state: 'sending' }).execute();
      expect(await shown()).toMatchObject({ state: 'unknown' });
    });

    test('[T3] asked to be slower, to come later or to go elsewhere: it waits as long as asked, says so, and sends once', async () => {
      const held = holding();
      const server = await fakeGithub(held);
      const tracker = await connect('github', server);
      await press(tracker);
      const reset = String(Math.floor(now.getTime() / 1_000) + 900);
      server.first.push(
        () => ({ status: 429, headers: { 'retry-after': '90' }, json: {} }),
        () => ({
          status: 403,
          headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset },
          json: {},
        }),
        () => ({ status: 301, headers: { location: 'http://127.0.0.1:9/other' } }),
        () => ({ status: 401, json: { message: 'Bad credentials' } }),
      );
      await speak();
      expect(await trouble()).toBe('GitHub asks us to be slower.');
      after(80);
      await speak();
      expect(server.asked).toHaveLength(1);
      after(11);
      await speak();
      expect(server.asked).toHaveLength(2);
      after(780);
      await speak();
      expect(server.asked).toHaveLength(2);
      after(60);
      await speak();
      expect(await trouble()).toContain('which Soak does not follow');
      after(1_800);
      await speak();
      expect(await trouble()).toContain('did not accept the token');
      expect(await shown()).toMatchObject({ state: 'sending' });
      after(1_800);
      await speak();
      expect(await shown()).toMatchObject({ state: 'sent', key: '#1' });
      expect(await trouble()).toBe('');
      expect(held.issues).toHaveLength(1);
    });

    test('[T3] a tracker that says no is heard, and the item waits for a person; one that is away holds up no other', async () => {
      const jira = await fakeJira(holding(), 2);
      const tracker = await connect('jira-server', jira);
      await press(tracker);
      jira.first.push(() => ({
        status: 400,
        json: { errorMessages: [], errors: { priority: 'Priority is\u0000 required' } },
      }));
      await speak();
      expect(await shown()).toMatchObject({
        state: 'refused',
        said: 'Jira did not take it: “Priority is required”.',
      });
      await press(tracker);
      await jira.close();
      await speak();
      expect(await shown()).toMatchObject({
        state: 'sending',
        said: expect.stringContaining('takes no connection'),
      });
      // three days on it is given up, and known not to be there
      after(3 * 86_400 + 60);
      await speak();
      expect(await shown()).toMatchObject({
        state: 'refused',
        said: expect.stringContaining('was not sent'),
      });
    });

    test('[T3, T5] a webhook gets it once, signed; its report comes back by the same secret', async () => {
      const server = await fakeTracker(() => ({
        status: 200,
        json: { key: 'K-1', url: 'https://board.example/K-1' },
      }));
      const tracker = await connect('webhook', server, `${server.origin}/in?team=a`);
      const secret = secrets[tracker] ?? '';
      await press(tracker);
      server.first.push(() => 'drop');
      await speak();
      // nobody can look there: a person has to
      expect(await shown()).toMatchObject({ state: 'unknown' });
      await press(tracker);
      after(30);
      await speak();
      const [call] = server.asked.slice(-1);
      if (!call) throw new Error('no call');
      const [id, time] = [String(call.headers['webhook-id']), String(call.headers['webhook-timestamp'])];
      expect(call.headers['webhook-signature']).toBe(`v1,${standardSignature(secret, id, time, call.body)}`);
      expect(await shown()).toMatchObject({ state: 'sent', key: 'K-1', url: 'https://board.example/K-1' });
      const body = JSON.stringify({ item: id, state: 'done', words: 'Shipped' });
      const report = (seconds: number, signed = body) => {
        const stamp = String(Math.floor(now.getTime() / 1_000) + seconds);
        const headers: Record<string, string> = {
          'webhook-id': `r${seconds}`,
          'webhook-timestamp': stamp,
          'webhook-signature': `v1,AAAA v1,${standardSignature(secret, `r${seconds}`, stamp, signed)}`,
        };
        return { header: (name: string) => headers[name] ?? '', body };
      };
      expect((await takeCall(app, tracker, report(0, 'another'))).status).toBe(401);
      expect((await takeCall(app, tracker, report(-3_600))).status).toBe(401);
      expect((await takeCall(app, tracker, report(0))).status).toBe(204);
      expect(await shown()).toMatchObject({ work: 'done', workWords: 'Shipped' });
      expect((await takeCall(app, tracker, report(0))).status).toBe(409);
      expect((await takeCall(app, field.review, report(1))).status).toBe(404);
    });

    test('[T5] a webhook’s report that comes before its answer, or instead of one, says that it has arrived', async () => {
      const server = await fakeTracker(() => ({ status: 200, json: { key: 'K-1' } }));
      const tracker = await connect('webhook', server);
      const report = async (words: string) => {
        const { id: item } = await engine.db.selectFrom('items').select('id').executeTakeFirstOrThrow();
        const body = JSON.stringify({ item, state: 'open', words });
        const stamp = String(Math.floor(now.getTime() / 1_000));
        const headers: Record<string, string> = {
          'webhook-id': words,
          'webhook-timestamp': stamp,
          'webhook-signature': `v1,${standardSignature(secrets[tracker] ?? '', words, stamp, body)}`,
        };
        return takeCall(app, tracker, { header: (name) => headers[name] ?? '', body });
      };
      await press(tracker);
      await whileCalling(() => report('Seen'), speak);
      expect(await shown()).toMatchObject({ state: 'sent', key: 'K-1', work: 'open', workWords: 'Seen' });
      await engine.db.deleteFrom('item_sends').execute();
      await press(tracker);
      server.first.push(() => 'drop');
      await speak();
      expect(await shown()).toMatchObject({ state: 'unknown' });
      await report('Taken');
      expect(await shown()).toMatchObject({ state: 'sent', workWords: 'Taken' });
    });

    test('[T1] a webhook whose secret was sealed with another key is mended by a new secret', async () => {
      const server = await fakeTracker(() => ({ status: 200, json: { key: 'K-1' } }));
      const tracker = await connect('webhook', server);
      const before = app.trackers;
      if (!before) throw new Error('no port');
      app.trackers = { ...before, key: new Uint8Array(randomBytes(32)) };
      await press(tracker);
      await speak();
      expect((await readTrackers(app, root)).trackers[0]).toMatchObject({
        isSealedAway: true,
        trouble: expect.stringContaining('signing secret'),
      });
      expect(await renewHookSecret(app, root, tracker)).toMatchObject({
        secret: expect.stringMatching(/^whsec_/),
      });
      await speak();
      expect(await shown()).toMatchObject({ state: 'sent', key: 'K-1' });
      expect((await readTrackers(app, root)).trackers[0]).toMatchObject({ isSealedAway: false, trouble: '' });
      app.trackers = before;
    });

    test('[T2] what changed on its way, became private or was binned does not leave', async () => {
      const held = holding();
      const tracker = await connect('github', await fakeGithub(held));
      const make = (changes: { privacy?: 'open' | 'private'; deleted_at?: Date | null }) =>
        engine.db.updateTable('reviews').set(changes).where('id', '=', field.review).execute();
      await press(tracker);
      await make({ privacy: 'private' });
      await speak();
      expect(await shown()).toMatchObject({ state: 'refused', said: expect.stringContaining('has changed') });
      await press(tracker);
      await make({ deleted_at: now });
      await speak();
      await make({ deleted_at: null });
      expect(await shown()).toMatchObject({ state: 'refused', said: expect.stringContaining('in the bin') });
      expect(held.issues).toEqual([]);
      await press(tracker);
      await speak();
      expect(held.issues).toMatchObject([{ body: expect.not.stringContaining('action session of') }]);
      await make({ privacy: 'open' });
    });

    test('[T5] an item is gone only where its project is still seen; a mended tracker is asked for it again', async () => {
      const server = await fakeGithub(holding());
      const tracker = await connect('github', server);
      await press(tracker);
      await speak();
      after(601);
      const notFound = () => ({ status: 404, json: { message: 'Not Found' } });
      server.first.push(notFound, notFound);
      await speak();
      expect(await trouble()).toContain('knows no such project');
      expect(await shown()).toMatchObject({ said: '', work: 'open' });
      // one whose look fails waits too, so that others are first
      after(601);
      server.first.push(() => ({ status: 500 }));
      await speak();
      const { next_look_at } = await engine.db
        .selectFrom('item_sends')
        .select('next_look_at')
        .executeTakeFirstOrThrow();
      expect(next_look_at?.getTime()).toBe(now.getTime() + 600_000);
      after(601);
      server.first.push(notFound);
      await speak();
      expect(await shown()).toMatchObject({ said: expect.stringContaining('not there any more') });
      after(86_400);
      server.asked.splice(0);
      await speak();
      expect(server.asked).toEqual([]);
      expect(await checkTrackerNow(app, root, tracker)).toBe('');
      await speak();
      expect(await shown()).toMatchObject({ said: '', work: 'open' });
    });

    test('[T1] project and address stay while items are linked', async () => {
      const server = await fakeGithub(holding());
      const tracker = await connect('github', server);
      const keep = (project: string, address = server.origin) =>
        keepTracker(app, root, {
          intent: 'keep',
          tracker,
          kind: 'github',
          name: 'Infra',
          address,
          project,
          account: '',
          issueType: '',
          token: 'gh-token',
          hookSecret: '',
        });
      expect(await keep('other/infra')).toMatchObject({ said: expect.stringContaining('no such project') });
      expect(await keep('example/infra')).toMatchObject({ said: '' });
      await press(tracker);
      await speak();
      expect(await keep('other/infra')).toMatchObject({ field: 'project' });
      expect(await keep('example/infra', 'https://elsewhere.example')).toMatchObject({ field: 'address' });
      expect(await keep('Example/infra')).not.toHaveProperty('refused');
    });

    test('[T4] sent again it is looked for page by page; where the end was not reached, a person decides', async () => {
      const held = holding();
      const server = await fakeGithub(held);
      const tracker = await connect('github', server);
      await press(tracker);
      server.first.push(() => ({ status: 422, json: { message: 'Validation Failed' } }));
      await speak();
      expect(await shown()).toMatchObject({ state: 'refused' });
      await engine.db.updateTable('item_sends').set({ state: 'unknown' }).execute();
      const strangers = () => ({
        status: 200,
        json: Array.from({ length: 100 }, (_, at) => ({ number: at + 1, body: '', created_at: now })),
      });
      await press(tracker);
      server.first.push(...Array.from({ length: 10 }, () => strangers));
      server.asked.splice(0);
      await speak();
      expect(server.asked.map(({ query }) => query.get('page'))).toEqual([
        ...['1', '2', '3', '4', '5', '6', '7', '8', '9', '10'],
      ]);
      expect(await shown()).toMatchObject({ state: 'unknown', said: expect.stringContaining('Too much') });
      await press(tracker);
      server.first.push(strangers);
      await speak();
      expect(await shown()).toMatchObject({ state: 'sent', key: '#1' });
    });

    test('[T4] linked by hand while it was called for stays linked so; disconnected, nothing is on its way', async () => {
      const tracker = await connect('github', await fakeGithub(holding()));
      const item = (await page()).items[0]?.id ?? '';
      const address = 'https://elsewhere.example/T-9';
      await press(tracker);
      await whileCalling(() => linkItemByHand(app, field.analyst, field.review, { item, address }), speak);
      expect(await shown()).toMatchObject({ state: 'sent', tracker: null, url: address });
      await engine.db.deleteFrom('item_sends').execute();
      await Promise.all([press(tracker), disconnectTracker(app, root, tracker)]);
      expect(await engine.db.selectFrom('tracker_outbox').selectAll().execute()).toEqual([]);
      expect((await shown()).state).not.toBe('sending');
    });

    test('[T3] what goes on by itself asks for one lock, however many trackers there are', async () => {
      const held = holding();
      const tracker = await connect('github', await fakeGithub(held));
      await connect('jira-server', await fakeJira(holding(), 2));
      const tasks = new Set<string>();
      await press(tracker);
      const keeping = keepSpeaking(app, {
        key: app.trackers?.key ?? null,
        alone: async (task, work) => {
          tasks.add(task);
          return { done: await work() };
        },
      });
      keeping.port.wake();
      await vi.waitFor(async () => expect(await shown()).toMatchObject({ state: 'sent' }), {
        timeout: 20_000,
      });
      await keeping.stop();
      expect([...tasks]).toEqual(['trackers']);
      expect(held.issues).toHaveLength(1);
    });

    test('[T5] a call of GitHub’s or Linear’s is taken if it is signed, new and of this project; an old state changes nothing', async () => {
      const held = holding();
      const github = await fakeGithub(held);
      const tracker = await connect('github', github);
      await press(tracker);
      await speak();
      const issue = held.issues[0];
      if (!issue) throw new Error('nothing was made');
      const call = (payload: unknown, secret = secrets[tracker] ?? '') => {
        const body = JSON.stringify(payload);
        const signature = `sha256=${hmacHex(secret, body)}`;
        return takeCall(app, tracker, {
          header: (name) => (name === 'x-hub-signature-256' ? signature : ''),
          body,
        });
      };
      const payload = (state: string, seconds: number, repository = 'Example/Infra') => ({
        action: 'closed',
        issue: githubIssue(
          { ...issue, state, updatedAt: new Date(now.getTime() + seconds * 1_000) },
          github.origin,
        ),
        repository: { full_name: repository },
      });
      expect(await call(payload('closed', 10), 'guessed')).toMatchObject({
        status: 401,
        sentence: expect.stringContaining('not signed'),
      });
      expect((await call(payload('closed', 10, 'other/infra'))).status).toBe(204);
      expect(await shown()).toMatchObject({ work: 'open' });
      expect((await call(payload('closed', 20))).status).toBe(204);
      expect(await shown()).toMatchObject({ work: 'done' });
      expect((await call(payload('closed', 20))).status).toBe(409);
      expect((await call(payload('open', 5))).status).toBe(204);
      expect(await shown()).toMatchObject({ work: 'done' });

      await disconnectTracker(app, root, tracker);
      expect((await call(payload('open', 60))).status).toBe(404);
      await engine.db.deleteFrom('item_sends').execute();
      const linearHeld = holding();
      const linear = await connect('linear', await fakeLinear(linearHeld));
      await press(linear);
      await speak();
      const [one] = linearHeld.issues;
      if (!one) throw new Error('nothing was made');
      const tell = (webhookTimestamp: number) => {
        const data = linearIssue({ ...one, state: 'done', updatedAt: new Date(now.getTime() + 1_000) });
        const body = JSON.stringify({ action: 'update', type: 'Issue', data, webhookTimestamp });
        const signature = hmacHex('lin_wh_secret', body);
        return takeCall(app, linear, {
          header: (name) => (name === 'linear-signature' ? signature : ''),
          body,
        });
      };
      expect((await tell(now.getTime() - 3_600_000)).status).toBe(401);
      expect((await tell(now.getTime())).status).toBe(204);
      expect(await shown()).toMatchObject({ work: 'done', workWords: 'Shipped' });
    });

    test('[T5] a call of Jira’s is taken if it is signed; of an issue that was deleted it tells nothing', async () => {
      const held = holding();
      const jira = await connect('jira-cloud', await fakeJira(held, 3));
      await press(jira);
      await speak();
      const [issue] = held.issues;
      if (!issue) throw new Error('nothing was made');
      const tell = (webhookEvent: string, secret = secrets[jira] ?? '') => {
        const shut = { ...issue, state: 'done', updatedAt: new Date(now.getTime() + 1_000) };
        const body = JSON.stringify({ webhookEvent, issue: jiraIssue(shut) });
        const signature = `sha256=${hmacHex(secret, body)}`;
        return takeCall(app, jira, {
          header: (name) => (name === 'x-hub-signature' ? signature : ''),
          body,
        });
      };
      expect((await tell('jira:issue_updated', 'guessed')).status).toBe(401);
      expect((await tell('jira:issue_deleted')).status).toBe(204);
      expect(await shown()).toMatchObject({ work: 'open' });
      expect((await tell('jira:issue_updated')).status).toBe(204);
      expect(await shown()).toMatchObject({ work: 'done' });
      expect((await tell('jira:issue_updated')).status).toBe(409);
    });
  }));
