import { listSystems } from '#db/systems.ts';
import type { App } from '../app.ts';

/** What pages of a write-up need to show the systems its findings name. Names of systems are no secret inside a workspace. */
export const systemNames = async (
  app: Pick<App, 'db'>,
): Promise<Record<string, { name: string; isRetired: boolean }>> =>
  Object.fromEntries(
    (await listSystems(app.db)).map(({ id, name, retiredAt }) => [
      id,
      { name, isRetired: retiredAt !== null },
    ]),
  );

/** Of the systems these findings name, those the workspace knows, in the order in which they are first named. */
export const systemsOf = (findings: readonly { systems: readonly string[] }[]): string[] => [
  ...new Set(findings.flatMap(({ systems }) => systems)),
];
