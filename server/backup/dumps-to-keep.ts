export const HOURLY_KEPT = 24;
export const DAILY_KEPT = 7;

const NAME = /^(\d{4}-\d{2}-\d{2})T(\d{2})-(\d{2})\.soak$/;

/** A dump's file name, by the minute in UTC: names sort by time. */
export const dumpName = (at: Date): string => `${at.toISOString().slice(0, 16).replace(':', '-')}.soak`;

/** When a dump was made, by its name; null for any other file. */
export const dumpTime = (name: string): Date | null => {
  const match = NAME.exec(name);
  if (!match) return null;
  const [, day, hour, minute] = match;
  const at = new Date(`${day}T${hour}:${minute}:00Z`);
  return Number.isNaN(at.getTime()) ? null : at;
};

/** The last 24, and of the last seven days that have any the newest of each; other files are nobody's business. */
export function dumpsToForget(names: readonly string[]): string[] {
  const dumps = names
    .filter((name) => dumpTime(name) !== null)
    .sort()
    .reverse();
  const newestOfDays = new Map<string, string>();
  for (const name of dumps) {
    const day = name.slice(0, 10);
    if (!newestOfDays.has(day)) newestOfDays.set(day, name);
  }
  const kept = new Set([...dumps.slice(0, HOURLY_KEPT), ...[...newestOfDays.values()].slice(0, DAILY_KEPT)]);
  return dumps.filter((name) => !kept.has(name));
}
