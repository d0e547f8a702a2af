import type { Anchor } from './anchor.ts';
import { useRoom } from './room-context.ts';
import { cut, findTarget, momentTime, wordsFor } from './target-words.ts';
import type { Anchored } from './use-anchor.ts';

/** What the words being written are about, and the one press that puts them where the group has gone meanwhile. */
export function About({ of: { anchor, other, take } }: { of: Anchored }) {
  const wordsOf = useAnchorWords();
  return (
    <span className="quietly about">
      {wordsOf(anchor)}
      {other && (
        <>
          {' '}
          <button type="button" className="linkish quiet" onClick={() => take(other)}>
            Rather {wordsOf(other)}
          </button>
        </>
      )}
    </span>
  );
}

function useAnchorWords(): (anchor: Anchor) => string {
  const { writeUp, room, momentZone: zone } = useRoom();
  return ({ stage, target, claim }) => {
    const found = findTarget(writeUp, target);
    const isTimed = found?.type === 'moment' && momentTime(found.moment.time, zone) !== null;
    if (found) return `${isTimed ? 'at' : 'about'} ${wordsFor(found, zone)}`;
    // a guest sees what is on stage, and no write-up
    if (claim) return `about “${cut(claim)}”`;
    const title = room.stages.find(({ id }) => id === stage)?.title;
    return title ? `in “${title}”` : '';
  };
}
