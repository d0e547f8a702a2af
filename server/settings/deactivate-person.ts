import { recordAudit } from '#db/audit.ts';
import { addAnalyst, listReviewsResting } from '#db/hand-over.ts';
import { deleteUnusedLinks } from '#db/one-time-links.ts';
import { findPerson, holdAdministrators, updatePerson } from '#db/people.ts';
import { deleteSignInsOf } from '#db/sign-ins.ts';
import { deleteTokensOf } from '#db/tokens.ts';
import type { PersonId } from '#domain/ids.ts';
import { isRefused, type Refused, refuse } from '#domain/refused.ts';
import type { App, Database, SignedIn } from '../app.ts';
import { notFound } from '../not-found.ts';
import { changeRights } from '../people/change-rights.ts';
import { signInNow } from '../people/sign-in-times.ts';
import { handOverMeetings, meetingsResting } from './hand-over-meetings.ts';
import { LAST_ADMINISTRATOR } from './last-administrator.ts';
import { requireAdministrator } from './require-administrator.ts';

/**
 * Takes somebody's way in, at once and everywhere; what they wrote stays. Reviews that only they look after and meetings
 * to come that only they facilitate go to `successor` first, the last administrator stays (P8).
 */
export async function deactivatePerson(
  app: App,
  person: SignedIn,
  id: PersonId,
  successor: PersonId | null,
): Promise<{ reviews: number; meetings: number } | Refused> {
  requireAdministrator(person);
  const now = signInNow(app);
  const answer = await changeRights(app, async (tx) => {
    const administrators = await holdAdministrators(tx);
    const found = await findPerson(tx, id);
    if (!found || found.deactivated_at !== null) throw notFound();
    if (administrators.length === 1 && administrators[0]?.id === id) return refuse(LAST_ADMINISTRATOR);
    const reviews = await listReviewsResting(tx, id);
    const { alone, shared } = await meetingsResting(tx, app, id);
    const rests = reviews.length + alone.length > 0;
    if (rests && !(await maySucceed(tx, successor, id)))
      return refuse(needsSuccessor(found.name, reviews.length, alone.length));
    await addAnalyst(tx, reviews, successor as PersonId);
    await handOverMeetings(tx, app, person, alone, { leaving: id, successor });
    await handOverMeetings(tx, app, person, shared, { leaving: id, successor: null });
    await updatePerson(tx, id, { deactivated_at: now });
    await deleteSignInsOf(tx, id);
    await deleteTokensOf(tx, id);
    for (const purpose of ['join', 'password'] as const) await deleteUnusedLinks(tx, purpose, id);
    const heir: Record<string, string> = successor && rests ? { successor } : {};
    await recordAudit(tx, now, person.id, 'deactivated a person', { person: id, ...heir });
    return { reviews: reviews.length, meetings: alone.length, changed: [...alone, ...shared] };
  });
  if (isRefused(answer)) return answer;
  for (const meeting of answer.changed) app.collab.roomChanged(meeting);
  return { reviews: answer.reviews, meetings: answer.meetings };
}

/** Lets somebody in again, with the rights they had; they sign in anew. */
export async function activatePerson(app: App, person: SignedIn, id: PersonId): Promise<void> {
  requireAdministrator(person);
  await changeRights(app, async (tx) => {
    if (!(await findPerson(tx, id))) throw notFound();
    await updatePerson(tx, id, { deactivated_at: null });
    await recordAudit(tx, signInNow(app), person.id, 'activated a person', { person: id });
  });
}

async function maySucceed(tx: Database, successor: PersonId | null, leaving: PersonId): Promise<boolean> {
  if (successor === null || successor === leaving) return false;
  const found = await findPerson(tx, successor);
  return found !== null && found.deactivated_at === null;
}

/** Counts alone: an administrator may not learn what private reviews there are. */
const needsSuccessor = (name: string, reviews: number, meetings: number) => {
  const alone = [
    reviews > 0 && `the only analyst of ${reviews === 1 ? 'one review' : `${reviews} reviews`}`,
    meetings > 0 &&
      `the only facilitator of ${meetings === 1 ? 'one meeting to come' : `${meetings} meetings to come`}`,
  ].filter((each) => each !== false);
  return `${name} is ${alone.join(' and ')}. Choose who takes over.`;
};
