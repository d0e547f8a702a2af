import { createHash } from 'node:crypto';
import { insertHeldPortion, insertMessages, putSource } from '#db/evidence.ts';
import { changeImport, deleteParts, findPart, findImport as findRow, listParts } from '#db/imports.ts';
import { insertUpload } from '#db/uploads.ts';
import { asId, type ReviewId, type UploadId } from '#domain/ids.ts';
import type { DecidedMessage } from '#domain/import/decide.ts';
import type { EvidenceMessage } from '#domain/import/evidence.ts';
import type { App, Database, SignedIn } from '../app.ts';
import { bringWords } from './bring-words.ts';
import { takeBack } from './cancel-import.ts';
import { Cancelled } from './cancelled.ts';
import { channelKey, type Held, type Plan } from './held.ts';
import { PORTION } from './reading.ts';

interface Bringing {
  app: App;
  person: SignedIn;
  id: string;
  review: ReviewId;
  held: Held;
  plan: Plan;
}

/**
 * Words, then pictures, chats and channels, each portion a short transaction of its own so that nobody waits long.
 * Safe to begin again after a crash at any point, and twice at once: everything has its id or key and is added once.
 * Never rejects: whoever asked may be gone.
 */
export async function bringParts(app: App, person: SignedIn, id: string): Promise<void> {
  try {
    const row = await findRow(app.db, id, person.id);
    if (row?.state !== 'bringing' || !row.review_id) return;
    const { held, plan } = row as { held: Held; plan: Plan };
    const bringing = { app, person, id, review: row.review_id, held, plan };
    await bring(bringing).catch(async (error) => {
      if (!(error instanceof Cancelled)) throw error;
      // another one at work on the same import has brought it to its end
      if ((await findRow(app.db, id, person.id))?.state === 'done') return;
      await takeBack(app, person, bringing);
    });
  } catch (error) {
    await sayStopped(app, id, error);
  }
}

async function bring(bringing: Bringing): Promise<void> {
  const { app, person, id, review, held, plan } = bringing;
  if (plan.words) await bringWords(app, person, { id, review, words: plan.words });
  await bringPictures(bringing);
  await bringChats(bringing);
  await bringChannels(bringing);
  const landsOn = held.writeUp ? 'write-up' : 'evidence';
  const finished = { state: 'done', held: null, plan: { landsOn } } as const;
  if (!(await changeImport(app.db, id, 'bringing', finished, app.clock.now()))) throw new Cancelled();
  await deleteParts(app.db, id);
}

/** So that its person need not wait for nothing; where even this cannot be stored, the page finds out by the time. */
async function sayStopped(app: App, id: string, error: unknown): Promise<void> {
  app.log.error('import.bring', error, { import: id });
  const sentence = 'Something went wrong on the way.';
  await changeImport(app.db, id, 'bringing', { sentence }, app.clock.now()).catch(() => false);
}

async function bringPictures({ app, person, id, review, held, plan }: Bringing): Promise<void> {
  for (const { path, ordinal, mediaType, width, height, alt } of held.pictures) {
    const part = await findPart(app.db, id, ordinal);
    const upload = plan.uploads[path];
    if (!part?.bytes || !upload) continue;
    await insertUpload(app.db, {
      id: asId<UploadId>(upload),
      review,
      sha256: createHash('sha256').update(part.bytes).digest('hex'),
      mediaType,
      bytes: part.bytes,
      width,
      height,
      alt,
      by: person.id,
      at: app.clock.now(),
    });
  }
}

async function bringChats(bringing: Bringing): Promise<void> {
  const { app, id, review, plan } = bringing;
  for (const { kind, key, name, messages } of plan.chats) {
    const source = await sourceOf(bringing, { kind, key, name });
    const rows = messages.map((message, at) => asEvidence(message, at, plan));
    for (let at = 0; at < rows.length; at += PORTION)
      await app.db.transaction().execute(async (tx) => {
        await goOn(bringing, tx, {});
        await insertMessages(tx, { review, source, import: id }, rows.slice(at, at + PORTION));
      });
  }
}

async function bringChannels(bringing: Bringing): Promise<void> {
  const { app, id, review, held, plan } = bringing;
  const sources = new Map<string, string>();
  for (const { key, name } of held.channels.filter((channel) => plan.channels.includes(channel.key)))
    sources.set(
      key,
      await sourceOf(bringing, { kind: 'slack', key: channelKey(plan, key), name: name || plan.channelName }),
    );
  let done = 0;
  for (const { ordinal, kind, name } of await listParts(app.db, id)) {
    const source = sources.get(name);
    if (kind !== 'messages' || !source) continue;
    done += PORTION;
    await app.db.transaction().execute(async (tx) => {
      await goOn(bringing, tx, { done });
      await insertHeldPortion(tx, { review, source, import: id }, ordinal);
    });
  }
}

const sourceOf = (
  bringing: Bringing,
  source: { kind: 'slack' | 'pasted' | 'write-up'; key: string; name: string },
): Promise<string> => {
  const { app, person, review } = bringing;
  return app.db.transaction().execute(async (tx) => {
    await goOn(bringing, tx, {});
    return putSource(tx, {
      ...source,
      // shown as people know it, here and beside every quotation
      name: source.kind === 'slack' ? `#${source.name}` : source.name,
      id: app.random.uuid(),
      review,
      by: person.id,
      at: app.clock.now(),
    });
  });
};

/** Notes progress in the portion's own transaction; throws when somebody has taken the way out. */
async function goOn({ app, id }: Bringing, tx: Database, change: { done?: number }): Promise<void> {
  if (!(await changeImport(tx, id, 'bringing', change, app.clock.now()))) throw new Cancelled();
}

function asEvidence(message: DecidedMessage, at: number, plan: Plan): EvidenceMessage & { id: string } {
  const pictures = message.pictures.map(({ path, alt }) => ({
    path,
    alt,
    upload: plan.uploads[path] ?? null,
  }));
  return {
    id: message.id,
    key: String(at),
    order: at,
    speaker: message.speaker,
    at: message.at,
    text: message.text,
    kind: 'message',
    thread: null,
    extras: {
      ...(message.at === null && { stated: message.stated }),
      ...(pictures.length > 0 && { pictures }),
    },
  };
}
