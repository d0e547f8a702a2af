import { chatHeader } from '#domain/import/pasted-chat.ts';
import type { ChosenFile } from './chosen-file.ts';

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

/** UTF-8, or the UTF-16 that some editors still save. */
export function textOf({ bytes }: ChosenFile): string {
  const isWide = bytes[0] === 0xff && bytes[1] === 0xfe;
  return new TextDecoder(isWide ? 'utf-16le' : 'utf-8').decode(bytes);
}
