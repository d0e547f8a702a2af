import { isoDayOf, timeOf } from '#app/components/clock-words.ts';
import { asId, isUuid, type MeetingId, type PersonId } from '#domain/ids.ts';
import type { App, SignedIn } from '#server/app.ts';
import { requireReview } from '#server/reviews/require-review.ts';
import { proposeActionSession } from '#server/soak/propose-session.ts';
import { DEFAULT_MINUTES } from './draft-plan.ts';

/** S4: writes the first hour that is free for everyone ticked into what was posted; leaves it alone where no soak's end is known. */
export async function findTime(
  app: App,
  person: SignedIn,
  id: string,
  meeting: string | undefined,
  posted: FormData,
): Promise<void> {
  const { review } = await requireReview(app, person, id, 'plan meetings');
  const people = [...posted.getAll('facilitators[]'), ...posted.getAll('invited[]')]
    .filter((each): each is string => typeof each === 'string' && isUuid(each))
    .map((each) => asId<PersonId>(each));
  const minutes = Math.min(480, Math.max(5, Number(posted.get('minutes')) || DEFAULT_MINUTES.action));
  const found = await proposeActionSession(app, review.id, people, {
    minutes,
    except: isUuid(meeting) ? asId<MeetingId>(meeting) : null,
  });
  if (found === null) return;
  posted.set('day', isoDayOf(found.startsAt, found.zone));
  posted.set('time', timeOf(found.startsAt, found.zone));
  posted.set('zone', found.zone);
}
