import { createHash } from 'node:crypto';
import { findMessageByKey, findSourceByKey } from '#db/evidence.ts';
import { changeImport, type ImportRow } from '#db/imports.ts';
import { asId, type ReviewId } from '#domain/ids.ts';
import type { Choices } from '#domain/import/choices.ts';
import { type Decided, type DecidedChat, decide } from '#domain/import/decide.ts';
import { placeMessages } from '#domain/import/place-messages.ts';
import { type Refused, refuse } from '#domain/refused.ts';
import type { WriteUp } from '#domain/write-up.ts';
import type { App, SignedIn } from '../app.ts';
import { createReview, type ReviewToCreate } from '../reviews/create-review.ts';
import { firstWriteUp } from '../reviews/first-write-up.ts';
import { requireReview } from '../reviews/require-review.ts';
import { bringParts } from './bring-parts.ts';
import { planWords } from './bring-words.ts';
import { Cancelled } from './cancelled.ts';
import { requireImport } from './find-import.ts';
import type { Held, Plan } from './held.ts';

export interface ToBring {
  choices: Choices;
  /** Keys of the channels to bring. */
  channels: readonly string[];
  /** The name of the one that came without. */
  channelName?: string;
  /** The new review's facts; ignored when it goes into one that is there. */
  facts: Omit<ReviewToCreate, 'id' | 'happenedOn' | 'zone' | 'writeUp' | 'analysts'> & {
    wasInvolved: boolean;
    leadsInvolved: boolean;
  };
}

/** Most messages whose bringing the answer waits for. */
const SMALL = 2_000;

/** Makes the review, or adds to the one that is there, exactly as previewed; what is long goes on behind the answer. */
export async function bringIn(
  app: App,
  person: SignedIn,
  id: string | undefined,
  input: ToBring,
): Promise<Refused | undefined> {
  const row = await requireImport(app, person, id);
  if (row.review_id) await requireReview(app, person, row.review_id, 'write');
  const held = row.held as Held | null;
  if (row.state !== 'held' || !held) return refuse('This import is not waiting for a decision any more.');
  const { plan, writeUp } = await planOf(app, row, held, input);
  if (row.review_id && held.writeUp) plan.words = await planWords(app, person, row.review_id, writeUp);
  const begun = row.review_id
    ? await changeImport(app.db, row.id, 'held', { state: 'bringing', plan, done: 0 }, app.clock.now())
    : await beginNew(app, person, row, plan, { input, writeUp });
  if (!begun) return refuse('This import is being brought in already.');
  const bringing = bringParts(app, person, row.id);
  if (row.total <= SMALL) await bringing;
}

async function planOf(
  app: App,
  row: ImportRow,
  held: Held,
  { choices, channels, channelName = '' }: ToBring,
): Promise<{ plan: Plan; writeUp: WriteUp }> {
  const uploads = Object.fromEntries(held.pictures.map(({ path }) => [path, app.random.uuid()]));
  const nothing: Decided = { writeUp: firstWriteUp(app, choices.title), chats: [], leftOut: [] };
  const decided = held.writeUp
    ? decide(held.writeUp, choices, new Map(Object.entries(uploads)), () => app.random.uuid())
    : nothing;
  const chats: Plan['chats'] = decided.chats.map((chat) => ({ ...chat, kind: 'write-up', key: keyOf(chat) }));
  if (held.pasted) chats.push(pastedChat(app, held.pasted, choices));
  const writeUp = row.review_id
    ? await pointedAtOld(app, row.review_id, decided.writeUp, chats)
    : decided.writeUp;
  const known = held.channels.map(({ key }) => key);
  return {
    plan: {
      choices,
      uploads,
      chats,
      channels: channels.filter((key) => known.includes(key)),
      channelName,
      words: null,
    },
    writeUp,
  };
}

function pastedChat(
  app: App,
  { name, messages }: NonNullable<Held['pasted']>,
  choices: Choices,
): Plan['chats'][number] {
  const times = placeMessages(messages, choices.day, choices.zone);
  const chat = {
    name,
    messages: messages.map((message, at) => ({ ...message, id: app.random.uuid(), at: times[at] ?? null })),
  };
  return { ...chat, kind: 'pasted', key: keyOf(chat) };
}

/** The same words pasted again are the same chat, whatever day and zone were said then. */
const keyOf = ({ messages }: DecidedChat): string =>
  `text:${createHash('sha256')
    .update(JSON.stringify(messages.map(({ speaker, stated, text }) => [speaker, stated, text])))
    .digest('hex')}`;

/** Where the review has a chat already, the write-up points at the messages that are there: a second import adds none. */
async function pointedAtOld(
  app: App,
  review: ReviewId,
  writeUp: WriteUp,
  chats: Plan['chats'],
): Promise<WriteUp> {
  const old = new Map<string, string>();
  for (const { key, messages } of chats) {
    const source = await findSourceByKey(app.db, review, key);
    const first = source && (await findMessageByKey(app.db, source.id, '0'));
    if (first && messages[0]) old.set(messages[0].id, first.id);
  }
  const sections = writeUp.sections.map((section) => ({
    ...section,
    blocks: section.blocks.map((block) =>
      block.type === 'pointer' ? { ...block, target: old.get(block.target) ?? block.target } : block,
    ),
  }));
  return { ...writeUp, sections };
}

async function beginNew(
  app: App,
  person: SignedIn,
  row: ImportRow,
  plan: Plan,
  { input, writeUp }: { input: ToBring; writeUp: WriteUp },
): Promise<boolean> {
  const id = asId<ReviewId>(app.random.uuid());
  const { wasInvolved, leadsInvolved, ...facts } = input.facts;
  const review: ReviewToCreate = {
    ...facts,
    id,
    happenedOn: plan.choices.day,
    zone: plan.choices.zone,
    analysts: [{ person: person.id, wasInvolved, leadsInvolved }],
    writeUp,
  };
  try {
    await createReview(app, person, review, async (tx) => {
      const change = { state: 'bringing', plan, review: id, done: 0 } as const;
      if (!(await changeImport(tx, row.id, 'held', change, app.clock.now()))) throw new Cancelled();
    });
    return true;
  } catch (error) {
    if (error instanceof Cancelled) return false;
    throw error;
  }
}
