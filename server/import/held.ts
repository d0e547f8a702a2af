import type { Choices } from '#domain/import/choices.ts';
import type { DecidedChat } from '#domain/import/decide.ts';
import type { ChatMessage, Proposal } from '#domain/import/proposal.ts';

/** What one import holds while its person decides. Its bytes and export messages are parts of their own. */
export interface Held {
  writeUp: Proposal | null;
  /** Chat pasted by itself; chat inside a post-mortem is part of `writeUp`. */
  pasted: PastedChat | null;
  channels: HeldChannel[];
  pictures: HeldPicture[];
  /** What was chosen and not read, each in a sentence. */
  notRead: string[];
}

export interface PastedChat {
  name: string;
  messages: ChatMessage[];
  /** Words before the first message; they belong to nobody. */
  before: string;
}

export interface HeldChannel {
  key: string;
  name: string;
  count: number;
  first: string | null;
  last: string | null;
  /** The first few messages, to recognise it by. */
  sample: { speaker: string; at: string | null; text: string }[];
}

export interface HeldPicture {
  /** The path the text gives it. */
  path: string;
  /** Its part. */
  ordinal: number;
  mediaType: string;
  width: number;
  height: number;
  alt: string;
}

/** What was decided, kept with the import so that a restart goes on with the same ids. */
export interface Plan {
  choices: Choices;
  /** Picture's path → upload id. */
  uploads: Record<string, string>;
  chats: (DecidedChat & { kind: 'pasted' | 'write-up'; key: string })[];
  /** Keys of the channels to bring. */
  channels: string[];
  /** What is added to a write-up that is there (`bring-words.ts`); a new review has its words from the start. */
  words: string | null;
}
