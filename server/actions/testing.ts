/** For tests of the action session: a review whose ideas have soaked, before and after they were opened. */
import type { SessionCommand } from '#domain/action-session/command.ts';
import type { Database, SignedIn } from '../app.ts';
import { sealIdea } from '../soak/seal-idea.ts';
import { startSoakOnEnd } from '../soak/start-soak.ts';
import { aReview } from '../soak/testing.ts';
import { readActionsPage } from './read-actions-page.ts';
import { runSessionCommand } from './run-session-command.ts';
import { startActionSession } from './start-action-session.ts';

/** Priya's, sealed without her name. */
export const CANARY = 'Canary: let the clean-up show what it will delete';

/** A review that soaked, Priya and Otto who sealed an idea each, and its action session, not started. */
export async function aSoakedReview(db: Database) {
  const field = await aReview(db);
  const priya = await field.person('Priya');
  const otto = await field.person('Otto');
  const meeting = await field.meeting('review', {
    startsAt: '2026-11-20T13:00:00Z',
    facilitator: field.analyst,
  });
  await field.setPhase(meeting, 'ended');
  await startSoakOnEnd(db, field.review, field.at('2026-11-20T14:00:00Z'), 'Europe/Berlin');
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
    const row = await db
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
    return db
      .transaction()
      .execute((tx) =>
        runSessionCommand(
          { tx, app: field.app, actor: by.id, steers: by === field.analyst, meeting: facts },
          command,
        ),
      );
  };
  const start = async () => {
    const now = field.at('2026-11-24T15:00:00Z');
    await startActionSession(db, { id: session, review: field.review }, now);
    await field.setPhase(session, 'live');
  };
  const page = (person: SignedIn) => readActionsPage(field.app, person, field.review);
  return { ...field, priya, otto, met: meeting, session, run, start, page };
}

/** Its session started, both ideas opened. */
export async function aBegunSession(db: Database) {
  const field = await aSoakedReview(db);
  await field.start();
  await field.run({ command: 'unseal' });
  const ideas = (await field.page(field.analyst)).outcome.ideas;
  const withheld = ideas.find(({ words }) => words === CANARY);
  const signed = ideas.find(({ words }) => words !== CANARY);
  if (!withheld || !signed) throw new Error('Two ideas were sealed.');
  return { ...field, withheld, signed };
}

export const anItem = (owner: SignedIn) => ({
  title: 'Restore last night’s copy every day, and time it',
  owner: owner.id,
  finding: null,
  noFindingReason: 'It answers several of them',
  dueOn: '2026-12-18',
  shows: 'A restore that was timed, every day',
});
