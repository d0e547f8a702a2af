import { z } from 'zod';
import type { EvidenceMessage, MessageExtras, MessageKind } from './evidence.ts';
import { attachmentShape, slackWords, words } from './slack-words.ts';
import { storable } from './storable.ts';

/** Who and what the export's ids stand for. */
export interface SlackNames {
  people: ReadonlyMap<string, string>;
  channels: ReadonlyMap<string, string>;
}

const name = z.string().max(500).transform(storable);
const userShape = z.object({
  id: name,
  name: name.optional(),
  real_name: name.nullish(),
  profile: z.object({ display_name: name.nullish(), real_name: name.nullish() }).nullish(),
});
const channelShape = z.object({ id: name, name });
const messageShape = z.object({
  type: z.literal('message'),
  ts: z.string().regex(/^\d{1,11}(?:\.\d{1,6})?$/),
  text: words.nullish(),
  subtype: name.nullish(),
  user: name.nullish(),
  username: name.nullish(),
  bot_id: name.nullish(),
  user_profile: z
    .object({ display_name: name.nullish(), real_name: name.nullish(), name: name.nullish() })
    .nullish(),
  bot_profile: z.object({ name: name.nullish() }).nullish(),
  thread_ts: z.string().max(30).nullish(),
  edited: z.object({ ts: z.string().max(30) }).nullish(),
  reactions: z
    .array(
      z.object({
        name,
        // some exports write it as text; those who reacted are counted where it cannot be read
        count: z.coerce.number().int().min(0).max(1_000_000).nullish().catch(null),
        users: z.array(name).nullish(),
      }),
    )
    .max(500)
    .nullish(),
  files: z
    .array(z.object({ name: name.nullish(), title: name.nullish() }))
    .max(500)
    .nullish(),
  attachments: z.array(attachmentShape).max(100).nullish(),
  blocks: z.array(z.unknown()).max(200).nullish(),
});
type SlackMessage = z.infer<typeof messageShape>;

/** Names from `users.json` and `channels.json`, whatever of them can be read. */
export function slackNames(users: unknown, channels: unknown): SlackNames {
  return {
    people: new Map(each(users, userShape).map((user) => [user.id, personName(user)])),
    channels: new Map(each(channels, channelShape).map((channel) => [channel.id, channel.name])),
  };
}

/** One day's file. `notRead` says of each entry that is left out, or comes without a part of it, why. Null: it is no list. */
export function readSlackDay(
  names: SlackNames,
  json: unknown,
): { messages: EvidenceMessage[]; notRead: string[] } | null {
  if (!Array.isArray(json)) return null;
  const messages: EvidenceMessage[] = [];
  const notRead: string[] = [];
  for (const [at, entry] of json.entries()) {
    const read = readEntry(entry);
    const message = 'message' in read ? readMessage(names, read.message) : null;
    const why = read.why || (message && isEmpty(message) ? 'nothing in it can be read' : '');
    if (why !== '') notRead.push(`entry ${at + 1}${timeSaid(entry)}: ${why}.`);
    if (message) messages.push(message);
  }
  return { messages, notRead };
}

/** A message, without the parts that have a shape Slack never gave them; or why there is none. */
function readEntry(entry: unknown): { message: SlackMessage; why: string } | { why: string } {
  const read = messageShape.safeParse(entry);
  if (read.success) return { message: read.data, why: '' };
  const odd = [...new Set(read.error.issues.map(({ path }) => String(path[0] ?? 'type')))];
  const [needed] = (['type', 'ts', 'text'] as const).filter((part) => odd.includes(part));
  if (needed) return { why: needed === 'text' && isLong(entry) ? TOO_LONG : MISSING[needed] };
  const rest = Object.entries(entry as object).filter(([part]) => !odd.includes(part));
  const without = messageShape.safeParse(Object.fromEntries(rest));
  if (!without.success) return { why: 'it is not a message' };
  return { message: without.data, why: `it comes without its ${odd.join(', ')}, which cannot be read` };
}

/** What is said of an entry without the parts that make a message. */
const MISSING = {
  type: 'it is not a message',
  ts: 'it says no time',
  text: 'its text cannot be read',
};
const TOO_LONG = 'its text is longer than 200,000 characters';

const isLong = (entry: unknown): boolean =>
  typeof entry === 'object' && entry !== null && 'text' in entry && typeof entry.text === 'string';

const isEmpty = ({ text, extras }: EvidenceMessage): boolean => text === '' && !extras.files;

