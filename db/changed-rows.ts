/** What became of a list of rows with ids: compared by identity, since states are never changed in place. */
export interface ChangedRows<Row> {
  added: Row[];
  changed: Row[];
  removed: string[];
}

export function changedRows<Row extends { id: string }>(
  before: readonly Row[],
  after: readonly Row[],
): ChangedRows<Row> {
  if (before === after) return { added: [], changed: [], removed: [] };
  const known = new Map(before.map((row) => [row.id, row]));
  const kept = new Set(after.map((row) => row.id));
  return {
    added: after.filter((row) => !known.has(row.id)),
    changed: after.filter((row) => known.has(row.id) && known.get(row.id) !== row),
    removed: before.filter((row) => !kept.has(row.id)).map((row) => row.id),
  };
}
