import { listNames } from '#db/people.ts';
import type { Changes } from '#domain/history/changes.ts';
import type { App, SignedIn } from '../app.ts';
import { requireReview } from '../reviews/require-review.ts';
import { askHistory } from './ask-history.ts';
import { readSeq, versionAt } from './require-version.ts';

/** What differs between two versions, told from the earlier to the later. `to` null is now. */
export async function readChanges(
  app: App,
  person: SignedIn,
  id: string | undefined,
  asked: { from: string | null; to: string | null },
) {
  const { document, review } = await requireReview(app, person, id, 'read history');
  const one = await versionAt(app, document, readSeq(asked.from) ?? 0);
  const other = await versionAt(app, document, readSeq(asked.to));
  const [earlier, later] = one.seq <= other.seq ? [one, other] : [other, one];
  const changes = await askHistory(app.collab.history.compare(document, earlier.seq, later.seq));
  return {
    review,
    earlier: { seq: earlier.seq, at: earlier.at },
    later: { seq: later.seq, at: later.at, isNow: readSeq(asked.to) === null },
    changes,
    names: await namesIn(app, changes),
  };
}

/** Names of everyone in these changes, by id. Whoever is not here any more has none. */
export async function namesIn(app: App, changes: Changes): Promise<Record<string, string>> {
  const by = [
    ...changes.adrift.map((words) => words.by),
    ...changes.between.passages.map((passage) => passage.by),
    ...changes.parts.flatMap((part) => [
      part.by,
      ...part.facts.map((fact) => fact.by),
      ...part.places.flatMap(({ blocks }) =>
        blocks.flatMap((block) => [block.by, ...block.runs.map((run) => run.by)]),
      ),
    ]),
  ];
  const names = await listNames(
    app.db,
    [...new Set(by.flat())].filter((person) => person !== null),
  );
  return Object.fromEntries(names);
}
