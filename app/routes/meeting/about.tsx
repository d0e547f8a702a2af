import type { Anchored } from './use-anchor.ts';
import { usePlaceWords } from './use-place-words.ts';

/** What the words being written are about, and the one press that puts them where the group has gone meanwhile. */
export function About({ of: { anchor, other, take } }: { of: Anchored }) {
  const wordsOf = usePlaceWords();
  return (
    <span className="quietly about">
      {wordsOf(anchor, anchor.claim)}
      {other && (
        <>
          {' '}
          <button type="button" className="linkish quiet" onClick={() => take(other)}>
            Rather {wordsOf(other, other.claim)}
          </button>
        </>
      )}
    </span>
  );
}
