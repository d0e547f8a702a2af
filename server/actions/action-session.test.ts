// Longer than 300 lines: everything an action session does, on one set-up of both engines.
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { findActionSession } from '#db/action-sessions.ts';
import { listOpenItemsOf } from '#db/items.ts';
import { putReviewPerson } from '#db/review-people.ts';
import { saveDerived, updateReview } from '#db/reviews.ts';
import { listOwnIdeas } from '#db/sealed-ideas.ts';
import { forEachEngine } from '#db/testing.ts';
import { wholeDatabase } from '#db/whole-database.ts';
import { asId, type PersonId } from '#domain/ids.ts';
import type { Meeting } from '#domain/meeting/meeting.ts';
import { isRefused } from '#domain/refused.ts';
import type { WriteUp } from '#domain/write-up.ts';
import type { SignedIn } from '../app.ts';
import { readHome } from '../home/read-home.ts';
import { collectOutcome } from '../reviews/export-outcome.ts';
import { changeIdea, sealIdea, withdrawIdea, withholdName } from '../soak/seal-idea.ts';
import { aReview } from '../soak/testing.ts';
import { finishOwnItem } from './finish-item.ts';
import { lookBackOnItem } from './look-back.ts';
import { readWhatFollowed } from './read-what-followed.ts';
import { recordFixedFact, takeFactBack } from './record-fixed-fact.ts';
import { SESSION_COMMAND_FIELDS } from './session-command-fields.ts';
import { showSession } from './show-session.ts';
import { aBegunSession, anItem, aSoakedReview, CANARY } from './testing.ts';

