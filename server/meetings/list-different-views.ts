import { listKeptCaptures } from '#db/meeting-captures.ts';
import type { ReviewId } from '#domain/ids.ts';
import type { App } from '../app.ts';

/** Different views as they stand beside their claims, wherever the write-up is shown (C3). The caller has asked for the right to read. */
export async function listDifferentViews(app: App, review: ReviewId) {
  const captures = await listKeptCaptures(app.db, review);
  return captures
    .filter((capture) => capture.kind === 'different-view')
    .map(({ id, words, by, isForLabel, claim, target }) => ({
      id,
      words,
      by,
      isForLabel,
      claim,
      target: target?.id ?? null,
    }));
}
