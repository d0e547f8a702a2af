import { mayInWorkspace } from '#domain/permissions.ts';
import type { SignedIn } from '../app.ts';
import { notFound } from '../not-found.ts';

/** Settings are there for administrators; for everybody else there is nothing at their address (P2). */
export function requireAdministrator(person: SignedIn): void {
  if (!mayInWorkspace(person, 'administer')) throw notFound();
}
