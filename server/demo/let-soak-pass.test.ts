import { expect, it } from 'vitest';
import { withDatabase } from '#db/testing.ts';
import type { App } from '../app.ts';
import { startSoakOnEnd } from '../soak/start-soak.ts';
import { aReview } from '../soak/testing.ts';
import { letSoakPass, listPassableSoaks } from './let-soak-pass.ts';

withDatabase((engine) => {
  /** A review that soaks from Friday to Tuesday, in a demo whose clock can be moved. */
  const soaking = async () => {
    const field = await aReview(engine.db);
    await startSoakOnEnd(engine.db, field.review, field.at('2026-11-20T14:00:00Z'), 'Europe/Berlin');
    const moved: string[] = [];
    const moveClockTo = async (instant: Date) =>
      void moved.push(field.at(instant.toISOString()).toISOString());
    const app: App = { ...field.app, demo: { moveClockTo, people: [] } };
    const offered = async () => (await listPassableSoaks(app, field.analyst)).map(({ review }) => review);
    return { ...field, app, moved, offered, real: field.app };
  };

  it('lets a soak pass to its very end, and offers it no more', async () => {
    const { app, analyst, review, moved, offered } = await soaking();
    expect(await offered()).toContain(review);
    expect(await letSoakPass(app, analyst, review)).toEqual({ review });
    expect(moved).toEqual(['2026-11-24T14:00:00.000Z']);
    expect(await offered()).not.toContain(review);
    const again = await letSoakPass(app, analyst, review);
    expect(again).toMatchObject({ refused: expect.stringContaining('not soaking') });
  });

  it('a demo’s clock stays with a meeting that runs', async () => {
    const { app, analyst, review, moved, meeting, setPhase } = await soaking();
    const running = await meeting('review', { startsAt: '2026-11-20T14:00:00Z', facilitator: analyst });
    await setPhase(running, 'live');
    const refused = await letSoakPass(app, analyst, review);
    expect(refused).toMatchObject({ refused: expect.stringContaining('A meeting is running.') });
    expect(moved).toEqual([]);
    await setPhase(running, 'ended');
  });

  it('outside of the demo there is no way to move time, and in it none for what is not one’s to read', async () => {
    const { app, real, analyst, review, person } = await soaking();
    const gone = { init: { status: 404 } };
    expect(await listPassableSoaks(real, analyst)).toEqual([]);
    await expect(letSoakPass(real, analyst, review)).rejects.toMatchObject(gone);
    await engine.db.updateTable('reviews').set({ privacy: 'private' }).where('id', '=', review).execute();
    await expect(letSoakPass(app, await person('Otto'), review)).rejects.toMatchObject(gone);
  });
});
