import type { Offered } from './use-mentions.ts';

/** Who can be named; the field's arrow keys, Enter and Escape work it. */
export function MentionList({
  listId,
  shown,
  current,
  choose,
}: {
  listId: string;
  shown: readonly Offered[];
  current: number;
  choose: (person: Offered) => void;
}) {
  if (shown.length === 0) return null;
  return (
    <>
      <div className="mention-list" role="listbox" id={listId} aria-label="People who may read this">
        {shown.map((person, at) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: keys reach it through the field
          <div
            key={person.id}
            id={`${listId}-${at}`}
            role="option"
            tabIndex={-1}
            aria-selected={at === current}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => choose(person)}
          >
            {person.name}
          </div>
        ))}
      </div>
      <span className="sr" role="status">
        {shown[current]?.name}, {current + 1} of {shown.length}
      </span>
    </>
  );
}
