import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { createBus } from '#collab/server/relay/testing-relay.ts';
import { withDatabase } from '#db/testing.ts';
import { asId, type PersonId, type ReviewId } from '#domain/ids.ts';
import { createReviewNews } from './review-news.ts';

withDatabase((engine) => {
  test('who waits on another node is let go as soon as the relay tells, without a look at the rows', async () => {
    const bus = createBus();
    const log = { info: () => {}, error: () => {} };
    const [here, there] = [bus.node(), bus.node()].map((relay) =>
      createReviewNews({ db: engine.db, log, relay }, { poll: 60_000, longest: 60_000 }),
    );
    const review = asId<ReviewId>(randomUUID());
    const known = { rev: 0, rights: 0 };
    const other = asId<ReviewId>(randomUUID());
    const ended: string[] = [];
    const signal = new AbortController().signal;
    const person = asId<PersonId>(randomUUID());
    const waiting = there?.next(review, person, known, signal)?.then(() => ended.push('this review'));
    void there?.next(other, person, known, signal)?.then(() => ended.push('another'));
    here?.changed(review);
    await waiting;
    expect(ended).toEqual(['this review']);
    for (const news of [here, there]) news?.close();
  });
});
