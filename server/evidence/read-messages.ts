import { findMessages, type MessageRow } from '#db/evidence.ts';
import { isUuid, type ReviewId } from '#domain/ids.ts';
import type { MessageExtras } from '#domain/import/evidence.ts';
import type { App } from '../app.ts';

/** A message as a write-up shows it: unchanged words, who said them, where and when. */
export interface QuotedMessage {
  id: string;
  speaker: string;
  source: string;
  at: string | null;
  text: string;
  /** What came with its words; an export names files and holds none. */
  pictures?: MessageExtras['pictures'];
  files?: MessageExtras['files'];
}

/** Messages of this review by id, for a page that has already been asked for. Ids it does not have are left out. */
export async function readMessages(
  app: App,
  review: ReviewId,
  ids: readonly string[],
): Promise<Record<string, QuotedMessage>> {
  const rows = await findMessages(app.db, review, [...new Set(ids)].filter(isUuid).slice(0, 2_000));
  return Object.fromEntries(rows.map((row) => [row.id, asQuoted(row)]));
}

/** What a write-up shows of a message and of what came with it. */
export function asQuoted(row: MessageRow & { source: string }): QuotedMessage {
  const { id, speaker, source, at, text, extras } = row;
  return {
    id,
    speaker,
    source,
    at: at?.toISOString() ?? null,
    text,
    pictures: extras.pictures,
    files: extras.files,
  };
}
