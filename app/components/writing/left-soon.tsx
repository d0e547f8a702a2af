import { type ComponentProps, Suspense, useEffect, useState } from 'react';
import { hasUnsentWords } from '#collab/client/kept-words.ts';
import { lazily } from '../lazily.tsx';

const LeftOfWriting = lazily(async () => (await import('./left-of-writing.tsx')).LeftOfWriting);

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
