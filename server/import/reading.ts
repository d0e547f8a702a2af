import type { EvidenceMessage } from '#domain/import/evidence.ts';
import type { ChatMessage, Proposal } from '#domain/import/proposal.ts';
import type { SlackChannel, TextFile } from '#domain/import/slack-files.ts';
import type { Refused } from '#domain/refused.ts';

/** Messages read, handed on and stored at once: on the embedded engine others wait for one portion at most. */
export const PORTION = 250;

/** What the reading thread is asked. */
export type Reading =
  | { kind: 'post-mortem'; name: string; text: string }
  | { kind: 'pasted-chat'; text: string }
  | { kind: 'slack'; files: TextFile[] };

/** What it answers. An export's messages come before, portion by portion. */
export type Read =
  | { kind: 'post-mortem'; proposal: Proposal }
  | { kind: 'pasted-chat'; messages: ChatMessage[]; before: string }
  | { kind: 'slack'; channels: ReadChannel[]; notRead: string[] };

export type ReadChannel = Omit<SlackChannel, 'messages'> & {
  count: number;
  first: string | null;
  last: string | null;
  sample: { speaker: string; at: string | null; text: string }[];
};

export interface Portion {
  channel: string;
  messages: EvidenceMessage[];
}

/** Thread to main: that it begins to read; portions one at a time, each waiting for "next"; then the answer. */
export type FromThread = { begins: true } | { portion: Portion } | { read: Read | Refused };
