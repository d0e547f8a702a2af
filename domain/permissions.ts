import type { PersonId } from './ids.ts';

/** The asking person, as far as rights go. A guest of a meeting has no account and is `null` here. */
export interface Actor {
  id: PersonId;
  role: 'administrator' | 'member';
  active: boolean;
}

/** A review's facts that decide who may do what with it. */
export interface ReviewAccess {
  privacy: 'open' | 'private';
  published: boolean;
  deleted: boolean;
  /** K2: its analysts have not closed the comments. */
  commentsOpen: boolean;
  analysts: readonly PersonId[];
  writers: readonly PersonId[];
  /** Named readers; inviting to a meeting of a private review names one (P10). */
  readers: readonly PersonId[];
  /** Facilitators and co-facilitators of its meetings. */
  facilitators: readonly PersonId[];
  /** People in the room of a live meeting of it, when the review lets the room write (P4). */
  roomWriters: readonly PersonId[];
}

/** A meeting's facts beside its review's. */
export interface MeetingAccess {
  review: ReviewAccess;
  facilitators: readonly PersonId[];
  invited: readonly PersonId[];
}

export type WorkspaceAction = 'sign in' | 'administer' | 'start a review';
export type ReviewAction =
  | 'read'
  | 'comment'
  | 'write'
  | 'manage'
  | 'plan meetings'
  | 'bin'
  | 'erase'
  | 'read interviews'
  | 'read history';
export type MeetingAction = 'enter' | 'steer' | 'read facilitator notes';

export const mayInWorkspace = (actor: Actor | null, action: WorkspaceAction): boolean => {
  if (!actor?.active) return false;
  switch (action) {
    case 'sign in':
    case 'start a review':
      return true;
    case 'administer':
      return actor.role === 'administrator';
  }
};

/** P1-P5: deny by default. Unknown and forbidden are the same answer, which the caller gives (P2). */
export const mayWithReview = (actor: Actor | null, action: ReviewAction, review: ReviewAccess): boolean => {
  if (!actor?.active || review.deleted) return false;
  const isAnalyst = review.analysts.includes(actor.id);
  const isNamed =
    isAnalyst ||
    review.writers.includes(actor.id) ||
    review.readers.includes(actor.id) ||
    review.facilitators.includes(actor.id);
  switch (action) {
    case 'read':
      return isNamed || (review.privacy === 'open' && review.published);
    case 'comment':
      return review.commentsOpen && mayWithReview(actor, 'read', review);
    case 'write':
      return (
        isAnalyst ||
        review.writers.includes(actor.id) ||
        (review.roomWriters.includes(actor.id) && mayWithReview(actor, 'read', review))
      );
    case 'manage':
    case 'bin':
    case 'erase':
    case 'read interviews':
      return isAnalyst;
    case 'read history':
      return isAnalyst || review.writers.includes(actor.id);
    case 'plan meetings':
      return isAnalyst || review.facilitators.includes(actor.id);
  }
};

export const mayWithMeeting = (
  actor: Actor | null,
  action: MeetingAction,
  meeting: MeetingAccess,
): boolean => {
  if (!mayWithReview(actor, 'read', meeting.review) || actor === null) return false;
  switch (action) {
    case 'enter':
      return true;
    case 'steer':
    case 'read facilitator notes':
      return meeting.facilitators.includes(actor.id);
  }
};
