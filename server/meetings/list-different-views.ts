import { listKeptCaptures, listOwnCaptures } from '#db/meeting-captures.ts';
import type { PersonId, ReviewId } from '#domain/ids.ts';
import { mayWithdrawCapture, ownerOfCapture } from '#domain/meeting/capture.ts';
import type { App } from '../app.ts';

/**
 * Different views as they stand beside their claims, wherever the write-up is shown (C3). The caller has asked for the right to read.
 * `own`: the meeting whose record lets this person change one, or only withdraw it (C2); null where they may do neither.
 */
export async function listDifferentViews({ db }: App, review: ReviewId, person: PersonId) {
  const captures = await listKeptCaptures(db, review);
  const theirs = new Map((await listOwnCaptures(db, { review, person })).map((one) => [one.id, one]));
  const ownOf = (id: string) => {
    const one = theirs.get(id);
    if (one === undefined || !mayWithdrawCapture(one, person)) return null;
    return { meeting: one.meeting, mayChange: ownerOfCapture(one) === person };
  };
  return captures
    .filter((capture) => capture.kind === 'different-view')
    .map(({ id, words, by, isForLabel, claim, target }) => ({
      id,
      words,
      by,
      isForLabel,
      claim,
      target: target?.id ?? null,
      own: ownOf(id),
    }));
}
