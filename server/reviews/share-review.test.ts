import { expect, it } from 'vitest';
import { listReadersInvitedTo } from '#db/review-people.ts';
import { updateReview } from '#db/reviews.ts';
import { forEachEngine } from '#db/testing.ts';
import type { SignedIn } from '../app.ts';
import { aReview } from '../soak/testing.ts';
import { letThemRead, listLeftOutside } from './left-outside.ts';
import { nameReviewPerson, unnameReviewPerson } from './share-review.ts';

forEachEngine((engine) => {
  const withTwoAnalysts = async () => {
    const field = await aReview(engine.db);
    const other = await field.person('Otto');
    await nameReviewPerson(field.app, field.analyst, field.review, {
      person: other.id,
      role: 'analyst',
      wasInvolved: false,
      leadsInvolved: false,
    });
    const leave = (by: SignedIn, who: SignedIn) =>
      unnameReviewPerson(field.app, by, field.review, { person: who.id, role: 'analyst' });
    return { ...field, other, leave };
  };
  const analystsOf = (review: string) =>
    engine.db
      .selectFrom('review_people')
      .select('person_id')
      .where('review_id', '=', review as never)
      .where('role', '=', 'analyst')
      .execute();

  it('[P8] the last analyst who can still sign in stays, whoever else is written there', async () => {
    const { analyst, other, leave, review } = await withTwoAnalysts();
    await engine.db
      .updateTable('people')
      .set({ deactivated_at: new Date() })
      .where('id', '=', other.id)
      .execute();
    expect(await leave(analyst, analyst)).toMatchObject({ refused: expect.any(String) });
    expect(await analystsOf(review)).toHaveLength(2);
    expect(await leave(analyst, other)).toBeNull();
  });

  it('[P8] two analysts who take each other away at once leave one', async () => {
    const { analyst, other, leave, review } = await withTwoAnalysts();
    await Promise.allSettled([leave(analyst, other), leave(other, analyst)]);
    expect(await analystsOf(review)).toHaveLength(1);
  });

  it('[P10] who is invited to its meeting and cannot read it since it became private or a draft is named to the analysts, and let in again by one press', async () => {
    const { app, analyst, review, person, meeting, setPhase } = await aReview(engine.db);
    const [grace, vera] = [await person('Grace'), await person('Vera')];
    const ahead = await meeting('review', { startsAt: '2026-11-20T13:00:00Z', facilitator: analyst });
    const over = await meeting('review', { startsAt: '2026-11-17T13:00:00Z', facilitator: analyst });
    await setPhase(over, 'ended');
    await engine.db
      .insertInto('meeting_people')
      .values([
        { meeting_id: ahead, person_id: grace.id, role: 'invited' },
        { meeting_id: over, person_id: vera.id, role: 'invited' },
      ])
      .execute();
    const outside = () => listLeftOutside(app, analyst, review);
    expect(await outside()).toEqual([]);
    await updateReview(engine.db, review, { privacy: 'private' });
    expect(await outside()).toEqual(['Grace']);
    await expect(listLeftOutside(app, grace, review)).rejects.toMatchObject({ init: { status: 404 } });
    await letThemRead(app, analyst, review);
    expect(await outside()).toEqual([]);
    // as if invited now: taking the invitation back takes the reading back (P10)
    expect(await listReadersInvitedTo(engine.db, ahead)).toEqual([grace.id]);
    await updateReview(engine.db, review, { published_at: null });
    expect(await outside()).toEqual([]);
  });
});
