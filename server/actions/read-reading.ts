import { readWriteUp } from '#collab/document/read-write-up.ts';
import { listKeptCaptures } from '#db/meeting-captures.ts';
import { listLinkedReviews } from '#db/reading-lists.ts';
import type { CaptureKind } from '#domain/meeting/capture.ts';
import type { WriteUp } from '#domain/write-up.ts';
import { blocksText, countWords, writeUpText } from '#domain/write-up-text.ts';
import type { App, SignedIn } from '../app.ts';
import type { AskedReview } from '../reviews/require-review.ts';
import { readingMinutes } from './reading-minutes.ts';

/** What there is to read while it soaks. Hrefs are paths of this program. */
export interface Reading {
  /** The write-up itself, with the titles of its parts. */
  writeUp: {
    href: string;
    minutes: number;
    parts: { id: string; title: string; href: string; minutes: number }[];
  };
  /** Findings of kind open question. */
  questions: { id: string; title: string; href: string }[];
  /** What was kept in the meeting, as counts; null where nothing was. */
  said: { href: string; counts: Record<CaptureKind, number>; minutes: number } | null;
  /** Other write-ups it links to or that link to it. */
  linked: { id: string; title: string; standfirst: string; href: string; minutes: number }[];
}

export async function readReading(app: App, person: SignedIn, asked: AskedReview): Promise<Reading> {
  const { review } = asked;
  const at = `/reviews/${review.id}`;
  const captures = await listKeptCaptures(app.db, review.id);
  const linked = await listLinkedReviews(app.db, person.id, review.id);
  const writeUp = await readCurrent(app, asked);
  return {
    writeUp: {
      href: at,
      minutes: readingMinutes(writeUp ? countWords(writeUpText(writeUp)) : 0),
      parts: (writeUp?.sections ?? []).map((section) => ({
        id: section.id,
        title: section.title,
        href: `${at}#${section.id}`,
        minutes: readingMinutes(countWords(blocksText(section.blocks))),
      })),
    },
    questions: (writeUp?.findings ?? [])
      .filter(({ kind }) => kind === 'open-question')
      .map(({ id, title }) => ({ id, title, href: `${at}#${id}` })),
    said: captures.length === 0 ? null : { href: `${at}/meeting`, ...counted(captures) },
    linked: linked.map(({ id, title, standfirst, words }) => ({
      id,
      title,
      standfirst,
      href: `/reviews/${id}`,
      minutes: readingMinutes(words),
    })),
  };
}

/** The write-up as it is this moment; null where the document was never made. */
export async function readCurrent(
  app: Pick<App, 'collab'>,
  asked: Pick<AskedReview, 'document'>,
): Promise<WriteUp | null> {
  const doc = await app.collab.read(asked.document);
  return doc === null ? null : readWriteUp(doc);
}

const counted = (captures: readonly { kind: CaptureKind; words: string }[]) => {
  const of = (kind: CaptureKind) => captures.filter((capture) => capture.kind === kind).length;
  return {
    counts: { question: of('question'), insight: of('insight'), 'different-view': of('different-view') },
    minutes: readingMinutes(captures.reduce((sum, { words }) => sum + countWords(words), 0)),
  };
};
