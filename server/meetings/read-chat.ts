import { findMessages, listMessages, type MessageRow, placeInSource } from '#db/evidence.ts';
import { isUuid, type ReviewId } from '#domain/ids.ts';
import { silencesBefore, silenceWords } from '#domain/import/silences.ts';
import {
  type ChatOf,
  type ChatStretch,
  LINES_AROUND,
  MOST_CHAT_LINES,
} from '#domain/meeting/chat-stretch.ts';
import type { Target } from '#domain/meeting/target.ts';
import type { Moment, WriteUp } from '#domain/write-up.ts';
import type { App, SignedIn } from '../app.ts';
import { notFound } from '../not-found.ts';
import { readStoredWriteUp } from '../reviews/read-stored-write-up.ts';
import { requireReview } from '../reviews/require-review.ts';
import { requireMeeting } from './require-meeting.ts';

/** What was said around a moment, for whoever is in the room and may read the review's evidence; a guest may not (G2). */
export async function readChat(
  app: App,
  person: SignedIn,
  id: string | undefined,
  moment: string | null,
): Promise<ChatStretch[]> {
  const { meeting } = await requireMeeting(app, person, id);
  const { review, document } = await requireReview(app, person, meeting.reviewId);
  const { moments } = await readStoredWriteUp(app, document);
  const found = moments.find((one) => one.id === moment);
  if (found === undefined) throw notFound();
  return stretchesOf(app, review.id, found);
}

/** The same for what a stage presents, where those who look have been let in already. */
export async function chatOnStage(
  app: App,
  review: ReviewId,
  { moments }: WriteUp,
  targets: readonly Target[],
): Promise<ChatOf> {
  const stretches = new Map<string, ChatStretch[]>();
  for (const { type, id } of targets) {
    const moment = type === 'chat' ? moments.find((one) => one.id === id) : undefined;
    if (moment) stretches.set(id, await stretchesOf(app, review, moment));
  }
  return (moment) => stretches.get(moment) ?? null;
}

async function stretchesOf(app: App, review: ReviewId, { evidence }: Moment): Promise<ChatStretch[]> {
  const rows = await findMessages(app.db, review, [...new Set(evidence)].filter(isUuid));
  const sources = [...new Set(rows.map(({ source_id }) => source_id))];
  const stretches = sources.map((source) =>
    stretchAround(
      app,
      rows.filter(({ source_id }) => source_id === source),
    ),
  );
  return (await Promise.all(stretches)).filter((stretch) => stretch !== null);
}

/** From two lines before the first to two after the last, so that a silence between them can be seen. */
async function stretchAround(
  app: App,
  rows: readonly (MessageRow & { source: string })[],
): Promise<ChatStretch | null> {
  const [row] = rows;
  if (row === undefined) return null;
  const places = await Promise.all(rows.map((one) => placeInSource(app.db, one)));
  const from = Math.max(0, Math.min(...places) - LINES_AROUND);
  const wanted = Math.max(...places) + LINES_AROUND + 1 - from;
  const lines = await listMessages(app.db, row.source_id, from, Math.min(wanted, MOST_CHAT_LINES));
  const silences = silencesBefore(lines.map(({ at }) => at));
  return {
    source: row.source,
    isCut: wanted > MOST_CHAT_LINES,
    lines: lines.map(({ id, speaker, at, text }, place) => ({
      id,
      speaker,
      at: at?.toISOString() ?? null,
      text,
      silence: silences[place] ? silenceWords(silences[place]) : '',
    })),
  };
}
