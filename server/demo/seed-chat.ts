import { insertMessages, putSource } from '#db/evidence.ts';
import type { ReviewId } from '#domain/ids.ts';
import { readSlackFiles } from '#domain/import/slack-files.ts';
import { isRefused } from '#domain/refused.ts';
import type { Database, SignedIn } from '../app.ts';
import { quoting, slackExportFiles } from './content/chat/slack-export.ts';
import { idOf } from './content/ids.ts';
import type { Quote } from './content/writing.ts';

const messageId = (channel: string, ts: string) => idOf(`message ${channel} ${ts}`);

/** Quotes from the chat as `seedChat` brings it in. */
export const quoteChat: Quote = quoting(messageId);

/** Reads the invented Slack export as an import would, and keeps it with a review under ids that its write-up can quote. */
export async function seedChat(tx: Database, review: ReviewId, by: SignedIn, at: Date): Promise<void> {
  const read = readSlackFiles(slackExportFiles());
  if (isRefused(read)) throw new Error(read.refused);
  for (const channel of read.channels) {
    const source = await putSource(tx, {
      id: idOf(`source ${channel.key}`),
      review,
      kind: 'slack',
      key: `slack:${channel.key}`,
      name: `#${channel.name}`,
      by: by.id,
      at,
    });
    const messages = channel.messages.map((message) => ({
      ...message,
      id: messageId(channel.name, message.key),
    }));
    await insertMessages(tx, { review, source, import: idOf('import of the chat') }, messages);
  }
}
