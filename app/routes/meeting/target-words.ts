/** The words are the domain's: the record and what is taken away say a place as the room does. */
export { textOf } from '#domain/meeting/claim.ts';
export { type Found, findTarget, hasTarget } from '#domain/meeting/find-target.ts';
export * from '#domain/meeting/target-words.ts';
