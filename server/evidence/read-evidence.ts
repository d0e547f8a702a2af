import {
  findMessages,
  findMessagesByKey,
  listMessages,
  listSources,
  type MessageRow,
  placeInSource,
  type SourceSummary,
} from '#db/evidence.ts';
import { isUuid, type MessageId } from '#domain/ids.ts';
import type { MessageExtras, MessageKind } from '#domain/import/evidence.ts';
import { silencesBefore, silenceWords } from '#domain/import/silences.ts';
import type { App, SignedIn } from '../app.ts';
import { notFound } from '../not-found.ts';
import { requireReview } from '../reviews/require-review.ts';

export interface EvidencePage {
  sources: SourceSummary[];
  /** The source shown; null while there is none. */
  source: SourceSummary | null;
  messages: ShownMessage[];
  /** 1 to `pages`. */
  page: number;
  pages: number;
  /** The message that was asked for by its own address. */
  asked: MessageId | null;
}

export interface ShownMessage {
  id: MessageId;
  speaker: string;
  /** ISO instant, or null where the source gives an order only. */
  at: string | null;
  text: string;
  kind: MessageKind;
  extras: MessageExtras;
  /** "Nothing for 47 minutes", before this message; empty otherwise. */
  silence: string;
  /** The message whose thread this answers, on whichever page it is; null where it was not brought along. */
  answers: { id: MessageId; speaker: string } | null;
}

const PAGE = 200;

/** A review's evidence, one page of one source, for whoever may read the review. */
export async function readEvidence(
  app: App,
  person: SignedIn,
  reviewId: string | undefined,
  asked: { source: string | null; page: number; message: string | null },
): Promise<EvidencePage> {
  const { review } = await requireReview(app, person, reviewId);
  const sources = await listSources(app.db, review.id);
  const message = await askedMessage(app, review.id, asked.message);
  const source =
    sources.find(({ id }) => id === (message?.source_id ?? asked.source)) ??
    (asked.source === null ? sources[0] : undefined);
  if (!source) {
    if (asked.source !== null) throw notFound();
    return { sources, source: null, messages: [], page: 1, pages: 1, asked: null };
  }
  const pages = Math.max(1, Math.ceil(source.count / PAGE));
  const place = message ? await placeInSource(app.db, message) : (asked.page - 1) * PAGE;
  const page = Math.min(pages, Math.floor(place / PAGE) + 1);
  // One before the page is read too: the silence before its first message needs it.
  const from = Math.max(0, (page - 1) * PAGE - 1);
  const rows = await listMessages(app.db, source.id, from, PAGE + (page > 1 ? 1 : 0));
  return {
    sources,
    source,
    messages: shown(rows, await parentsOf(app, source.id, rows)).slice(page > 1 ? 1 : 0),
    page,
    pages,
    asked: message?.id ?? null,
  };
}

async function askedMessage(
  app: App,
  review: MessageRow['review_id'],
  id: string | null,
): Promise<MessageRow | null> {
  if (id === null) return null;
  const [message] = isUuid(id) ? await findMessages(app.db, review, [id]) : [];
  if (!message) throw notFound();
  return message;
}

const parentsOf = (app: App, source: string, rows: readonly MessageRow[]): Promise<Parent[]> =>
  findMessagesByKey(app.db, source, [...new Set(rows.flatMap(({ thread }) => thread ?? []))]);

type Parent = Pick<MessageRow, 'id' | 'key' | 'speaker'>;

function shown(rows: readonly MessageRow[], parents: readonly Parent[]): ShownMessage[] {
  const silences = silencesBefore(rows.map(({ at }) => at));
  const byKey = new Map(parents.map((parent) => [parent.key, parent]));
  return rows.map((row, at) => {
    const parent = row.thread === null ? undefined : byKey.get(row.thread);
    return {
      id: row.id,
      speaker: row.speaker,
      at: row.at?.toISOString() ?? null,
      text: row.text,
      kind: row.kind,
      extras: row.extras,
      silence: silences[at] ? silenceWords(silences[at]) : '',
      answers: parent ? { id: parent.id, speaker: parent.speaker } : null,
    };
  });
}