/** The time an entry states, to find it by. */
function timeSaid(entry: unknown): string {
  const ts = typeof entry === 'object' && entry !== null && 'ts' in entry ? entry.ts : null;
  const at = typeof ts === 'string' && ts !== '' ? instant(ts) : null;
  return at ? ` (${at.slice(0, 16).replace('T', ' ')} UTC)` : '';
}

function readMessage(names: SlackNames, message: SlackMessage): EvidenceMessage {
  const raw = slackWords(message);
  const text = shown(names, raw);
  return {
    key: message.ts,
    order: microseconds(message.ts),
    speaker: speaker(names, message),
    at: instant(message.ts),
    text,
    kind: kindOf(message),
    thread: message.thread_ts && message.thread_ts !== message.ts ? message.thread_ts : null,
    extras: extrasOf(message, raw === text ? null : raw),
  };
}

const personName = (user: z.infer<typeof userShape>): string =>
  user.profile?.display_name || user.profile?.real_name || user.real_name || user.name || user.id;

function speaker(names: SlackNames, message: SlackMessage): string {
  const profile = message.user_profile;
  const known = message.user ? names.people.get(message.user) : undefined;
  return (
    message.username ||
    known ||
    profile?.display_name ||
    profile?.real_name ||
    profile?.name ||
    message.bot_profile?.name ||
    message.user ||
    message.bot_id ||
    'unknown'
  );
}

function kindOf({ subtype, bot_id }: SlackMessage): MessageKind {
  if (subtype === 'channel_join' || subtype === 'group_join') return 'join';
  if (subtype === 'channel_leave' || subtype === 'group_leave') return 'leave';
  if (subtype === 'bot_message' || (bot_id && !subtype)) return 'bot';
  const isSaid =
    !subtype || subtype === 'thread_broadcast' || subtype === 'me_message' || subtype === 'file_share';
  return isSaid ? 'message' : 'notice';
}

function extrasOf(message: SlackMessage, raw: string | null): MessageExtras {
  const extras: MessageExtras = {};
  if (raw !== null) extras.raw = raw;
  const edited = message.edited ? instant(message.edited.ts) : null;
  if (edited) extras.edited = edited;
  const reactions = message.reactions?.map((r) => ({ name: r.name, count: r.count ?? r.users?.length ?? 1 }));
  if (reactions?.length) extras.reactions = reactions;
  const files = message.files?.map((file) => file.name || file.title || '').filter(Boolean);
  if (files?.length) extras.files = files;
  return extras;
}

/** Slack's notation as Slack shows it: `<@U1>` is a name, `<https://…|words>` words and address, `&lt;` a sign. */
function shown(names: SlackNames, text: string): string {
  return text
    .replace(
      /<([@#!]?)([^<>|\n]{1,3000})(?:\|([^<>\n]{0,3000}))?>/g,
      (whole, sign: string, id: string, label?: string) => {
        if (sign === '@') return `@${names.people.get(id) ?? label ?? id}`;
        if (sign === '#') return `#${label || (names.channels.get(id) ?? id)}`;
        if (sign === '!' && id.startsWith('date^')) return label ?? whole;
        if (sign === '!') return `@${label?.replace(/^@/, '') || id.replace(/^subteam\^/, '')}`;
        if (!/^(?:https?:|mailto:|tel:)/i.test(id)) return whole;
        return !label || label === id || id === `mailto:${label}` ? (label ?? id) : `${label} (${id})`;
      },
    )
    .replace(/&(lt|gt|amp);/g, (_, sign: string) => (sign === 'lt' ? '<' : sign === 'gt' ? '>' : '&'));
}

/** ISO instant of a Slack time, to the millisecond. */
function instant(ts: string): string | null {
  const epoch = Math.floor(Number(ts) * 1000);
  return Number.isFinite(epoch) && epoch < 253_402_300_800_000 ? new Date(epoch).toISOString() : null;
}

/** Slack tells messages of one second apart by six more digits: exact as a whole number. */
function microseconds(ts: string): number {
  const [seconds = '0', rest = ''] = ts.split('.');
  return Number(seconds) * 1_000_000 + Number(rest.padEnd(6, '0'));
}

/** Entries that have this shape; the others are nobody's names and no messages. */
function each<T>(json: unknown, shape: z.ZodType<T>): T[] {
  if (!Array.isArray(json)) return [];
  return json.flatMap((entry) => {
    const read = shape.safeParse(entry);
    return read.success ? [read.data] : [];
  });
}
