/** The Monday of the week a day is in; days are 'YYYY-MM-DD'. */
export function weekOf(day: string): string {
  const at = new Date(`${day}T00:00:00Z`);
  const sinceMonday = (at.getUTCDay() + 6) % 7;
  return addDays(day, -sinceMonday);
}

export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** R3: no reader's day is in the week any more, wherever on earth they are. */
export const isWeekOver = (week: string, now: Date): boolean =>
  now.getTime() >= Date.parse(`${addDays(week, 7)}T00:00:00Z`) + 12 * 3_600_000;
