import { type QueueEntry, speakerOf, TURN_TYPES } from './queue-entry.ts';

/** Who is waiting, in the order of turns (M11): by type, then those who have not spoken yet, then by time; hand-set places hold. */
export function inOrder(queue: readonly QueueEntry[]): QueueEntry[] {
  const spoken = new Set(queue.filter(({ state }) => state !== 'waiting').map(speakerOf));
  const waiting = queue.filter(({ state }) => state === 'waiting');
  const byRule = (a: QueueEntry, b: QueueEntry) => compareByRule(a, b, spoken);
  const unplaced = waiting.filter(({ placed }) => placed === null).sort(byRule);
  const placed = waiting
    .filter(({ placed }) => placed !== null)
    .sort((a, b) => (a.placed ?? 0) - (b.placed ?? 0));
  return merged(placed, unplaced, byRule);
}

/** A new entry comes before the first hand-placed one that the rule puts after it, and after all before that. */
function merged(
  placed: QueueEntry[],
  unplaced: QueueEntry[],
  byRule: (a: QueueEntry, b: QueueEntry) => number,
) {
  const order: QueueEntry[] = [];
  let at = 0;
  for (const entry of placed) {
    for (let free = unplaced[at]; free && byRule(free, entry) < 0; free = unplaced[at]) {
      order.push(free);
      at += 1;
    }
    order.push(entry);
  }
  return [...order, ...unplaced.slice(at)];
}

function compareByRule(a: QueueEntry, b: QueueEntry, spoken: ReadonlySet<string>): number {
  return (
    TURN_TYPES.indexOf(a.type) - TURN_TYPES.indexOf(b.type) ||
    Number(spoken.has(speakerOf(a))) - Number(spoken.has(speakerOf(b))) ||
    a.raisedAt.getTime() - b.raisedAt.getTime() ||
    (a.id < b.id ? -1 : 1)
  );
}
