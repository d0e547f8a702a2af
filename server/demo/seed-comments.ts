import { writeUpName } from '#collab/document/document-names.ts';
import { findWords } from '#collab/document/find-words.ts';
import { segmentsOf } from '#collab/document/place-text.ts';
import { WriteUpPlaces } from '#collab/document/write-up-places.ts';
import type { ReviewId } from '#domain/ids.ts';
import { isRefused } from '#domain/refused.ts';
import type { App } from '../app.ts';
import { answerThread, resolveThread } from '../comments/answer-thread.ts';
import { beginThread } from '../comments/begin-thread.ts';
import type { DemoClock } from './demo-clock.ts';
import type { Cast } from './seed-people.ts';
import { minutesAfter } from './story-days.ts';

type Who = keyof Cast['people'];

interface Told {
  /** Minutes from now; before it. */
  at: number;
  by: Who;
  words: string;
}
type Thread = Told & { on: string; answers?: Told[]; resolvedBy?: Who };

const HOUR = 60;
const A_DAY = 24 * HOUR;

const THREADS: Thread[] = [
  {
    on: 'could not post comments any more',
    at: -A_DAY,
    by: 'grace',
    words:
      'Did anyone outside the database group know it could take this long? We kept telling people “soon”.',
    answers: [{ at: -2 * HOUR, by: 'priya', words: 'No. And I did not know it either.' }],
  },
  {
    on: 'asked to be verbose, and said nothing',
    at: -HOUR,
    by: 'otto',
    words:
      'Our restore script has the same quiet minute. I have linked it under references. @Priya, would your runbook note fit ours?',
  },
  {
    on: 'It was a good suspicion.',
    at: -3 * A_DAY,
    by: 'tomas',
    words: 'Is it fair to call it good? We had the queue in front of us.',
    answers: [
      {
        at: -3 * A_DAY + HOUR,
        by: 'amir',
        words: 'You had its length. The next paragraph now says what it did not show.',
      },
    ],
    resolvedBy: 'tomas',
  },
];

/** What readers of A have written beside it since it was published. */
export async function seedComments(
  app: App,
  clock: DemoClock,
  cast: Cast,
  review: ReviewId,
  now: Date,
): Promise<void> {
  for (const thread of THREADS) {
    clock.standAt(minutesAfter(now, thread.at));
    const on = await chosen(app, review, thread.on);
    const begun = await beginThread(app, cast.people[thread.by], review, {
      id: app.random.uuid(),
      on,
      text: thread.words,
    });
    if (isRefused(begun)) throw new Error(begun.refused);
    for (const answer of thread.answers ?? []) {
      clock.standAt(minutesAfter(now, answer.at));
      const said = { id: app.random.uuid(), thread: begun.thread, text: answer.words };
      await answerThread(app, cast.people[answer.by], review, said);
    }
    if (thread.resolvedBy)
      await resolveThread(app, cast.people[thread.resolvedBy], review, {
        thread: begun.thread,
        resolved: true,
      });
  }
}

/** The words as somebody would have selected them. */
async function chosen(app: App, review: ReviewId, words: string) {
  const segment = await app.collab.look(writeUpName(review, 1), (doc) => {
    const places = new WriteUpPlaces(doc);
    for (const { place } of places.present) {
      const text = places.text(place);
      const range = findWords(text, words)[0];
      if (range) return segmentsOf(text, range.from, range.to)[0];
    }
    return undefined;
  });
  if (!segment) throw new Error(`the example does not say “${words}”`);
  const { key, from, to } = segment;
  return { about: 'words' as const, words, from: { key, offset: from }, to: { key, offset: to } };
}
