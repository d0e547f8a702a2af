/** A row read as part of a joint reading comes as JSON, in which an instant is its text; read by itself it has a Date. */
export type Joined<Row> = {
  [Column in keyof Row]: Date extends Row[Column] ? Row[Column] | string : Row[Column];
};

export const instant = (stored: Date | string): Date => new Date(stored);

export const instantOrNull = (stored: Date | string | null): Date | null =>
  stored === null ? null : new Date(stored);
