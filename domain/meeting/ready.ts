import type { Room } from './meeting.ts';
import type { StageKind } from './stage.ts';

/** Where "I am ready" would say nothing, or too much: in a round one's turn says it. */
const NOT_OFFERED: readonly StageKind[] = ['round'];

/** M10: whether a stage of this kind asks who is ready. */
export const readyIsOffered = (kind: StageKind): boolean => !NOT_OFFERED.includes(kind);

/** M10: how many of those present are ready. A count, so that nobody can be named by it. */
export const readyCount = ({ ready, present }: Pick<Room, 'ready' | 'present'>): number =>
  ready.filter((person) => present.includes(person)).length;
