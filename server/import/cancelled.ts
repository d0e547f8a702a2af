/** Somebody took the way out while an import was running. */
export class Cancelled extends Error {}
