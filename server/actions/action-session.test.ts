import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { findActionSession } from '#db/action-sessions.ts';
import { listOpenItemsOf } from '#db/items.ts';
import { listOwnIdeas } from '#db/sealed-ideas.ts';
import { forEachEngine } from '#db/testing.ts';
import { wholeDatabase } from '#db/whole-database.ts';
import type { SessionCommand } from '#domain/action-session/command.ts';
import { isRefused } from '#domain/refused.ts';
import type { SignedIn } from '../app.ts';
import { changeIdea, sealIdea, withdrawIdea, withholdName } from '../soak/seal-idea.ts';
import { startSoakOnEnd } from '../soak/start-soak.ts';
import { aReview } from '../soak/testing.ts';
import { finishOwnItem } from './finish-item.ts';
import { readActionsPage } from './read-actions-page.ts';
import { runSessionCommand } from './run-session-command.ts';
import { startActionSession } from './start-action-session.ts';

const CANARY = 'Canary: let the clean-up show what it will delete';

forEachEngine((engine) => {
  /** A review that soaked, Priya and Otto who sealed an idea each, and its action session, not started. */
  const soaked = async () => {
    const field = await aReview(engine.db);
    const priya = await field.person('Priya');
    const otto = await field.person('Otto');
    const meeting = await field.meeting('review', {
      startsAt: '2026-11-20T13:00:00Z',
      facilitator: field.analyst,
    });
    await field.setPhase(meeting, 'ended');
    await startSoakOnEnd(engine.db, field.review, field.at('2026-11-20T14:00:00Z'), 'Europe/Berlin');
    await sealIdea(field.app, priya, field.review, { words: CANARY, withheld: true });
    await sealIdea(field.app, otto, field.review, {
      words: 'Restore last night’s copy every day',
      withheld: false,
    });
    const session = await field.meeting('action', {
      startsAt: '2026-11-24T15:00:00Z',
      facilitator: field.analyst,
    });
    const run = async (
      command: SessionCommand,
      by: SignedIn = field.analyst,
      phase: 'live' | 'lobby' | 'ended' = 'live',
    ) => {
      const row = await engine.db
        .selectFrom('meetings')
        .select('started_at')
        .where('id', '=', session)
        .executeTakeFirstOrThrow();
      const facts = {
        id: session,
        review: field.review,
        kind: 'action' as const,
        phase,
        startedAt: row.started_at,
      };
      return engine.db
        .transaction()
        .execute((tx) => runSessionCommand({ tx, app: field.app, actor: by.id, meeting: facts }, command));
    };
    const start = async () => {
      const now = field.at('2026-11-24T15:00:00Z');
      await startActionSession(engine.db, { id: session, review: field.review }, now);
      await field.setPhase(session, 'live');
    };
    const page = (person: SignedIn) => readActionsPage(field.app, person, field.review);
    return { ...field, priya, otto, met: meeting, session, run, start, page };
  };
  const begun = async () => {
    const field = await soaked();
    await field.start();
    await field.run({ command: 'unseal' });
    const ideas = (await field.page(field.analyst)).outcome.ideas;
    const withheld = ideas.find(({ words }) => words === CANARY);
    const signed = ideas.find(({ words }) => words !== CANARY);
    if (!withheld || !signed) throw new Error('Two ideas were sealed.');
    return { ...field, withheld, signed };
  };
  const item = (owner: SignedIn) => ({
    title: 'Restore last night’s copy every day, and time it',
    owner: owner.id,
    finding: null,
    noFindingReason: 'It answers several of them',
    dueOn: '2026-12-18',
    shows: 'A restore that was timed, every day',
  });

  describe('sealed ideas', () => {
    it('[C6] their words are in one row, and in the page of their author alone', async () => {
      const { page, priya, otto, analyst } = await soaked();
      for (const [table, rows] of await wholeDatabase(engine.db)) {
        if (table !== 'sealed_ideas') expect(rows, table).not.toContain(CANARY);
      }
      expect(JSON.stringify(await page(priya))).toContain(CANARY);
      for (const other of [otto, analyst]) {
        const shown = await page(other);
        expect(JSON.stringify(shown)).not.toContain(CANARY);
        expect(shown.sealedCount).toBe(2);
      }
    });

    it('[C7] only their author changes, withholds or withdraws them, and it leaves no audit', async () => {
      const { app, review, priya, otto, page } = await soaked();
      const [own] = await listOwnIdeas(engine.db, review, priya.id);
      const idea = own?.id ?? '';
      for (const deed of [changeIdea, withholdName, withdrawIdea]) {
        const asked = deed(app, otto, review, { idea, words: 'mine now', withheld: true });
        await expect(asked).rejects.toMatchObject({ init: { status: 404 } });
      }
      expect((await page(priya)).ownIdeas).toMatchObject([{ words: CANARY, withheld: true }]);
      expect(await changeIdea(app, priya, review, { idea, words: 'Said better' })).toBe(true);
      expect(await withholdName(app, priya, review, { idea, withheld: false })).toBe(true);
      expect((await page(priya)).ownIdeas).toMatchObject([{ words: 'Said better', withheld: false }]);
      expect(await withdrawIdea(app, priya, review, { idea })).toBe(true);
      expect((await page(otto)).sealedCount).toBe(1);
      expect((await wholeDatabase(engine.db)).get('audit')).toBe('');
    });
  });

  describe('opening them', () => {
    it('[C8] waits for the session to run, and happens once', async () => {
      const { run, start } = await soaked();
      expect(isRefused(await run({ command: 'unseal' }, undefined, 'lobby'))).toBe(true);
      await start();
      expect(await run({ command: 'unseal' })).toBe(true);
      expect(isRefused(await run({ command: 'unseal' }))).toBe(true);
    });

    it('[C7] leaves no closed row, no time, no old id and no withheld author anywhere', async () => {
      const field = await soaked();
      const before = await listOwnIdeas(engine.db, field.review, field.priya.id);
      const old = before[0]?.id ?? '';
      const event = {
        meeting_id: field.met,
        rev: 7,
        at: new Date(),
        actor_id: field.priya.id,
        command: 'seal',
        about: JSON.stringify({ idea: old }),
      };
      await engine.db.insertInto('meeting_events').values(event).execute();
      const key = {
        meeting_id: field.met,
        person_id: field.priya.id,
        key: randomUUID(),
        body_hash: null,
        at: new Date(),
      };
      await engine.db.insertInto('command_keys').values(key).execute();
      await field.start();
      await field.run({ command: 'unseal' });
      const tables = await wholeDatabase(engine.db);
      for (const [table, rows] of tables) expect(rows, table).not.toContain(old);
      expect(await listOwnIdeas(engine.db, field.review, field.priya.id)).toEqual([]);
      expect(tables.get('command_keys')).not.toContain(key.key);
      expect(tables.get('meeting_events')).not.toContain(field.priya.id);
      const opened = (tables.get('opened_ideas') ?? '').split('\n').find((row) => row.includes(CANARY));
      expect(opened).toBeDefined();
      expect(opened).not.toContain(field.priya.id);
      expect(opened).not.toMatch(/\d\d:\d\d/);
    });

    it('[C7] nothing is sealed any more once they are open', async () => {
      const { app, review, otto } = await begun();
      expect(isRefused(await sealIdea(app, otto, review, { words: 'one more', withheld: false }))).toBe(true);
    });
  });

  describe('deciding', () => {
    it('[S8] no item exists, nor can, before the session has been started', async () => {
      const { run, page, analyst } = await soaked();
      const body = {
        command: 'decide',
        idea: randomUUID(),
        decision: 'do',
        reason: 'x',
        item: item(analyst),
      } as const;
      expect(isRefused(await run(body))).toBe(true);
      expect(isRefused(await run(body, undefined, 'lobby'))).toBe(true);
      expect((await wholeDatabase(engine.db)).get('items')).toBe('');
      expect((await page(analyst)).outcome.ideas).toEqual([]);
    });

    it('[S8] the database refuses an item without an idea of a session', async () => {
      const { review, analyst, session } = await soaked();
      const row = {
        id: randomUUID(),
        review_id: review,
        meeting_id: session,
        idea_id: randomUUID(),
        title: 't',
        owner_id: analyst.id,
        finding: 'f',
        due_on: null,
        finished_at: null,
      };
      await expect(engine.db.insertInto('items').values(row).execute()).rejects.toThrow();
    });

    it('[S9] each idea is decided with a reason or stays undecided in sight; deciding again replaces', async () => {
      const { run, withheld, signed, page, otto, app, review } = await begun();
      expect(
        await run({
          command: 'decide',
          idea: signed.id,
          decision: 'do',
          reason: 'Nobody owned it',
          item: item(otto),
        }),
      ).toBe(true);
      expect(
        isRefused(await run({ command: 'decide', idea: withheld.id, decision: 'no', reason: ' ' })),
      ).toBe(true);
      const [open] = await listOpenItemsOf(engine.db, otto.id);
      expect(open).toMatchObject({
        title: 'Restore last night’s copy every day, and time it',
        dueOn: '2026-12-18',
      });
      expect((await page(otto)).outcome.ideas.map(({ decision }) => decision).sort()).toEqual(['do', null]);
      expect(await finishOwnItem(app, otto, review, { item: open?.id ?? '', finished: true })).toBe(true);
      expect(await listOpenItemsOf(engine.db, otto.id)).toEqual([]);
      expect(
        await run({ command: 'decide', idea: signed.id, decision: 'not-now', reason: 'After the move' }),
      ).toBe(true);
      expect((await page(otto)).outcome.ideas.every((idea) => idea.item === null)).toBe(true);
    });

    it('[S11] what is already fixed is a fact beside the idea, not an item', async () => {
      const { run, signed, page, priya } = await begun();
      expect(
        await run({ command: 'already-fixed', idea: signed.id, words: 'In the runbook since Friday' }, priya),
      ).toBe(true);
      const shown = (await page(priya)).outcome.ideas.find(({ id }) => id === signed.id);
      expect(shown).toMatchObject({
        item: null,
        decision: null,
        fixed: [{ words: 'In the runbook since Friday', byName: 'Priya' }],
      });
    });

    it('groups by a name, opens one idea for all, and takes in what comes up', async () => {
      const { run, signed, page, person, session } = await begun();
      expect(await run({ command: 'group-idea', idea: signed.id, group: ' Restores ' })).toBe(true);
      expect(await run({ command: 'open-idea', idea: signed.id })).toBe(true);
      expect(isRefused(await run({ command: 'open-idea', idea: randomUUID() }))).toBe(true);
      await run({ command: 'decide', idea: signed.id, decision: 'no', reason: 'It is there already' });
      expect((await findActionSession(engine.db, session))?.openIdea).toBeNull();
      expect(await run({ command: 'add-idea', words: 'A prompt that says which host' })).toBe(true);
      const shown = (await page(await person('Grace'))).outcome.ideas;
      expect(shown).toHaveLength(3);
      expect(shown.find(({ id }) => id === signed.id)?.group).toBe('Restores');
    });
  });

  describe('a second session of one review', () => {
    /** The first decided one idea and was over; the second has been started. */
    const second = async () => {
      const field = await begun();
      await field.run({ command: 'decide', idea: field.signed.id, decision: 'no', reason: 'It is there' });
      await field.setPhase(field.session, 'ended');
      const later = await field.meeting('action', {
        startsAt: '2026-11-26T15:00:00Z',
        facilitator: field.analyst,
      });
      const startedAt = field.at('2026-11-26T15:00:00Z');
      await startActionSession(engine.db, { id: later, review: field.review }, startedAt);
      const facts = { id: later, review: field.review, kind: 'action', phase: 'live', startedAt } as const;
      const runLater = (command: SessionCommand) =>
        engine.db
          .transaction()
          .execute((tx) =>
            runSessionCommand({ tx, app: field.app, actor: field.analyst.id, meeting: facts }, command),
          );
      return { ...field, later, runLater };
    };

    it('[S9] decides what the first left undecided, without opening anything again', async () => {
      const { later, runLater, withheld, analyst, page } = await second();
      expect(isRefused(await runLater({ command: 'unseal' }))).toBe(true);
      expect(await runLater({ command: 'open-idea', idea: withheld.id })).toBe(true);
      expect(await runLater({ command: 'group-idea', idea: withheld.id, group: 'Clean-ups' })).toBe(true);
      const body = { command: 'decide', idea: withheld.id, decision: 'do', reason: 'Now it can be' } as const;
      expect(await runLater({ ...body, item: item(analyst) })).toBe(true);
      expect(await listOpenItemsOf(engine.db, analyst.id)).toHaveLength(1);
      expect((await findActionSession(engine.db, later))?.openIdea).toBeNull();
      expect((await page(analyst)).outcome.ideas.map(({ decision }) => decision).sort()).toEqual([
        'do',
        'no',
      ]);
    });

    it('[S9] decides only after the ending that stands has been taken back', async () => {
      const { run, runLater, session, setPhase, withheld, page, analyst } = await second();
      await setPhase(session, 'live');
      await run({ command: 'conclude', outcome: 'nothing-to-do', reason: 'Caught in seconds' });
      await setPhase(session, 'ended');
      const body = {
        command: 'decide',
        idea: withheld.id,
        decision: 'no',
        reason: 'On call needs it',
      } as const;
      expect(await runLater(body)).toMatchObject({ refused: expect.stringContaining('take that back') });
      expect(await runLater({ command: 'go-on' })).toBe(true);
      expect(await runLater(body)).toBe(true);
      await runLater({ command: 'conclude', outcome: 'nothing-to-do', reason: 'All of it was looked at' });
      expect(await page(analyst)).toMatchObject({
        state: 'done',
        undecided: 0,
        outcome: { outcome: { reason: 'All of it was looked at' } },
      });
    });

    it('[S9] may be planned while something is undecided, done or not', async () => {
      const { run, page, analyst, otto, signed, withheld } = await begun();
      await run({ command: 'decide', idea: signed.id, decision: 'no', reason: 'It is there' });
      await run({ command: 'conclude', outcome: 'nothing-to-do', reason: 'Caught in seconds' });
      expect(await page(analyst)).toMatchObject({ undecided: 1, may: { plan: true } });
      expect((await page(otto)).may.plan).toBe(false);
      await run({ command: 'go-on' });
      await run({ command: 'decide', idea: withheld.id, decision: 'no', reason: 'It is there' });
      await run({ command: 'conclude', outcome: 'nothing-to-do', reason: 'Caught in seconds' });
      expect(await page(analyst)).toMatchObject({ undecided: 0, may: { plan: false } });
    });
  });

  describe('ending', () => {
    it('[S10] nothing to do has its reason and no *do* beside it, and the review is done', async () => {
      const { run, signed, page, otto } = await begun();
      await run({
        command: 'decide',
        idea: signed.id,
        decision: 'do',
        reason: 'Nobody owned it',
        item: item(otto),
      });
      expect(
        isRefused(await run({ command: 'conclude', outcome: 'nothing-to-do', reason: 'Caught in seconds' })),
      ).toBe(true);
      await run({ command: 'undecide', idea: signed.id });
      expect(isRefused(await run({ command: 'conclude', outcome: 'nothing-to-do', reason: '' }))).toBe(true);
      expect(
        await run({ command: 'conclude', outcome: 'nothing-to-do', reason: 'Caught in seconds, by people' }),
      ).toBe(true);
      expect(await page(otto)).toMatchObject({
        state: 'done',
        outcome: { outcome: { kind: 'nothing-to-do', reason: 'Caught in seconds, by people' } },
      });
      expect(isRefused(await run({ command: 'add-idea', words: 'too late' }))).toBe(true);
      expect(await run({ command: 'go-on' })).toBe(true);
      expect(await page(otto)).toMatchObject({ state: 'acting' });
    });
  });
});
