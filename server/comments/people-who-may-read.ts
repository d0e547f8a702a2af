import { listPersonChoices } from '#db/choices.ts';
import type { PersonId } from '#domain/ids.ts';
import { mayWithReview, type ReviewAccess } from '#domain/permissions.ts';
import type { App } from '../app.ts';

export interface Reader {
  id: PersonId;
  name: string;
}

/** K4: whom a comment can name: those who may read the review, by the rule the pages ask. */
export async function listPeopleWhoMayRead(app: App, access: ReviewAccess): Promise<Reader[]> {
  const people = await listPersonChoices(app.db);
  return people
    .filter(({ id }) => mayWithReview({ id, role: 'member', active: true }, 'read', access))
    .map(({ id, name }) => ({ id, name }));
}
