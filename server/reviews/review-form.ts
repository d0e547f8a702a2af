import { z } from 'zod';
import type { TeamId } from '#domain/ids.ts';
import { REVIEW_KINDS } from '#domain/write-up.ts';
import { day, id, line, optionalLine, zone } from '../doors/fields.ts';

/** The facts of a review as its forms post them. */
const facts = {
  kind: z.enum(REVIEW_KINDS, 'Please choose what kind it was.'),
  happenedOn: day(),
  happenedUntil: z.union([z.literal('').transform(() => null), day()]).default(null),
  zone: zone(),
  privacy: z.enum(['open', 'private'], 'Please choose who may read it.'),
  closestTeams: z.array(id<TeamId>()).max(50).default([]),
  sourceNote: optionalLine(300),
};

const endsAfterItBegan = {
  check: (value: { happenedOn: string; happenedUntil: string | null }) =>
    value.happenedUntil === null || value.happenedUntil >= value.happenedOn,
  says: { message: 'The last day is before the first one.', path: ['happenedUntil'] },
};

export const newReviewForm = z
  .strictObject({
    ...facts,
    title: line(200, 'Please give it a title; it can change later.'),
    wasInvolved: z.literal('on').optional(),
    leadsInvolved: z.literal('on').optional(),
  })
  .refine(endsAfterItBegan.check, endsAfterItBegan.says);

export const editReviewForm = z
  .strictObject({
    ...facts,
    roomMayWrite: z.literal('on').optional(),
    guestsMayJoin: z.literal('on').optional(),
    namesOrRoles: z.enum(['names', 'roles']),
    // S3: empty: as the workspace has it
    soakDays: z
      .union([z.literal('').transform(() => null), z.enum(['1', '2', '3', '4', '5']).transform(Number)])
      .default(null),
    intent: z.literal('facts'),
  })
  .refine(endsAfterItBegan.check, endsAfterItBegan.says);
