import { uuidv4 } from 'lib0/random';

/** An id for a block nobody has named yet. Not `crypto.randomUUID`: browsers keep that from plain http on a local network. */
export const freshId = (): string => uuidv4();
