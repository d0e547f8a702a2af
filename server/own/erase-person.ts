import { recordAudit } from '#db/audit.ts';
import { countNamings, erasePersonRows, saveNamings } from '#db/erase-person.ts';
import { insertErasure } from '#db/erasing.ts';
import { listReviewsResting } from '#db/hand-over.ts';
import { findPerson, holdAdministrators } from '#db/people.ts';
import { asId, type PersonId, type ReviewId } from '#domain/ids.ts';
import { isRefused, type Refused, refuse } from '#domain/refused.ts';
import type { App, Database, SignedIn } from '../app.ts';
import { notFound } from '../not-found.ts';
import { changeRights } from '../people/change-rights.ts';
import { signInNow } from '../people/sign-in-times.ts';
import { handOverMeetings, meetingsResting } from '../settings/hand-over-meetings.ts';
import { LAST_ADMINISTRATOR } from '../settings/last-administrator.ts';
import { requireAdministrator } from '../settings/require-administrator.ts';

/** P12, by an administrator: somebody deactivated before, so that what rested on them has been handed over (P8). */
export async function erasePerson(
  app: App,
  administrator: SignedIn,
  id: PersonId,
  typedName: string,
): Promise<{ erased: true } | Refused> {
  requireAdministrator(administrator);
  return erase(app, id, typedName, administrator.id, (found) =>
    found.deactivated_at === null
      ? refuse('Deactivate them first: what rests on them alone is handed over in that step.')
      : null,
  );
}

/** P12, by themselves. The sign-in they ask with is gone afterwards. */
export async function eraseSelf(
  app: App,
  person: SignedIn,
  typedName: string,
): Promise<{ erased: true } | Refused> {
  return erase(app, person.id, typedName, null, () => null);
}

type Found = NonNullable<Awaited<ReturnType<typeof findPerson>>>;

async function erase(
  app: App,
  id: PersonId,
  typedName: string,
  by: PersonId | null,
  standsInTheWay: (found: Found) => Refused | null,
): Promise<{ erased: true } | Refused> {
  const now = signInNow(app);
  return changeRights(app, async (tx): Promise<{ erased: true } | Refused> => {
    const administrators = await holdAdministrators(tx);
    const found = await findPerson(tx, id);
    if (!found || found.email === null) throw notFound();
    if (typedName.trim() !== found.name)
      return refuse(
        `Nothing was erased. Type the name exactly as it stands here, “${found.name}”, to confirm.`,
      );
    if (administrators.length === 1 && administrators[0]?.id === id) return refuse(LAST_ADMINISTRATOR);
    const refused = standsInTheWay(found) ?? (await whatRests(tx, app, id));
    if (isRefused(refused)) return refused;
    // who is gone leads no meeting to come; those who lead it with them go on
    const { shared } = await meetingsResting(tx, app, id);
    await handOverMeetings(tx, app, { id: by ?? id }, shared, { leaving: id, successor: null });
    const namings = await countNamings(tx, [found.name, found.email]);
    const instead = asId<PersonId>(app.random.uuid());
    await saveNamings(
      tx,
      namings.map((one) => ({ ...one, id: app.random.uuid() })),
      now,
    );
    await erasePersonRows(tx, id, instead, now);
    await recordAudit(tx, now, by ?? instead, 'erased a person', {});
    // the embedded database's files and Soak's own dumps are swept as after erased words; there is no one review
    await insertErasure(tx, {
      id: app.random.uuid(),
      review: asId<ReviewId>(app.random.uuid()),
      person: by ?? instead,
      epoch: 0,
      at: now,
    });
    return { erased: true as const };
  });
}

/** P8: what they alone look after goes to somebody else first, while they are still there to choose. */
async function whatRests(tx: Database, app: App, id: PersonId): Promise<Refused | null> {
  const reviews = (await listReviewsResting(tx, id)).length;
  const meetings = (await meetingsResting(tx, app, id)).alone.length;
  if (reviews + meetings === 0) return null;
  const rests = [
    reviews > 0 &&
      (reviews === 1 ? 'one review has no other analyst' : `${reviews} reviews have no other analyst`),
    meetings > 0 &&
      (meetings === 1
        ? 'one meeting to come no other facilitator'
        : `${meetings} meetings to come no other facilitator`),
  ].filter((each) => each !== false);
  return refuse(
    `Nothing was erased: ${rests.join(' and ')}. Name somebody else there first, or ask an administrator to hand them over.`,
  );
}
