/** The thread in which imported text is read: however long that takes, nobody else waits for it. */
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { parentPort, workerData } from 'node:worker_threads';
import { readPastedChat } from '#domain/import/pasted-chat.ts';
import { proposeWriteUp } from '#domain/import/propose-write-up.ts';
import { readSlackFiles, type SlackChannel } from '#domain/import/slack-files.ts';
import { storable } from '#domain/import/storable.ts';
import { isRefused, type Refused, refuse } from '#domain/refused.ts';
import { type FromThread, PORTION, type Read, type ReadChannel, type Reading } from './reading.ts';

/** Sentences one preview shows. */
const NOT_READ_MAX = 200;

const port = parentPort;
if (port) {
  say({ begins: true });
  say({ read: await read(workerData as Reading) });
}

async function read(reading: Reading): Promise<Read | Refused> {
  switch (reading.kind) {
    case 'post-mortem': {
      const proposal = proposeWriteUp(reading.name, reading.text, randomUUID);
      return isRefused(proposal) ? proposal : { kind: 'post-mortem', proposal };
    }
    case 'pasted-chat':
      return readPasted(reading.text);
    case 'slack':
      return readSlack(reading);
  }
}

function readPasted(text: string): Read | Refused {
  const lines = storable(text).replace(/\r\n?/g, '\n').split('\n');
  const isQuoted = lines.every((line) => line.trim() === '' || line.startsWith('>'));
  const { before, messages } = readPastedChat(
    isQuoted ? lines.map((line) => line.replace(/^> ?/, '')) : lines,
    1,
    'plain',
  );
  if (messages.length === 0)
    return refuse(
      'No messages were found. A line such as "ada [8:27 AM]" or "ada  8:27 AM" begins each one.',
    );
  return { kind: 'pasted-chat', messages, before: before.join('\n').trim() };
}

async function readSlack({ files }: Extract<Reading, { kind: 'slack' }>): Promise<Read | Refused> {
  const found = readSlackFiles(files);
  if (isRefused(found)) return found;
  for (const { key, messages } of found.channels)
    for (let at = 0; at < messages.length; at += PORTION) {
      say({ portion: { channel: key, messages: messages.slice(at, at + PORTION) } });
      if (port) await once(port, 'message');
    }
  return { kind: 'slack', channels: found.channels.map(summary), notRead: shortened(found.notRead) };
}

function shortened(sentences: string[]): string[] {
  const more = sentences.length - NOT_READ_MAX;
  const those = sentences.slice(0, NOT_READ_MAX);
  return more > 0 ? [...those, `And ${more.toLocaleString('en')} more such entries and files.`] : those;
}

function summary({ key, name, messages }: SlackChannel): ReadChannel {
  const sample = messages
    .slice(0, 3)
    .map(({ speaker, at, text }) => ({ speaker, at, text: text.slice(0, 300) }));
  return {
    key,
    name,
    count: messages.length,
    first: messages[0]?.at ?? null,
    last: messages.at(-1)?.at ?? null,
    sample,
  };
}

function say(message: FromThread): void {
  port?.postMessage(message);
}
