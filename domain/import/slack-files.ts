import { type Refused, refuse } from '#domain/refused.ts';
import type { EvidenceMessage } from './evidence.ts';
import { readSlackDay, type SlackNames, slackNames } from './slack-export.ts';

export interface TextFile {
  /** Path inside the export, '/' between folders. */
  path: string;
  text: string;
}

export interface SlackChannel {
  /** Channel id where `channels.json` knows it, otherwise its folder's name: tells two imports of one channel. Empty without either. */
  key: string;
  /** Empty where the files stood in no folder: only their person can say. */
  name: string;
  messages: EvidenceMessage[];
}

export interface SlackExport {
  channels: SlackChannel[];
  /** Files and entries that were not read, each in a sentence. */
  notRead: string[];
}

/** Most messages taken in one import. */
export const MESSAGE_LIMIT = 200_000;

/** Said of one file, entry by entry; the others are counted. */
const SAID_MAX = 20;

const DAY_FILE = /(?:^|\/)(?:([^/]+)\/)?[^/]*\d{4}-\d{2}-\d{2}[^/]*\.json$/;
const ABOUT = /(?:^|\/)(?:channels|groups|dms|mpims|users|integration_logs|canvases|org_users|lists)\.json$/;

/** What an export holds beside messages and names. */
const NO_MESSAGES = /(?:^|\/)(?:integration_logs|canvases|lists)\.json$/;

/** An export's files as channels with their messages in time's order; or why it is none. */
export function readSlackFiles(files: readonly TextFile[]): SlackExport | Refused {
  const notRead: string[] = [];
  const json = (path: string) =>
    parsed(
      files.find((file) => lastName(file.path) === path),
      notRead,
    );
  const channelList = ['channels.json', 'groups.json', 'mpims.json', 'dms.json'].flatMap((path) =>
    listed(json(path)),
  );
  const names = slackNames(json('users.json'), channelList);
  const channels = new Map<string, SlackChannel>();
  let count = 0;
  for (const file of files.filter(({ path }) => !ABOUT.test(path)).sort(byPath)) {
    if (!/\.json$/i.test(file.path)) notRead.push(`${file.path} is not JSON.`);
    else count += readDayFile(file, names, channels, notRead);
    if (count > MESSAGE_LIMIT)
      return refuse('This export has more than 200,000 messages. Choose the channels and days that matter.');
  }
  if (count === 0)
    return refuse(
      'No messages were found: a Slack export has a folder for each channel with one JSON file a day.',
    );
  for (const { path } of files.filter((file) => NO_MESSAGES.test(file.path)))
    notRead.push(`${path} holds no messages; nothing of it comes in.`);
  for (const channel of channels.values()) channel.messages.sort((one, other) => one.order - other.order);
  return { channels: [...channels.values()], notRead };
}

function readDayFile(
  file: TextFile,
  names: SlackNames,
  channels: Map<string, SlackChannel>,
  notRead: string[],
): number {
  const day = readSlackDay(names, parsed(file, notRead));
  if (!day) {
    notRead.push(`${file.path} holds no list of messages.`);
    return 0;
  }
  notRead.push(...day.notRead.slice(0, SAID_MAX).map((why) => `${file.path}, ${why}`));
  const more = day.notRead.length - SAID_MAX;
  if (more > 0)
    notRead.push(`${file.path}: the same, or alike, of ${more.toLocaleString('en')} more entries.`);
  const folder = DAY_FILE.exec(file.path)?.[1] ?? file.path.split('/').at(-2) ?? '';
  const key = [...names.channels].find(([, name]) => name === folder)?.[0] ?? folder;
  const channel = channels.get(key) ?? { key, name: folder, messages: [] };
  channels.set(key, channel);
  for (const message of day.messages) channel.messages.push(message);
  return day.messages.length;
}

function parsed(file: TextFile | undefined, notRead: string[]): unknown {
  if (!file) return null;
  try {
    return JSON.parse(file.text);
  } catch {
    notRead.push(`${file.path} is not valid JSON.`);
    return null;
  }
}

const listed = (json: unknown): unknown[] => (Array.isArray(json) ? json : []);
const lastName = (path: string): string => path.split('/').at(-1) ?? path;
const byPath = (one: TextFile, other: TextFile): number => (one.path < other.path ? -1 : 1);
