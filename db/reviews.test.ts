import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { aReview } from '../server/soak/testing.ts';
import { insertFixedFact } from './outcomes.ts';
import { lockReview } from './reviews.ts';
import { onPostgres } from './testing.ts';

onPostgres((engine) => {
  it('rows that name a review do not wait for its lock: with a meeting’s lock the other way round they would wait for ever', async () => {
    const { review, analyst } = await aReview(engine.db);
    const fact = { review, idea: null, words: 'Fixed', by: analyst.id, at: new Date() };
    const written = await engine.db.transaction().execute(async (tx) => {
      await lockReview(tx, review);
      const other = insertFixedFact(engine.db, { id: randomUUID(), ...fact }).then(() => 'written');
      const late = new Promise((resolve) => setTimeout(resolve, 2_000, 'waits'));
      return Promise.race([other, late]);
    });
    expect(written).toBe('written');
  });
});
