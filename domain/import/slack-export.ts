import { z } from 'zod';
import type { EvidenceMessage, MessageExtras, MessageKind } from './evidence.ts';
import { storable } from './storable.ts';

/** Who and what the export's ids stand for. */
export interface SlackNames {
  people: ReadonlyMap<string, string>;
  channels: ReadonlyMap<string, string>;
}

const words = z.string().max(200_000).transform(storable);
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
        count: z.number().int().min(0).max(1_000_000).nullish(),
        users: z.array(name).nullish(),
      }),
    )
    .max(500)
    .nullish(),
  files: z
    .array(z.object({ name: name.nullish(), title: name.nullish() }))
    .max(500)
    .nullish(),
  attachments: z
    .array(z.object({ fallback: words.nullish(), text: words.nullish() }))
    .max(100)
    .nullish(),
});
type SlackMessage = z.infer<typeof messageShape>;

/** Names from `users.json` and `channels.json`, whatever of them can be read. */
export function slackNames(users: unknown, channels: unknown): SlackNames {
  return {
    people: new Map(each(users, userShape).map((user) => [user.id, personName(user)])),
    channels: new Map(each(channels, channelShape).map((channel) => [channel.id, channel.name])),
  };
}

/** One day's file. `unread` counts entries that are no messages; a file that is no list gives null. */
export function readSlackDay(
  names: SlackNames,
  json: unknown,
): { messages: EvidenceMessage[]; unread: number } | null {
  if (!Array.isArray(json)) return null;
  const messages = each(json, messageShape).map((message) => readMessage(names, message));
  return { messages, unread: json.length - messages.length };
}

function readMessage(names: SlackNames, message: SlackMessage): EvidenceMessage {
  const raw = message.text || attached(message);
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

/** What a program posted often stands in attachments alone. */
const attached = ({ attachments }: SlackMessage): string =>
  (attachments ?? [])
    .map((one) => one.text || one.fallback || '')
    .filter(Boolean)
    .join('\n');

/** Slack's notation as Slack shows it: `<@U1>` is a name, `<https://…|words>` words and address, `&lt;` a sign. */
function shown(names: SlackNames, text: string): string {
  return text
    .replace(
      /<([@#!]?)([^<>|\n]{1,3000})(?:\|([^<>\n]{0,3000}))?>/g,
      (whole, sign: string, id: string, label?: string) => {
        if (sign === '@') return `@${names.people.get(id) ?? label ?? id}`;
        if (sign === '#') return `#${label || (names.channels.get(id) ?? id)}`;
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
