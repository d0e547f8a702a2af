import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asId, type PersonId } from './ids.ts';
import {
  type Actor,
  type MeetingAccess,
  type MeetingAction,
  mayInWorkspace,
  mayWithMeeting,
  mayWithReview,
  type ReviewAccess,
  type ReviewAction,
  type WorkspaceAction,
} from './permissions.ts';

const PEOPLE = ['amir', 'felicity', 'grace', 'tomas', 'root'].map((name) => asId<PersonId>(name));
const REVIEW_ACTIONS: ReviewAction[] = [
  'read',
  'comment',
  'write',
  'manage',
  'plan meetings',
  'bin',
  'read interviews',
  'read history',
];
const MEETING_ACTIONS: MeetingAction[] = ['enter', 'steer', 'read facilitator notes'];
const WORKSPACE_ACTIONS: WorkspaceAction[] = ['sign in', 'administer', 'start a review'];

const some = fc.subarray(PEOPLE);
const anActor: fc.Arbitrary<Actor> = fc.record({
  id: fc.constantFrom(...PEOPLE),
  role: fc.constantFrom('administrator' as const, 'member' as const),
  active: fc.boolean(),
});
const aReview: fc.Arbitrary<ReviewAccess> = fc.record({
  privacy: fc.constantFrom('open' as const, 'private' as const),
  published: fc.boolean(),
  deleted: fc.boolean(),
  commentsOpen: fc.boolean(),
  analysts: some,
  writers: some,
  readers: some,
  facilitators: some,
  roomWriters: some,
});
const aMeeting: fc.Arbitrary<MeetingAccess> = fc.record({
  review: aReview,
  facilitators: some,
  invited: some,
});

const holds = <T extends [unknown, ...unknown[]]>(property: fc.IPropertyWithHooks<T>) =>
  fc.assert(property, { numRuns: 500 });
const isNamed = (actor: Actor, review: ReviewAccess) =>
  [review.analysts, review.writers, review.readers, review.facilitators].some((list) =>
    list.includes(actor.id),
  );

describe('who may do what', () => {
  test('[P1] without a rule nothing is allowed: nobody and the deactivated may do nothing', () =>
    holds(
      fc.property(anActor, aMeeting, (actor, meeting) => {
        for (const asking of [null, { ...actor, active: false }]) {
          for (const action of WORKSPACE_ACTIONS) expect(mayInWorkspace(asking, action)).toBe(false);
          for (const action of REVIEW_ACTIONS)
            expect(mayWithReview(asking, action, meeting.review)).toBe(false);
          for (const action of MEETING_ACTIONS) expect(mayWithMeeting(asking, action, meeting)).toBe(false);
        }
      }),
    ));

  test('[P1] what lies in the bin is nobody’s', () =>
    holds(
      fc.property(anActor, aReview, (actor, review) => {
        for (const action of REVIEW_ACTIONS)
          expect(mayWithReview(actor, action, { ...review, deleted: true })).toBe(false);
      }),
    ));

  test('[P1] only an active administrator administers', () =>
    holds(
      fc.property(anActor, (actor) => {
        expect(mayInWorkspace(actor, 'administer')).toBe(actor.active && actor.role === 'administrator');
      }),
    ));

  test('[P2] whoever may not read may do nothing else, so that forbidden and unknown look the same', () =>
    holds(
      fc.property(anActor, aMeeting, (actor, meeting) => {
        fc.pre(!mayWithReview(actor, 'read', meeting.review));
        for (const action of REVIEW_ACTIONS) expect(mayWithReview(actor, action, meeting.review)).toBe(false);
        for (const action of MEETING_ACTIONS) expect(mayWithMeeting(actor, action, meeting)).toBe(false);
      }),
    ));

  test('[P3] reading: the named always, other members exactly what is open and published', () =>
    holds(
      fc.property(anActor, aReview, (actor, given) => {
        const review = { ...given, deleted: false };
        const expected = isNamed(actor, review) || (review.privacy === 'open' && review.published);
        expect(mayWithReview({ ...actor, active: true }, 'read', review)).toBe(expected);
      }),
    ));

  test('[P3] an outsider never learns of a private review, an administrator neither', () =>
    holds(
      fc.property(anActor, aReview, (actor, given) => {
        const without = (list: readonly PersonId[]) => list.filter((id) => id !== actor.id);
        const review: ReviewAccess = {
          ...given,
          privacy: 'private',
          analysts: without(given.analysts),
          writers: without(given.writers),
          readers: without(given.readers),
          facilitators: without(given.facilitators),
        };
        for (const action of REVIEW_ACTIONS) expect(mayWithReview(actor, action, review)).toBe(false);
      }),
    ));

  test('[P4] writing: analysts, named writers, and in a live meeting its room where the review says so', () =>
    holds(
      fc.property(anActor, aReview, (actor, given) => {
        const review = { ...given, deleted: false };
        const asking = { ...actor, active: true };
        const fromRoom = review.roomWriters.includes(actor.id) && mayWithReview(asking, 'read', review);
        const expected = review.analysts.includes(actor.id) || review.writers.includes(actor.id) || fromRoom;
        expect(mayWithReview(asking, 'write', review)).toBe(expected);
      }),
    ));

  test('[P5] interviews: the review’s analysts only, an administrator not', () =>
    holds(
      fc.property(anActor, aReview, (actor, review) => {
        const expected = actor.active && !review.deleted && review.analysts.includes(actor.id);
        expect(mayWithReview(actor, 'read interviews', review)).toBe(expected);
        expect(mayWithReview({ ...actor, role: 'administrator' }, 'read interviews', review)).toBe(expected);
      }),
    ));

  test('[P6] facilitators’ notes and steering: facilitators of that meeting who may read its review', () =>
    holds(
      fc.property(anActor, aMeeting, (actor, meeting) => {
        const expected =
          mayWithReview(actor, 'read', meeting.review) && meeting.facilitators.includes(actor.id);
        expect(mayWithMeeting(actor, 'read facilitator notes', meeting)).toBe(expected);
        expect(mayWithMeeting(actor, 'steer', meeting)).toBe(expected);
      }),
    ));

  test('[P10] an invitation alone opens nothing private; being named as reader does', () => {
    const [amir, , grace] = PEOPLE as [PersonId, PersonId, PersonId];
    const actor: Actor = { id: grace, role: 'member', active: true };
    const review: ReviewAccess = {
      privacy: 'private',
      published: true,
      deleted: false,
      commentsOpen: true,
      analysts: [amir],
      writers: [],
      readers: [],
      facilitators: [],
      roomWriters: [],
    };
    const meeting = { review, facilitators: [], invited: [grace] };
    expect(mayWithMeeting(actor, 'enter', meeting)).toBe(false);
    expect(mayWithMeeting(actor, 'enter', { ...meeting, review: { ...review, readers: [grace] } })).toBe(
      true,
    );
  });

  test('a role gives no rights over reviews: administrators and members are alike', () =>
    holds(
      fc.property(anActor, aReview, fc.constantFrom(...REVIEW_ACTIONS), (actor, review, action) => {
        const as = (role: Actor['role']) => mayWithReview({ ...actor, role }, action, review);
        expect(as('administrator')).toBe(as('member'));
      }),
    ));
});
