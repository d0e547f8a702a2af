/**
 * A6: what of one kind may be shown. `hidden`: too few people are of this kind to say anything, even that nobody came.
 * `nobody`, `a-few` and `most` are words, never numbers.
 */
export type Shown = number | 'nobody' | 'a-few' | 'most' | 'hidden';

/** Fewer than this are never a number, nor are all but fewer than this. */
export const FEW = 3;
/** Of so few people one more or less would tell on somebody: there is only nobody, or a few. */
const SMALL = 5;

/**
 * One kind's count as everybody may see it.
 * @param pool how many people could be of this kind without their name shown; null where nobody can know
 */
export function shownOf(count: number, pool: number | null): Shown {
  if (pool !== null && pool < FEW) return 'hidden';
  if (count === 0) return 'nobody';
  if (count < FEW || (pool !== null && pool < SMALL)) return 'a-few';
  // who knows that all but two came, and is one of the two, would know it of everybody else
  return pool !== null && pool - count < FEW ? 'most' : count;
}

/** By how many people two shown kinds differ at least; 0 where they read the same. */
export function differAtLeast(before: Shown, after: Shown, pool: number | null): number {
  if (before === after) return 0;
  // only a name that is shown or taken away, for all to see, makes a kind hidden or brings it back
  if (before === 'hidden' || after === 'hidden') return FEW;
  const [one, other] = [spanOf(before, pool), spanOf(after, pool)];
  return Math.max(1, one.from - other.to, other.from - one.to);
}

function spanOf(shown: Exclude<Shown, 'hidden'>, pool: number | null): { from: number; to: number } {
  switch (shown) {
    case 'nobody':
      return { from: 0, to: 0 };
    case 'a-few':
      return { from: 1, to: FEW - 1 };
    case 'most':
      return { from: Math.max(FEW, (pool ?? 0) - FEW + 1), to: Number.POSITIVE_INFINITY };
    default:
      return { from: shown, to: shown };
  }
}
