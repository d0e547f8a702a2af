import { listReviewPeople, listReviewTeams } from '#db/review-people.ts';
import type { ReviewRow } from '#db/reviews.ts';
import type { App } from '../app.ts';

/** What stands beside a write-up: who wrote it and from what distance, closest teams, where its facts come from. */
export interface ReviewFactsBeside {
  kind: ReviewRow['kind'];
  happenedOn: string;
  happenedUntil: string | null;
  zone: string;
  teams: string[];
  analysts: { name: string; stance: string }[];
  peopleNamed: 'by name' | 'by role';
  source: string;
}

/** For someone who may read the review: the caller has asked. */
export async function readReviewFacts(app: App, review: ReviewRow): Promise<ReviewFactsBeside> {
  const [people, teams] = [
    await listReviewPeople(app.db, review.id),
    await listReviewTeams(app.db, review.id),
  ];
  return {
    kind: review.kind,
    happenedOn: review.happened_on,
    happenedUntil: review.happened_until,
    zone: review.happened_zone,
    teams: teams.map((team) => team.name),
    analysts: people
      .filter((person) => person.role === 'analyst')
      .map(({ name, was_involved, leads_involved }) => ({
        name,
        stance: stanceOf(was_involved, leads_involved),
      })),
    peopleNamed: review.names_or_roles === 'names' ? 'by name' : 'by role',
    source: review.source_note,
  };
}

function stanceOf(wasInvolved: boolean, leadsInvolved: boolean): string {
  if (wasInvolved) return 'was involved';
  return leadsInvolved ? 'leads people who were involved' : 'was not involved';
}
