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
  /** What was read by a guess, each in a sentence; missing in what was held before this was told. */
  guessed?: string[];
}

export interface PastedChat {
  name: string;
  messages: ChatMessage[];
  /** Words before the first message; they belong to nobody. */
  before: string;
}

export interface HeldChannel {
  key: string;
  /** Empty where its person is to say it. */
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

/** What the preview's form says so far, in the plan's place as long as nothing is decided: as posted, to be read again. */
export interface Draft {
  said: [name: string, value: string][];
}

/** What was decided, kept with the import so that a restart goes on with the same ids. */
export interface Plan {
  choices: Choices;
  /** Picture's path → upload id. */
  uploads: Record<string, string>;
  chats: (DecidedChat & { kind: 'pasted' | 'write-up'; key: string })[];
  /** Keys of the channels to bring. */
  channels: string[];
  /** What its person calls the channel that came without a name. */
  channelName: string;
  /** What is added to a write-up that is there (`bring-words.ts`); a new review has its words from the start. */
  words: string | null;
}

/** Tells two imports of one channel. */
export const channelKey = ({ channelName }: Pick<Plan, 'channelName'>, key: string): string =>
  `slack:${key || channelName}`;
