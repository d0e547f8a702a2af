/** What a file says, and what its reader should know of how it was read. */
export interface DecodedText {
  text: string;
  /** Read as Windows-1252, because it is not UTF-8: letters with accents are worth a look. */
  isGuessed: boolean;
}

/** The words of a file: UTF-8, UTF-16 with or without its mark, else what older programs write. Null: it is no text. */
export function decodeText(bytes: Uint8Array): DecodedText | null {
  const utf16 = utf16Of(bytes);
  try {
    return { text: new TextDecoder(utf16 ?? 'utf-8', { fatal: true }).decode(bytes), isGuessed: false };
  } catch {
    if (utf16 !== null || bytes.includes(0)) return null;
    return { text: new TextDecoder('windows-1252').decode(bytes), isGuessed: true };
  }
}

/** Every second byte of plain letters is nought in UTF-16, mark or not. */
function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const [first, second, third, fourth] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (first !== 0 && second === 0 && third !== 0 && fourth === 0) return 'utf-16le';
  if (first === 0 && second !== 0 && third === 0 && fourth !== 0) return 'utf-16be';
  return null;
}
