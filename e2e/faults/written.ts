/** The one document and the one person of `collab-program`. */
export const DOCUMENT = 'write-up:3d1f6f9e-5e0c-4c1d-9d57-0b8a54a3a001:1';
/** And of its further ones, where `DOCUMENTS` asks for so many in all. */
export const documentName = (nth: number): string =>
  nth === 0 ? DOCUMENT : `write-up:3d1f6f9e-5e0c-4c1d-9d57-1${String(nth).padStart(11, '0')}:1`;
export const WRITER = '3d1f6f9e-5e0c-4c1d-9d57-0b8a54a3a002';

/** Where the faults write: a piece of text no screen shows. */
export const FAULT_TEXT = 'fault-words';
