import { useState } from 'react';
import type { CurrentShown } from '#domain/meeting/projection.ts';
import { isSameTarget, type Target } from '#domain/meeting/target.ts';

/** How far a stage has come among what it presents, kept while the spotlight shows something else; another stage begins anew. */
export function useWalked(current: CurrentShown | null): Target | null {
  const [walked, setWalked] = useState<{ stage: string; target: Target } | null>(null);
  const spotlit = current?.targets.find((target) => isSameTarget(target, current.spotlight)) ?? null;
  // Set while rendering, so that no frame shows the walk thrown back to its beginning.
  if (current && spotlit && (walked?.stage !== current.stage || !isSameTarget(walked.target, spotlit)))
    setWalked({ stage: current.stage, target: spotlit });
  return walked !== null && walked.stage === current?.stage ? walked.target : null;
}
