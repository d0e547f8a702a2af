import { expect, it } from 'vitest';
import { forEachEngine } from '#db/testing.ts';
import type { SignedIn } from '../app.ts';
import { aReview } from '../soak/testing.ts';
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
});
