import { isDatabaseUnavailable } from '#db/engine/errors.ts';

/**
 * For what is noted in passing while somebody reads, and noted anew the next time: a database that is full or read-only keeps nobody
 * from reading. Never for what a person asked to keep.
 */
export async function whenItCanStore(noting: Promise<unknown>): Promise<void> {
  await noting.catch((error: unknown) => {
    if (!isDatabaseUnavailable(error)) throw error;
  });
}
