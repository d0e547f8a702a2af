/** What Slack writes into an export, as far as this one uses it. */
export interface SlackUser {
  id: string;
  name: string;
  deleted: boolean;
  is_bot: boolean;
  tz: string;
  profile: { real_name: string; display_name: string; title: string };
}
export interface SlackChannel {
  id: string;
  name: string;
  created: number;
  creator: string;
  is_archived: boolean;
  members: string[];
  topic: { value: string };
  purpose: { value: string };
}
export interface SlackMessage {
  type: 'message';
  subtype?: 'channel_join' | 'bot_message';
  user?: string;
  bot_id?: string;
  username?: string;
  ts: string;
  text: string;
  thread_ts?: string;
  parent_user_id?: string;
  reply_count?: number;
  reactions?: { name: string; users: string[]; count: number }[];
  edited?: { user: string; ts: string };
  files?: { id: string; name: string; mimetype: string; size: number }[];
}
