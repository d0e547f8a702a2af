import { randomUUID } from 'node:crypto';
import { afterEach, expect, test } from 'vitest';
import { aloneAnyway } from '#db/alone.ts';
import { findLastErasure, insertErasure } from '#db/erasing.ts';
import { withDatabase } from '#db/testing.ts';
import { asId, type PersonId, type ReviewId } from '#domain/ids.ts';
import { keepSweeping, type Sweeping, type SweepingOptions } from './keep-sweeping.ts';

withDatabase((engine) => {
  let now = new Date('2026-11-20T10:00:00Z');
  let sweeping: Sweeping;
  const failures: unknown[] = [];
  const start = (options: Partial<SweepingOptions>) => {
    const log = { info: () => {}, error: (_: string, error: unknown) => void failures.push(error) };
    sweeping = keepSweeping(
      { db: engine.db, clock: { now: () => now }, log },
      { sweep: async () => true, renewDumps: null, isQuiet: () => true, alone: aloneAnyway, ...options },
    );
  };
  const erase = async () => {
    const review = asId<ReviewId>(randomUUID());
    const person = asId<PersonId>(randomUUID());
    await insertErasure(engine.db, { id: randomUUID(), review, person, epoch: 2, at: now });
    return review;
  };
  afterEach(() => sweeping.stop());

  test('[D14] nothing is swept where nothing was erased; what was is swept, then the dumps are renewed', async () => {
    const done: string[] = [];
    start({
      sweep: async () => Boolean(done.push('swept')),
      renewDumps: async () => void done.push('renewed'),
    });
    await sweeping.look();
    expect(done).toEqual([]);
    const review = await erase();
    now = new Date(now.getTime() + 60_000);
    await sweeping.look();
    await sweeping.look();
    expect(done).toEqual(['swept', 'renewed']);
    expect(await findLastErasure(engine.db, review)).toEqual({
      at: new Date(now.getTime() - 60_000),
      sweptAt: now,
    });
  });

  test('[C7] after opening ideas their tables alone are swept, and dumps stay as they are', async () => {
    const done: unknown[] = [];
    start({
      sweep: async ({ after }) => Boolean(done.push(after)),
      renewDumps: async () => void done.push('renewed'),
    });
    const opened = {
      id: randomUUID(),
      review: asId<ReviewId>(randomUUID()),
      person: asId<PersonId>(randomUUID()),
    };
    await insertErasure(engine.db, { ...opened, epoch: 0, at: now, keepsDumps: true });
    await sweeping.look();
    expect(done).toEqual(['opening']);
    await insertErasure(engine.db, { ...opened, id: randomUUID(), epoch: 0, at: now, keepsDumps: true });
    await erase();
    await sweeping.look();
    expect(done).toEqual(['opening', 'erasing', 'renewed']);
  });

  test('[D14] large tables wait for a quiet moment, for half an hour at most', async () => {
    const asked: boolean[] = [];
    start({
      sweep: async ({ mayTakeLong }) => Boolean(asked.push(mayTakeLong)) && mayTakeLong,
      isQuiet: () => false,
    });
    const review = await erase();
    await sweeping.look();
    expect((await findLastErasure(engine.db, review))?.sweptAt).toBeNull();
    now = new Date(now.getTime() + 30 * 60_000);
    await sweeping.look();
    expect(asked).toEqual([false, true]);
    expect((await findLastErasure(engine.db, review))?.sweptAt).toEqual(now);
  });

  test('[D14] where dumps cannot be renewed it is not said to be swept; that is said once, and tried again', async () => {
    let isFull = true;
    start({
      renewDumps: async () => {
        if (isFull) throw new Error('no room');
      },
    });
    const review = await erase();
    await sweeping.look();
    await sweeping.look();
    expect(failures).toHaveLength(1);
    expect((await findLastErasure(engine.db, review))?.sweptAt).toBeNull();
    isFull = false;
    await sweeping.look();
    expect((await findLastErasure(engine.db, review))?.sweptAt).toEqual(now);
  });
});
