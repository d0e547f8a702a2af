import { When } from '#app/components/when.tsx';
import type { MessageExtras } from '#domain/import/evidence.ts';

/** What the source knew beside the words: edits and reactions. */
export function Extras({ extras: { edited, reactions } }: { extras: MessageExtras }) {
  if (!edited && !reactions) return null;
  return (
    <p className="extras">
      {edited && (
        <span>
          edited <When at={edited} as="time" />
        </span>
      )}
      {reactions?.map(({ name, count }) => (
        <span key={name}>
          :{name}: {count}
        </span>
      ))}
    </p>
  );
}
