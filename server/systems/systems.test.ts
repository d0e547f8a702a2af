import { beforeAll, describe, expect, test } from 'vitest';
import { listSystems } from '#db/systems.ts';
import { withDatabase } from '#db/testing.ts';
import { asId, type SystemId } from '#domain/ids.ts';
import { isRefused } from '#domain/refused.ts';
import type { SignedIn } from '../app.ts';
import { ensureWorkspace, somebody, type TestApp, testApp } from '../people/testing.ts';
import { changeTeam, makeTeam } from '../settings/change-team.ts';
import { proposeInvited } from '../soak/propose-session.ts';
import { aReview } from '../soak/testing.ts';
import { addSystem, changeSystem, readSystems, retireSystem } from './change-systems.ts';
import { systemNames } from './system-names.ts';

describe('systems', () =>
  withDatabase((engine) => {
    let app: TestApp;
    let root: SignedIn;

    beforeAll(async () => {
      app = testApp(() => engine.db);
      await ensureWorkspace(app);
      root = await somebody(app, { name: 'Root', role: 'administrator' });
    });

    const team = async (name: string, ...members: SignedIn[]) => {
      const made = await makeTeam(app, root, name);
      if (isRefused(made)) throw new Error(made.refused);
      const ids = members.map(({ id }) => id);
      await changeTeam(app, root, made, { name, members: ids, leads: ids.slice(0, 1) });
      return made;
    };
    const system = async (name: string, owner: Awaited<ReturnType<typeof team>> | null = null) => {
      const done = await addSystem(app, root, { name, team: owner });
      if (isRefused(done)) throw new Error(done.refused);
      return done.added;
    };

    test('[P1] nobody but an administrator changes them', async () => {
      const grace = await somebody(app, { name: 'Grace' });
      const id = asId<SystemId>(app.random.uuid());
      const facts = { name: 'Router', team: null };
      for (const asked of [
        () => readSystems(app, grace),
        () => addSystem(app, grace, facts),
        () => changeSystem(app, grace, id, facts),
        () => retireSystem(app, grace, id, true),
      ])
        await expect(asked()).rejects.toMatchObject({ init: { status: 404 } });
    });

    test('a name is taken once; a retired system is still named, and comes back', async () => {
      const id = await system('Mailer');
      expect(await addSystem(app, root, { name: 'Mailer', team: null })).toMatchObject({
        refused: expect.stringContaining('of this name'),
      });
      await retireSystem(app, root, id, true);
      await changeSystem(app, root, id, { name: 'Mail relay', team: null });
      expect((await systemNames(app))[id]).toEqual({ name: 'Mail relay', isRetired: true });
      await retireSystem(app, root, id, false);
      expect((await listSystems(app.db)).find((one) => one.id === id)?.retiredAt).toBeNull();
    });

    test('[S4] an action session proposes whoever owns what its findings name, retired or not', async () => {
      const { review, analyst } = await aReview(engine.db);
      const [priya, paul, nora] = [
        await somebody(app, { name: 'Priya' }),
        await somebody(app, { name: 'Paul' }),
        await somebody(app, { name: 'Nora' }),
      ];
      const payments = await system('Payments API', await team('Payments', priya, paul));
      const router = await system('Router', await team('Network', nora));
      await retireSystem(app, root, router, true);
      const named = [router, 'never a system', app.random.uuid(), payments];
      expect(await proposeInvited(engine.db, review, [analyst.id], named)).toEqual([
        nora.id,
        priya.id,
        paul.id,
      ]);
      expect(await proposeInvited(engine.db, review, [analyst.id], [])).toEqual([]);
    });
  }));
