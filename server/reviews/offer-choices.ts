import { listPersonChoices, listTeamChoices } from '#db/choices.ts';
import type { App } from '../app.ts';

/** What the forms about a review offer: teams and active people. Names of colleagues are for every member. */
export async function offerChoices(app: App) {
  const [teams, people] = await Promise.all([listTeamChoices(app.db), listPersonChoices(app.db)]);
  return { teams, people };
}
