import { listOpenImports } from '#db/imports.ts';
import type { App, SignedIn } from '../app.ts';

/** One's own imports that wait for a decision, newest first. */
export const listImports = (app: App, person: SignedIn) => listOpenImports(app.db, person.id);
