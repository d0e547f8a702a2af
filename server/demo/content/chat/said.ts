import { type Role, roleName, userId } from './people.ts';
import type { SlackMessage } from './slack-shapes.ts';

/** One message of a day, written by its time of day; `toSlack` turns it into what an export holds. */
export interface Said {
  at: string;
  by: Role | 'monitor';
  text: string;
  joins?: true;
  /** Time of day of the message this one answers in a thread. */
  under?: string;
  edited?: string;
  reactions?: Record<string, Role[]>;
  file?: string;
}

interface Extras extends Pick<Said, 'under' | 'edited' | 'reactions' | 'file'> {}

export const says = (at: string, by: Role, text: string, extras: Extras = {}): Said => ({
  at,
  by,
  text,
  ...extras,
});
export const joins = (at: string, by: Role): Said => ({
  at,
  by,
  text: `<@${userId(by)}> has joined the channel`,
  joins: true,
});
export const alerts = (at: string, text: string): Said => ({ at, by: 'monitor', text });

export const speakerOf = (said: Said): string => (said.by === 'monitor' ? 'monitor' : roleName(said.by));

export const instantOf = (date: string, at: string): string => new Date(`${date}T${at}Z`).toISOString();

/** Slack's message id: seconds since 1970 with six digits after the point, unique in its channel. */
export const slackTs = (date: string, at: string): string => `${Date.parse(`${date}T${at}Z`) / 1000}.000100`;

export function toSlack(date: string, day: Said[]): SlackMessage[] {
  const replies = (at: string) => day.filter((other) => other.under === at).length;
  return day.map((said) => ({
    type: 'message',
    ...(said.by === 'monitor'
      ? { subtype: 'bot_message' as const, bot_id: 'B01MONITOR', username: 'monitor' }
      : { user: userId(said.by) }),
    ...(said.joins && { subtype: 'channel_join' as const }),
    ts: slackTs(date, said.at),
    text: said.text,
    ...(said.under && { thread_ts: slackTs(date, said.under) }),
    ...(replies(said.at) > 0 && { thread_ts: slackTs(date, said.at), reply_count: replies(said.at) }),
    ...(said.reactions && { reactions: reactions(said.reactions) }),
    ...(said.edited &&
      said.by !== 'monitor' && { edited: { user: userId(said.by), ts: slackTs(date, said.edited) } }),
    ...(said.file && {
      files: [{ id: 'F01FILE', name: said.file, mimetype: 'text/plain', size: 4096 }],
    }),
  }));
}

const reactions = (given: Record<string, Role[]>) =>
  Object.entries(given).map(([name, by]) => ({ name, users: by.map(userId), count: by.length }));
