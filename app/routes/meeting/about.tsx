import type { Anchor } from './anchor.ts';
import { useRoom } from './room-context.ts';
import { cut } from './target-words.ts';
import type { Anchored } from './use-anchor.ts';
import { usePlaceWords } from './use-place-words.ts';

/** What the words being written are about, and the one press that puts them where the group has gone meanwhile. */
export function About({ of: { anchor, other, take } }: { of: Anchored }) {
  const wordsOf = useAnchorWords();
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

/** A guest sees what is on stage, and no write-up: its words stand for the place. */
function useAnchorWords(): (anchor: Anchor) => string {
  const placeOf = usePlaceWords();
  const isGuest = useRoom().own.actor.guest === true;
  return (anchor) => (isGuest && anchor.claim ? `about “${cut(anchor.claim)}”` : placeOf(anchor));
}
