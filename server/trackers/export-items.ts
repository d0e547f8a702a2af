import { listItemSends } from '#db/item-sends.ts';
import { listItems } from '#db/items.ts';
import { csv } from '#domain/csv.ts';
import { whereWords, workWords } from '#domain/trackers/where-words.ts';
import { readCurrent } from '../actions/read-reading.ts';
import type { App, SignedIn } from '../app.ts';
import { requireReview } from '../reviews/require-review.ts';

/** T6: what was agreed as a table, for who may read the review; cells that begin like formulas are made text (bad input 30). */
export async function exportItems(app: App, person: SignedIn, id: string | undefined): Promise<string> {
  const asked = await requireReview(app, person, id);
  const items = await listItems(app.db, asked.review.id);
  const sends = await listItemSends(app.db, asked.review.id);
  const findings = (await readCurrent(app, asked))?.findings ?? [];
  return csv([
    [
      'item',
      'owner',
      'due',
      'answers',
      'worked if',
      'finished',
      'asked on',
      'did it work',
      'where',
      'state there',
      'address',
      'id',
    ],
    ...items.map((item) => {
      const send = sends.find((each) => each.item === item.id);
      const where = send && { ...send, tracker: send.trackerName };
      return [
        item.title,
        item.ownerName,
        item.dueOn ?? '',
        findings.find((finding) => finding.id === item.finding)?.title ?? item.noFindingReason,
        item.shows,
        item.finishedAt?.toISOString().slice(0, 10) ?? '',
        item.reviewOn ?? '',
        item.worked,
        where ? whereWords(where) : '',
        where ? workWords(where) : '',
        send?.url ?? '',
        item.id,
      ];
    }),
  ]);
}
