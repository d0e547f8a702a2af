/** One imported message as it is stored: unchanged words, with what its source knew about it. */
export interface EvidenceMessage {
  /** The same message in a second import of the same source has the same key. */
  key: string;
  /** Its place in the source; whole numbers, rising. */
  order: number;
  speaker: string;
  /** ISO instant; null where the source gives none. */
  at: string | null;
  text: string;
  kind: MessageKind;
  /** Key of the message whose thread this answers; null outside threads. */
  thread: string | null;
  extras: MessageExtras;
}

export const MESSAGE_KINDS = ['message', 'join', 'leave', 'bot', 'notice'] as const;
export type MessageKind = (typeof MESSAGE_KINDS)[number];

export interface MessageExtras {
  /** The time as pasted, where it is no instant. */
  stated?: string;
  /** The export's own notation, where `text` writes out its names and links. */
  raw?: string;
  /** ISO instant of the last edit. */
  edited?: string;
  reactions?: { name: string; count: number }[];
  /** Names of files; an export holds no bytes. */
  files?: string[];
  /** Pictures that came beside a pasted chat. `upload` is null where the picture was not in the selection. */
  pictures?: MessagePicture[];
}

export interface MessagePicture {
  path: string;
  alt: string;
  upload: string | null;
}

export const NO_WORDS = 'This message has no words.';

/** A picture that was not among the files: what it shows and where it lay, in words. */
export const missingPicture = ({ alt, path }: Pick<MessagePicture, 'alt' | 'path'>): string =>
  `A picture that was not brought along: ${[alt, path].filter(Boolean).join(', ')}`;
