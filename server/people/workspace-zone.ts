import { findWorkspace } from '#db/workspace.ts';
import type { App } from '../app.ts';

/** What somebody's zone is until they have chosen one. */
export const workspaceZone = async (app: Pick<App, 'db'>): Promise<string> =>
  (await findWorkspace(app.db))?.zone ?? 'UTC';
