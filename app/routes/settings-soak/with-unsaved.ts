/**
 * The list of holidays as it stands in its field after something was stored: as stored where nothing else is typed in it, else what
 * is typed, and below it the days that have been added elsewhere, so that keeping the list takes none of them away.
 * @param known what was stored when the list was last put there
 * @param kept the list as it was posted, once it is stored
 */
export function withUnsaved({
  typed,
  known,
  stored,
  kept,
}: {
  typed: string;
  known: string;
  stored: string;
  kept: string | undefined;
}): string {
  // a form posts its lines with two characters at each end
  if (typed === known || typed === kept?.replaceAll('\r\n', '\n')) return stored;
  const there = new Set([...known.split('\n'), ...typed.split('\n')].map(dayOf));
  const added = stored.split('\n').filter((line) => line !== '' && !there.has(dayOf(line)));
  return added.length === 0 ? typed : [typed.trimEnd(), ...added].join('\n');
}

const dayOf = (line: string): string => line.trim().slice(0, '2026-12-25'.length);
