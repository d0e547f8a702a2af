/**
 * Goes with every connection to a write-up. Raise it whenever the editor's schema learns a node, mark or attribute:
 * an older tab would delete what it does not know, so the server asks it to reload instead.
 */
export const WRITE_UP_SCHEMA_VERSION = 2;
