import { type ComponentProps, lazy, Suspense, useEffect, useState } from 'react';
import { hasUnsentWords } from '#collab/client/kept-words.ts';

const LeftOfWriting = lazy(async () => ({ default: (await import('./left-here.tsx')).LeftOfWriting }));

/** `LeftOfWriting`, fetched by those alone of whom this browser keeps anything: a page to read stays light. */
export function LeftSoon(whose: ComponentProps<typeof LeftOfWriting>) {
  const [isKept, setKept] = useState(false);
  useEffect(() => setKept(hasUnsentWords(whose.person)), [whose.person]);
  return (
    isKept && (
      <Suspense>
        <LeftOfWriting {...whose} />
      </Suspense>
    )
  );
}
