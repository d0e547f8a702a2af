import { z } from 'zod';
import { recordAudit } from '#db/audit.ts';
import { deleteCode, deleteGuests, listGuests, putCode } from '#db/guests.ts';
import { lockMeeting } from '#db/meetings.ts';
import { findReview } from '#db/reviews.ts';
import { raiseRightsCounter } from '#db/rights.ts';
import type { PersonId } from '#domain/ids.ts';
import { CODE_LENGTH, codeFrom, type GuestControl, mayHaveCode } from '#domain/meeting/guests.ts';
import { isRefused, type Refused, refuse } from '#domain/refused.ts';
import type { App, SignedIn } from '../app.ts';
import { id } from '../doors/fields.ts';
import { type AskedMeeting, requireMeeting } from '../meetings/require-meeting.ts';
import { forbidden, notFound } from '../not-found.ts';
import { codeOf } from './code-of.ts';

/** The bodies of `POST /meetings/:id/guests`, listed in `domain/RULES.md`. */
export const guestDeed = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('make') }),
  z.strictObject({ do: z.literal('end') }),
  z.strictObject({ do: z.literal('remove'), guest: id<PersonId>() }),
]);
export type GuestDeed = z.infer<typeof guestDeed>;

/** For those who steer the meeting, and before it for those who plan it. */
async function requireHost(app: App, person: SignedIn, meeting: string | undefined): Promise<AskedMeeting> {
  const found = await requireMeeting(app, person, meeting);
  if (!found.actor.steers && !found.mayPlan)
    throw forbidden('The facilitators of this meeting let its guests in.');
  return found;
}

export async function readGuestControl(
  app: App,
  person: SignedIn,
  meeting: string | undefined,
): Promise<GuestControl> {
  return control(app, await requireHost(app, person, meeting));
}

async function control(app: App, { meeting, review }: AskedMeeting): Promise<GuestControl> {
  const may = mayHaveCode(meeting, review.guests_may_join);
  return {
    code: await codeOf(app, meeting, review),
    refusal: may === true ? null : may.refused,
    guests: (await listGuests(app.db, meeting.id)).map(({ id, name }) => ({ id, name })),
  };
}

/** G3: makes a code, at once instead of the one before; those inside stay. `end` takes it away and lets all guests go, `remove` one. */
export async function controlGuests(
  app: App,
  person: SignedIn,
  meetingId: string | undefined,
  deed: GuestDeed,
): Promise<GuestControl | Refused> {
  const found = await requireHost(app, person, meetingId);
  const done = await app.db.transaction().execute(async (tx) => {
    const meeting = await lockMeeting(tx, found.meeting.id);
    if (meeting === null) throw notFound();
    switch (deed.do) {
      case 'make': {
        const review = await findReview(tx, meeting.reviewId);
        const may = mayHaveCode(meeting, review?.guests_may_join === true);
        if (may !== true) return may;
        await putCode(tx, meeting.id, codeFrom(app.random.bytes(CODE_LENGTH)), person.id);
        await recordAudit(tx, app.clock.now(), person.id, 'made a code for guests', { meeting: meeting.id });
        return true;
      }
      case 'end':
        await deleteCode(tx, meeting.id);
        await deleteGuests(tx, meeting.id, null);
        await recordAudit(tx, app.clock.now(), person.id, 'closed a meeting for guests', {
          meeting: meeting.id,
        });
        break;
      case 'remove': {
        const before = await listGuests(tx, meeting.id);
        if (!before.some((guest) => guest.id === deed.guest))
          return refuse('That guest is not here any more.');
        await deleteGuests(tx, meeting.id, deed.guest);
      }
    }
    await raiseRightsCounter(tx);
    return true;
  });
  if (isRefused(done)) return done;
  app.collab.rightsChanged();
  return control(app, found);
}
