import { asId, type StageId } from '#domain/ids.ts';
import { isSameTarget, TARGET_TYPES, type Target } from '#domain/meeting/target.ts';

/** Where something was begun: it stays about that while the group goes on (C1). */
export interface Anchor {
  stage: StageId | null;
  target: Target | null;
  /** The words of the target as they read then, for a different view to stand beside (C2). */
  claim: string;
}

export const isSameAnchor = (a: Anchor, b: Anchor): boolean =>
  a.stage === b.stage && isSameTarget(a.target, b.target);

export const writtenAnchor = (anchor: Anchor): string => JSON.stringify(anchor);

/** Null where nothing was begun, or what the tab held is something else. */
export function readAnchor(written: string): Anchor | null {
  try {
    const read = JSON.parse(written) as Partial<Anchor> | null;
    if (typeof read !== 'object' || read === null || typeof read.claim !== 'string') return null;
    const stage = typeof read.stage === 'string' ? asId<StageId>(read.stage) : null;
    return { stage, target: isTarget(read.target) ? read.target : null, claim: read.claim };
  } catch {
    return null;
  }
}

const isTarget = (read: Partial<Target> | null | undefined): read is Target =>
  typeof read === 'object' &&
  read !== null &&
  TARGET_TYPES.some((type) => type === read.type) &&
  typeof read.id === 'string' &&
  (read.section === null || typeof read.section === 'string');
