import { expect, it } from 'vitest';
import { findActionSession } from '#db/action-sessions.ts';
import { listOpenItemsOf } from '#db/items.ts';
import { forEachEngine } from '#db/testing.ts';
import type { SessionCommand } from '#domain/action-session/command.ts';
import { isRefused } from '#domain/refused.ts';
import { runSessionCommand } from './run-session-command.ts';
import { startActionSession } from './start-action-session.ts';
import { aBegunSession, anItem } from './testing.ts';

forEachEngine((engine) => {
  const begun = () => aBegunSession(engine.db);
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
          runSessionCommand(
            { tx, app: field.app, actor: field.analyst.id, steers: true, meeting: facts },
            command,
          ),
        );
    return { ...field, later, runLater };
  };

  it('[S9] decides what the first left undecided, without opening anything again', async () => {
    const { later, runLater, withheld, analyst, page } = await second();
    expect(isRefused(await runLater({ command: 'unseal' }))).toBe(true);
    expect(await runLater({ command: 'open-idea', idea: withheld.id })).toBe(true);
    expect(await runLater({ command: 'group-idea', idea: withheld.id, group: 'Clean-ups' })).toBe(true);
    const body = { command: 'decide', idea: withheld.id, decision: 'do', reason: 'Now it can be' } as const;
    expect(await runLater({ ...body, item: anItem(analyst) })).toBe(true);
    expect(await listOpenItemsOf(engine.db, analyst.id)).toHaveLength(1);
    expect((await findActionSession(engine.db, later))?.openIdea).toBeNull();
    expect((await page(analyst)).outcome.ideas.map(({ decision }) => decision).sort()).toEqual(['do', 'no']);
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
