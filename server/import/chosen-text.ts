import { chatHeader } from '#domain/import/pasted-chat.ts';
import { type Refused, refuse } from '#domain/refused.ts';
import { decodeText } from '../doors/decode-text.ts';
import { type ChosenFile, lastName } from './chosen-file.ts';

/** Path of a pasted text that was said to be a chat. */
export const PASTED_CHAT = 'Pasted chat';

/** Pasted as chat, or a text file that begins like one. */
export function isChat(file: ChosenFile): boolean {
  if (file.path === PASTED_CHAT) return true;
  const first = textOf({ ...file, bytes: file.bytes.subarray(0, 2000) })
    .split(/\r?\n/)
    .find((line) => line.trim() !== '');
  return /\.txt$/i.test(file.path) && first !== undefined && chatHeader(first) !== null;
}

/** The words of a file; none where it is no text. */
export const textOf = ({ bytes }: ChosenFile): string => decodeText(bytes)?.text ?? '';

/** Why a file cannot be read as words; null where it can. */
export const noText = ({ path, bytes }: ChosenFile): Refused | null =>
  decodeText(bytes) === null
    ? refuse(`${lastName(path)} is not text. Save it as plain text or Markdown, and choose that file.`)
    : null;

/** What its person should look at: letters are guessed where a file is not in UTF-8. */
export const guessedIn = (file: ChosenFile): string[] =>
  decodeText(file.bytes)?.isGuessed
    ? [
        `${lastName(file.path)} is not in UTF-8. It was read as Windows-1252; look at its accents and quotation marks.`,
      ]
    : [];
