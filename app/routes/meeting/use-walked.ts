import { useState } from 'react';
import type { CurrentShown } from '#domain/meeting/projection.ts';

/** How far a walk has come, kept while the spotlight shows something else; another stage begins anew. */
export function useWalked(current: CurrentShown | null): string | null {
  const [walked, setWalked] = useState<{ stage: string; moment: string } | null>(null);
  const spotlit = current?.spotlight?.type === 'moment' ? current.spotlight.id : null;
  // Set while rendering, so that no frame shows the walk thrown back to its beginning.
  if (current && spotlit && (walked?.moment !== spotlit || walked.stage !== current.stage))
    setWalked({ stage: current.stage, moment: spotlit });
  return walked !== null && walked.stage === current?.stage ? walked.moment : null;
}
