/** The one document and the one person of `collab-program`. */
export const DOCUMENT = 'write-up:3d1f6f9e-5e0c-4c1d-9d57-0b8a54a3a001:1';
export const WRITER = '3d1f6f9e-5e0c-4c1d-9d57-0b8a54a3a002';

/** Where the faults write: a piece of text no screen shows. */
export const FAULT_TEXT = 'fault-words';
