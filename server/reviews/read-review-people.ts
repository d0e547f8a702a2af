import { listTeamTies } from '#db/choices.ts';
import { listReviewPeople, listReviewTeams } from '#db/review-people.ts';
import type { PersonId } from '#domain/ids.ts';
import { type Stance, stanceWarning, stanceWords } from '#domain/stance.ts';
import type { App, SignedIn } from '../app.ts';
import { requireReview } from './require-review.ts';

export interface NamedPerson {
  id: PersonId;
  name: string;
  role: 'analyst' | 'writer' | 'reader';
  /** An analyst's stance in words; empty for others. */
  stance: string;
  /** Said plainly where an analyst has a stake; null otherwise. */
  warning: string | null;
}

/** Who has which part in a review, each analyst with their stance: declared, and as the teams show it. */
export async function readReviewPeople(app: App, person: SignedIn, id: string | undefined) {
  const { review, may } = await requireReview(app, person, id);
  const [people, teams] = await Promise.all([
    listReviewPeople(app.db, review.id),
    listReviewTeams(app.db, review.id),
  ]);
  const analysts = people.filter((row) => row.role === 'analyst').map((row) => row.person_id);
  const ties = await listTeamTies(
    app.db,
    analysts,
    teams.map((team) => team.id),
  );
  const named = people.map((row): NamedPerson => {
    const stance: Stance = {
      wasInvolved: row.was_involved,
      onClosestTeam: ties.some((tie) => tie.person_id === row.person_id),
      leadsInvolved: row.leads_involved || ties.some((tie) => tie.person_id === row.person_id && tie.leads),
    };
    const isAnalyst = row.role === 'analyst';
    return {
      id: row.person_id,
      name: row.name,
      role: row.role,
      stance: isAnalyst ? stanceWords(stance) : '',
      warning: isAnalyst ? stanceWarning(row.name, stance) : null,
    };
  });
  return { review, may, teams, people: named };
}
