import type { MomentTime } from '#domain/write-up.ts';

/** When it ended comes after where the group stands: hindsight must not leak. */
export const begun = (time: MomentTime): MomentTime =>
  time.certainty === 'order-only' ? time : { ...time, end: null };

/** When a theory ended is told only once the group stands behind that: until then it has no end. */
export const endBefore = (time: MomentTime, here: string | null): string | null =>
  time.certainty === 'order-only' || time.end === null || here === null || time.end >= here ? null : time.end;
