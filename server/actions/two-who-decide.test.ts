import { expect, it } from 'vitest';
import { findActionSession } from '#db/action-sessions.ts';
import { forEachEngine } from '#db/testing.ts';
import { isRefused } from '#domain/refused.ts';
import { markOf } from './idea-mark.ts';
import { readOutcome } from './read-outcome.ts';
import { aBegunSession, anItem } from './testing.ts';

forEachEngine((engine) => {
  const begun = async () => {
    const field = await aBegunSession(engine.db);
    const { review, session, signed } = field;
    const shown = async () => {
      const { ideas } = await readOutcome(engine.db, review, []);
      const one = ideas.find(({ id }) => id === signed.id);
      return one && { ...one, mark: markOf(one) };
    };
    const openIdea = async () => (await findActionSession(engine.db, session))?.openIdea;
    const fact = { command: 'already-fixed', idea: signed.id, words: 'In the runbook since Friday' } as const;
    const notNow = {
      command: 'decide',
      idea: signed.id,
      decision: 'not-now',
      reason: 'After the move',
    } as const;
    const takeBack = { command: 'undecide', idea: signed.id } as const;
    return { ...field, shown, openIdea, fact, notNow, takeBack };
  };

  it('[S9] [S11] a second press on “Leave it undecided” takes nothing else along: what was noted as done stays', async () => {
    const { run, shown, fact, notNow, takeBack } = await begun();
    await run(fact);
    await run(notNow);
    expect(await run({ ...takeBack, what: 'decision' })).toBe(true);
    expect(isRefused(await run({ ...takeBack, what: 'decision' }))).toBe(true);
    expect(await shown()).toMatchObject({ decision: null, fixed: [{ words: fact.words }] });
  });

  it('[S9] [S11] what was noted as done is taken back by name, and not beside a decision made meanwhile', async () => {
    const { run, shown, fact, notNow, takeBack } = await begun();
    await run(fact);
    await run(notNow);
    expect(isRefused(await run({ ...takeBack, what: 'facts' }))).toBe(true);
    expect(await shown()).toMatchObject({ decision: 'not-now', fixed: [{ words: fact.words }] });
    await run({ ...takeBack, what: 'decision' });
    expect(await run({ ...takeBack, what: 'facts' })).toBe(true);
    expect(await shown()).toMatchObject({ decision: null, fixed: [] });
    expect(isRefused(await run({ ...takeBack, what: 'facts' }))).toBe(true);
  });

  it('[S9] nothing a co-facilitator decided is written over by who has not seen it', async () => {
    const { run, shown, notNow, takeBack, analyst } = await begun();
    const was = (await shown())?.mark ?? '';
    const item = anItem(analyst);
    await run({ ...notNow, was, decision: 'do', reason: 'It can be now', item });
    expect(isRefused(await run({ ...notNow, was }))).toBe(true);
    expect(await shown()).toMatchObject({ decision: 'do', item: { title: item.title } });
    // the same decision and reason, another owner or day: seen before, or not written over
    const before = (await shown())?.mark ?? '';
    await run({ ...notNow, decision: 'do', reason: 'It can be now', item: { ...item, dueOn: '2026-12-21' } });
    expect(isRefused(await run({ ...takeBack, was: before, what: 'decision' }))).toBe(true);
    expect(await shown()).toMatchObject({ item: { dueOn: '2026-12-21' } });
    const seen = (await shown())?.mark ?? '';
    expect(await run({ ...takeBack, was: seen, what: 'decision' })).toBe(true);
  });

  it('[S9] the finding an idea answers may be chosen while its decision is on its way', async () => {
    const { run, shown, notNow, signed } = await begun();
    const was = (await shown())?.mark ?? '';
    await run({ command: 'link-idea', idea: signed.id, finding: 'f1' });
    expect(await run({ ...notNow, was })).toBe(true);
  });

  it('[S9] the open idea made one with another stays open, as the other', async () => {
    const { run, openIdea, signed, withheld } = await begun();
    await run({ command: 'open-idea', idea: signed.id });
    expect(await run({ command: 'merge-idea', idea: signed.id, into: withheld.id })).toBe(true);
    expect(await openIdea()).toBe(withheld.id);
    await run({ command: 'open-idea', idea: null });
    // a screen that has not heard of it opens the one it knows
    expect(await run({ command: 'open-idea', idea: signed.id })).toBe(true);
    expect(await openIdea()).toBe(withheld.id);
  });
});
