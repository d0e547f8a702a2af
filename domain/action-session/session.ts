import { type Refused, refuse } from '#domain/refused.ts';

/** What the rules of an action session ask of it. */
export interface ActionSession {
  kind: 'review' | 'action';
  phase: 'planned' | 'lobby' | 'live' | 'paused' | 'ended' | 'cancelled';
  startedAt: Date | null;
  unsealed: boolean;
  /** The outcome has been written down and the review is done. */
  closed: boolean;
}

/** S8, M20: the one gate before anything that could become an item. */
export const mayDecide = (session: ActionSession): true | Refused => {
  if (session.kind !== 'action') {
    return refuse(
      'A review meeting decides nothing about fixes. Seal the idea; the action session opens it once it has soaked.',
    );
  }
  if (session.startedAt === null) return refuse('The action session has not started yet.');
  if (session.closed)
    return refuse(
      'How it ended has been written down. To decide more, take that back at the last step: “Go on deciding”.',
    );
  if (session.phase !== 'live' && session.phase !== 'paused')
    return refuse('The action session is not running.');
  return session.unsealed ? true : refuse('The ideas are still sealed. Open them first.');
};

/** C8: in a live action session, once. */
export const mayUnseal = (session: ActionSession): true | Refused => {
  if (session.kind !== 'action')
    return refuse('Ideas are opened in the action session, once they have soaked.');
  if (session.phase !== 'live') return refuse('Ideas are opened while the action session is running.');
  return session.unsealed ? refuse('The ideas have been opened already.') : true;
};

/** C7: closed ideas change only while they are closed. */
export const maySeal = (review: { unsealed: boolean; done: boolean }): true | Refused => {
  if (review.done) return refuse('This review is done. An idea that comes now is worth a review of its own.');
  return review.unsealed ? refuse('The ideas have been opened. Say this one in the session.') : true;
};
