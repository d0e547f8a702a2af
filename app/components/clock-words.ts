/** The words are the domain's: mail and calendars say times as the pages do. */
export * from '#domain/clock-words.ts';
