import type { IdeaShown } from '#server/actions/read-session-board.ts';
import { useRoom } from '../room-context.ts';

/** What is one with an idea: each still in its own words, by its own author, and two again by one press. */
export function Merged({ of: idea }: { of: IdeaShown }) {
  const { own, send } = useRoom();
  if (idea.merged.length === 0) return null;
  return (
    <ul className="merged" aria-label="One with it">
      {idea.merged.map((each) => (
        <li key={each.id}>
          <span>{each.words}</span> <span className="by">{each.by ?? 'unsigned'}</span>
          {own.actor.steers && (
            <button
              type="button"
              className="link"
              aria-label={`Split off: ${each.words}`}
              onClick={() => send({ command: 'split-idea', idea: each.id })}
            >
              Split off
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}
