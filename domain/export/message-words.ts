import {
  type MessageExtras,
  type MessageKind,
  type MessagePicture,
  missingPicture,
} from '../import/evidence.ts';
import type { ExportedMessage, ExportedReview } from './exported-review.ts';
import { instantInWords } from './words.ts';

interface Found {
  message: ExportedMessage;
  /** Channel or file it came from. */
  source: string;
}

/** One index for each review: looked for one by one, fifty thousand messages are gone through at every quotation. */
const indexes = new WeakMap<ExportedReview['evidence'], ReadonlyMap<string, Found>>();

/** A message of the review's evidence by its id; null where it is not there any more. */
export function findMessage({ evidence }: ExportedReview, id: string): Found | null {
  const known = indexes.get(evidence) ?? indexOf(evidence);
  indexes.set(evidence, known);
  return known.get(id) ?? null;
}

const indexOf = (evidence: ExportedReview['evidence']): ReadonlyMap<string, Found> =>
  new Map(
    evidence.flatMap(({ source, messages }) =>
      messages.map((message) => [message.id, { message, source }] as const),
    ),
  );

/** When it was said, in the review's zone; as it was pasted where that is no instant. */
export const saidWhen = ({ at, extras }: Pick<ExportedMessage, 'at' | 'extras'>, zone: string): string =>
  at === null ? extras.stated || 'time not known' : instantInWords(at, zone);

/** What it is where nobody said it; empty for what somebody said. */
export const MESSAGE_WORDS: Record<MessageKind, string> = {
  message: '',
  join: 'came in',
  leave: 'left',
  bot: 'posted by a program',
  notice: 'a notice',
};

/** What its source knew beside the words, one by one: its edit, reactions, names of files. */
export const besideWords = (
  { edited, reactions = [], files = [] }: MessageExtras,
  zone: string,
): string[] => [
  ...(edited ? [`edited ${instantInWords(edited, zone)}`] : []),
  ...reactions.map(({ name, count }) => `:${name}: ${count}`),
  ...files.map((name) => `file: ${name}`),
];

/** A picture where it does not stand itself: what it shows and, where it never came along, where it lay. */
export const namedPicture = ({ alt, path, upload }: MessagePicture): string =>
  upload === null ? missingPicture({ alt, path }) : `A picture, in the evidence: ${alt || path}`;

/** What something rests on and cannot be read any more is counted, not hidden. */
export const goneWords = (gone: number): string =>
  gone === 0 ? '' : `${gone === 1 ? 'One piece is' : `${gone} pieces are`} not here any more.`;