forEachEngine((engine) => {
  const soaked = () => aSoakedReview(engine.db);
  const begun = () => aBegunSession(engine.db);

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
        item: anItem(analyst),
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
      const { run, withheld, signed, page, otto, app, review, analyst } = await begun();
      expect(
        await run({
          command: 'decide',
          idea: signed.id,
          decision: 'do',
          reason: 'Nobody owned it',
          item: anItem(otto),
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
      // of somebody who has left, those who plan say how it stands; of anybody else nobody does
      const byAnalyst = () =>
        finishOwnItem(app, analyst, review, { item: open?.id ?? '', finished: false }).catch(
          () => 'not there',
        );
      expect(await byAnalyst()).toBe('not there');
      const leave = (at: Date | null) =>
        engine.db.updateTable('people').set({ deactivated_at: at }).where('id', '=', otto.id).execute();
      await leave(app.clock.now());
      expect(await byAnalyst()).toBe(true);
      expect((await page(analyst)).outcome.ideas.find(({ item }) => item)?.item).toMatchObject({
        ownerHasLeft: true,
        finishedAt: null,
      });
      await leave(null);
      expect(
        await run({ command: 'decide', idea: signed.id, decision: 'not-now', reason: 'After the move' }),
      ).toBe(true);
      expect((await page(otto)).outcome.ideas.every((idea) => idea.item === null)).toBe(true);
    });

    it('[S9] an item is owned by somebody who is here and may read the review; anything else is a sentence', async () => {
      const { run, signed, otto, priya, review, page, analyst } = await begun();
      const body = { command: 'decide', idea: signed.id, decision: 'do', reason: 'Nobody owned it' } as const;
      const give = (owner: SignedIn) => run({ ...body, item: anItem(owner) });
      await engine.db
        .updateTable('people')
        .set({ deactivated_at: new Date() })
        .where('id', '=', priya.id)
        .execute();
      await updateReview(engine.db, review, { privacy: 'private' });
      for (const nobody of [{ ...otto, id: asId<PersonId>(randomUUID()) }, priya, otto])
        expect(await give(nobody)).toMatchObject({ refused: expect.stringContaining('Choose somebody') });
      expect((await page(analyst)).outcome.ideas.every(({ decision }) => decision === null)).toBe(true);
      expect(await give(analyst)).toBe(true);
      expect(SESSION_COMMAND_FIELDS['split-idea'].idea.safeParse('-'.repeat(36)).success).toBe(false);
    });

    it('[S11] a fact noted by mistake is taken back by whoever noted it or an analyst, by nobody else, and only where it settles no idea', async () => {
      const { app, run, signed, page, priya, otto, analyst, review } = await begun();
      await putReviewPerson(engine.db, review, {
        person_id: priya.id,
        role: 'writer',
        was_involved: false,
        leads_involved: false,
      });
      const note = async (words: string) => {
        await recordFixedFact(app, priya, review, { words });
        return (await page(priya)).outcome.fixed[0]?.id ?? '';
      };
      const fact = await note('In the wrong review');
      await expect(takeFactBack(app, otto, review, { fact })).rejects.toMatchObject({
        init: { status: 404 },
      });
      expect(await takeFactBack(app, priya, review, { fact })).toBe(true);
      expect((await page(priya)).outcome.fixed).toEqual([]);
      expect(await takeFactBack(app, analyst, review, { fact: await note('Not so after all') })).toBe(true);
      await run({ command: 'already-fixed', idea: signed.id, words: 'Beside an idea' });
      const beside = (await page(analyst)).outcome.ideas.find(({ id }) => id === signed.id)?.fixed[0];
      await expect(takeFactBack(app, analyst, review, { fact: beside?.id ?? '' })).rejects.toMatchObject({
        init: { status: 404 },
      });
    });

    it('[S11] what is already fixed is a fact beside the idea, not an item; once, and it settles the idea until it is taken back', async () => {
      const { app, run, signed, withheld, page, priya, analyst, session, review } = await begun();
      const fact = {
        command: 'already-fixed',
        idea: signed.id,
        words: 'In the runbook since Friday',
      } as const;
      const openIdea = async () => (await findActionSession(engine.db, session))?.openIdea;
      await run({ command: 'open-idea', idea: signed.id });
      expect(await run(fact, priya)).toBe(true);
      expect(await openIdea()).toBe(signed.id);
      expect(await run({ ...fact, words: ` ${fact.words} ` })).toBe(true);
      expect(await openIdea()).toBeNull();
      const shown = (await page(priya)).outcome.ideas.find(({ id }) => id === signed.id);
      expect(shown).toMatchObject({
        item: null,
        decision: null,
        fixed: [{ words: 'In the runbook since Friday', byName: 'Priya' }],
      });
      expect(shown?.fixed).toHaveLength(1);
      const meeting = { id: session, reviewId: review, kind: 'action' } as unknown as Meeting;
      expect(await showSession(engine.db, meeting)).toMatchObject({ ideas: 2, decided: 1 });
      const decided = { command: 'conclude', outcome: 'decided', reason: '' } as const;
      expect(isRefused(await run(decided))).toBe(true);
      await run({ command: 'decide', idea: withheld.id, decision: 'no', reason: 'It is there already' });
      expect(await run(decided)).toBe(true);
      expect((await readWhatFollowed(engine.db, review, []))?.decided.map((each) => each.decision)).toEqual([
        'Already done',
        'No',
      ]);
      const exported = await collectOutcome(app, analyst.id, review, { findings: [] } as unknown as WriteUp);
      expect(exported).toMatchObject({ alreadyFixed: [] });
      expect(exported?.ideas.find(({ words }) => words === signed.words)).toMatchObject({
        decision: 'already done',
        done: [{ words: fact.words, by: 'Priya' }],
      });
      await run({ command: 'go-on' });
      expect(await run({ command: 'undecide', idea: signed.id, what: 'facts' })).toBe(true);
      expect(await page(priya)).toMatchObject({ undecided: 1 });
    });

    it('[S8] goes on to the next idea nobody has decided on, also for a screen that has not heard of the last decision', async () => {
      const { run, signed, withheld, session } = await begun();
      const onTo = async (after: string | null) => {
        expect(await run({ command: 'open-next-idea', after })).toBe(true);
        return (await findActionSession(engine.db, session))?.openIdea;
      };
      const first = await onTo(null);
      expect(await onTo(first ?? '')).toBe([signed.id, withheld.id].find((id) => id !== first));
      await run({ command: 'decide', idea: first ?? '', decision: 'no', reason: 'It is there already' });
      expect(await onTo(null)).not.toBe(first);
      expect(await onTo(first ?? '')).not.toBe(first);
      await run({ command: 'already-fixed', idea: (await onTo(null)) ?? '', words: 'Since the summer' });
      expect(await onTo(null)).toBeNull();
    });

    it('groups by a name, opens one idea for all, and takes in what comes up', async () => {
      const { app, run, signed, page, person, analyst, session, review } = await begun();
      expect(await run({ command: 'group-idea', idea: signed.id, group: ' Restores ' })).toBe(true);
      expect(await run({ command: 'open-idea', idea: signed.id })).toBe(true);
      expect(isRefused(await run({ command: 'open-idea', idea: randomUUID() }))).toBe(true);
      // what bears on it stands before everybody while it is talked about, not only once something is decided
      expect(await run({ command: 'link-idea', idea: signed.id, finding: 'f1' })).toBe(true);
      expect(isRefused(await run({ command: 'link-idea', idea: randomUUID(), finding: 'f1' }))).toBe(true);
      const byOther = await run(
        { command: 'link-idea', idea: signed.id, finding: 'f2' },
        await person('Grace'),
      );
      expect(isRefused(byOther)).toBe(true);
      const linked = (await page(await person('Vera'))).outcome.ideas.find(({ id }) => id === signed.id);
      expect(linked).toMatchObject({ answers: 'f1', decision: null, item: null });
      await run({ command: 'decide', idea: signed.id, decision: 'no', reason: 'It is there already' });
      expect((await findActionSession(engine.db, session))?.openIdea).toBeNull();
      expect(await run({ command: 'add-idea', words: 'A prompt that says which host' })).toBe(true);
      const shown = (await page(await person('Grace'))).outcome.ideas;
      expect(shown).toHaveLength(3);
      expect(shown.find(({ id }) => id === signed.id)?.group).toBe('Restores');
      await run({ command: 'conclude', outcome: 'nothing-to-do', reason: 'Caught in seconds' });
      const findings = [{ id: 'f1', title: 'Two windows looked alike' }] as WriteUp['findings'];
      const kept = { group: 'Restores', answers: 'Two windows looked alike' };
      const record = await readWhatFollowed(engine.db, review, findings);
      expect(record?.decided.find(({ words }) => words === signed.words)).toMatchObject(kept);
      const files = await collectOutcome(app, analyst.id, review, { findings } as WriteUp);
      expect(files?.ideas.find(({ words }) => words === signed.words)).toMatchObject(kept);
    });
  });

  describe('ideas that are one', () => {
    it('[S9] keep the words and the author of each, are decided on once, and can be two again', async () => {
      const { run, signed, withheld, page, otto, session, review } = await begun();
      expect(await run({ command: 'group-idea', idea: signed.id, group: 'Restores' })).toBe(true);
      expect(await run({ command: 'merge-idea', idea: withheld.id, into: signed.id })).toBe(true);
      const [one, ...others] = (await page(otto)).outcome.ideas;
      expect(others).toEqual([]);
      expect(one).toMatchObject({
        id: signed.id,
        words: signed.words,
        authorName: 'Otto',
        merged: [{ words: CANARY, author: null, group: 'Restores' }],
      });
      expect((await page(otto)).undecided).toBe(1);
      const meeting = { id: session, reviewId: review, kind: 'action' } as unknown as Meeting;
      expect(await showSession(engine.db, meeting)).toMatchObject({ ideas: 1, decided: 0, groups: 1 });
      const no = { command: 'decide', decision: 'no', reason: 'It is there already' } as const;
      expect(isRefused(await run({ ...no, idea: withheld.id }))).toBe(true);
      expect(isRefused(await run({ command: 'merge-idea', idea: signed.id, into: withheld.id }))).toBe(true);
      expect(await run({ ...no, idea: signed.id })).toBe(true);
      expect((await page(otto)).undecided).toBe(0);
      await run({ command: 'conclude', outcome: 'nothing-to-do', reason: 'Caught in seconds' });
      expect((await readWhatFollowed(engine.db, review, []))?.decided).toMatchObject([
        { words: signed.words, by: 'Otto', merged: [{ words: CANARY, by: null }] },
      ]);
      await run({ command: 'go-on' });
      expect(await run({ command: 'split-idea', idea: withheld.id })).toBe(true);
      expect(isRefused(await run({ command: 'split-idea', idea: withheld.id }))).toBe(true);
      const split = (await page(otto)).outcome.ideas;
      expect(split.map(({ words, authorName }) => [words, authorName]).sort()).toEqual(
        [
          [CANARY, null],
          [signed.words, 'Otto'],
        ].sort(),
      );
    });
  });

  describe('looking back', () => {
    it('[S8] “did it work?” is asked of the owner from its day on, for a week, and answered in words', async () => {
      const { run, signed, page, otto, priya, app, review, at } = await begun();
      const item = { ...anItem(otto), reviewOn: '2027-01-15' };
      const decision = {
        command: 'decide',
        idea: signed.id,
        decision: 'do',
        reason: 'Nobody owned it',
      } as const;
      expect(isRefused(await run({ ...decision, item: { ...item, reviewOn: 'soon' } }))).toBe(true);
      expect(await run({ ...decision, item })).toBe(true);
      const id = (await page(otto)).outcome.ideas.find(({ item }) => item !== null)?.item?.id ?? '';
      const answer = { item: id, words: 'The copy was there, and took 40 minutes' };
      const asked = async () => (await readHome(app, otto)).lookBack.map(({ title }) => title);
      expect(await asked()).toEqual([]);
      expect(isRefused(await lookBackOnItem(app, otto, review, answer))).toBe(true);
      at('2027-01-15T09:00:00Z');
      expect(await asked()).toEqual([item.title]);
      await expect(lookBackOnItem(app, priya, review, answer)).rejects.toMatchObject({
        init: { status: 404 },
      });
      at('2027-01-22T09:00:00Z');
      expect(await asked()).toEqual([]);
      await run({ command: 'conclude', outcome: 'decided', reason: '' });
      await finishOwnItem(app, otto, review, { item: id, finished: true });
      expect((await readWhatFollowed(engine.db, review, []))?.decided[0]).toMatchObject({
        shows: item.shows,
        reviewOn: '2027-01-15',
        finishedAt: new Date('2027-01-22T09:00:00Z'),
      });
      const whole = { findings: [] } as unknown as WriteUp;
      expect((await collectOutcome(app, otto.id, review, whole))?.items).toMatchObject([
        { finishedAt: '2027-01-22T09:00:00.000Z' },
      ]);
      expect(await lookBackOnItem(app, otto, review, { ...answer, words: 'Not seen yet' })).toBe(true);
      expect(await lookBackOnItem(app, otto, review, answer)).toBe(true);
      const shown = (await page(priya)).outcome.ideas.find(({ item }) => item !== null)?.item;
      expect(shown).toMatchObject({ worked: answer.words, workedByName: 'Otto' });
    });

    it('[S12] an item named by a finding of another review is linked from there and from here, for who may read there', async () => {
      const { run, signed, page, otto, priya, review } = await begun();
      await run({
        command: 'decide',
        idea: signed.id,
        decision: 'do',
        reason: 'Nobody owned it',
        item: anItem(otto),
      });
      const item = (await page(otto)).outcome.ideas.find(({ item }) => item !== null)?.item?.id ?? '';
      const later = await aReview(engine.db);
      const derived = { title: 'A later matter', standfirst: '', searchText: '', linksTo: [review] };
      const named = [
        { item, finding: 'f1', kind: 'contributor' as const },
        { item: randomUUID(), finding: 'f2', kind: 'mitigator' as const },
      ];
      const derive = (namedItems: typeof named) =>
        engine.db.transaction().execute((tx) => saveDerived(tx, later.review, { ...derived, namedItems }));
      await derive(named);
      expect((await page(priya)).mentions).toEqual([
        { item, review: later.review, title: 'A later matter', finding: 'f1', kind: 'contributor' },
      ]);
      await updateReview(engine.db, later.review, { privacy: 'private' });
      expect((await page(priya)).mentions).toEqual([]);
      await updateReview(engine.db, later.review, { privacy: 'open' });
      await derive([]);
      expect((await page(priya)).mentions).toEqual([]);
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
        item: anItem(otto),
      });
      expect(
        isRefused(await run({ command: 'conclude', outcome: 'nothing-to-do', reason: 'Caught in seconds' })),
      ).toBe(true);
      await run({ command: 'undecide', idea: signed.id, what: 'decision' });
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
