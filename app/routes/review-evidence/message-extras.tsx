import { When } from '#app/components/when.tsx';
import type { MessageExtras } from '#domain/import/evidence.ts';

/** What the source knew beside the words: edits, reactions, names of files. */
export function Extras({ extras: { edited, reactions, files } }: { extras: MessageExtras }) {
  if (!edited && !reactions && !files) return null;
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
      {files?.map((name, at) => (
        <span key={`${name}-${at}`}>file: {name}</span>
      ))}
    </p>
  );
}
