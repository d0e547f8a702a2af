import { listItems } from '#db/items.ts';
import { listOpenedIdeas } from '#db/opened-ideas.ts';
import type { ReviewId } from '#domain/ids.ts';
import { wallClockAt } from '#domain/soak/wall-clock.ts';
import { addDays } from '#domain/soak/working-days.ts';
import { finishOwnItem } from '../actions/finish-item.ts';
import type { App } from '../app.ts';
import type { DecidedIdea } from './content/meetings/two-coasts.ts';
import type { Cast } from './seed-people.ts';
import type { Stagehand } from './stage-hands.ts';

/** An action session from start to outcome: opened all at once, each decided with its reason, then ended. */
export async function holdActionSession(
  app: App,
  cast: Cast,
  { does, wait }: Stagehand,
  review: ReviewId,
  decisions: readonly DecidedIdea[],
): Promise<void> {
  await does('felicity', { command: 'start' });
  wait(8);
  await does('felicity', { command: 'unseal' });
  const today = wallClockAt(app.clock.now(), cast.zone).day;
  for (const opened of await listOpenedIdeas(app.db, review)) {
    const decided = decisions.find((each) => each.words === opened.words);
    if (!decided) throw new Error(`nothing was decided on ${opened.words}`);
    wait(5);
    const { decision, reason, item } = decided;
    await does('felicity', {
      command: 'decide',
      idea: opened.id,
      decision,
      reason,
      item: item
        ? {
            title: opened.words,
            owner: cast.people[item.owner].id,
            finding: item.finding,
            noFindingReason: '',
            dueOn: item.dueInDays === null ? null : addDays(today, item.dueInDays),
            shows: item.shows,
          }
        : null,
    });
  }
  await does('felicity', { command: 'conclude', outcome: 'decided', reason: '' });
  await does('felicity', { command: 'end' });
}

/** Weeks later, their owners say that they are done. */
export async function finishItems(
  app: App,
  { people }: Cast,
  review: ReviewId,
  decisions: readonly DecidedIdea[],
): Promise<void> {
  for (const item of await listItems(app.db, review)) {
    const decided = decisions.find((each) => each.words === item.title)?.item;
    if (decided?.finished)
      await finishOwnItem(app, people[decided.owner], review, { item: item.id, finished: true });
  }
}
