import { writeUpName } from '#collab/document/document-names.ts';
import { seedWriteUp } from '#collab/document/seed-write-up.ts';
import { putReviewPerson, type ReviewPerson, setReviewTeams } from '#db/review-people.ts';
import { insertReview, saveDerived } from '#db/reviews.ts';
import { asId, type PersonId, type ReviewId, type TeamId } from '#domain/ids.ts';
import type { ReviewKind, WriteUp } from '#domain/write-up.ts';
import { linksOf } from '#domain/write-up-links.ts';
import { writeUpText } from '#domain/write-up-text.ts';
import type { App, Database, SignedIn } from '../app.ts';

export interface ReviewToCreate {
  /** Given by import and demo, which must name it beforehand; otherwise made here. */
  id?: ReviewId;
  kind: ReviewKind;
  happenedOn: string;
  happenedUntil?: string | null;
  /** IANA zone the times of its moments are told in. */
  zone: string;
  privacy: 'open' | 'private';
  closestTeams: readonly TeamId[];
  /** The creator becomes the analyst where nobody is named. */
  analysts: readonly { person: PersonId; wasInvolved: boolean; leadsInvolved: boolean }[];
  writers?: readonly PersonId[];
  readers?: readonly PersonId[];
  sourceNote?: string;
  publish?: boolean;
  /** First content, seeded once, here. */
  writeUp: WriteUp;
}

/** Makes a review with its write-up in one transaction; `also` adds rows of the same deed (uploads, evidence). */
export async function createReview(
  app: App,
  person: SignedIn,
  input: ReviewToCreate,
  also: (tx: Database, id: ReviewId) => Promise<void> = async () => {},
): Promise<ReviewId> {
  const id = input.id ?? asId<ReviewId>(app.random.uuid());
  const at = app.clock.now();
  const update = seedWriteUp(input.writeUp);
  await app.db.transaction().execute(async (tx) => {
    await insertReview(tx, {
      id,
      kind: input.kind,
      happenedOn: input.happenedOn,
      happenedUntil: input.happenedUntil ?? null,
      zone: input.zone,
      privacy: input.privacy,
      sourceNote: input.sourceNote ?? '',
      title: input.writeUp.title,
      standfirst: input.writeUp.standfirst,
      publishedAt: input.publish ? at : null,
      createdBy: person.id,
      createdAt: at,
    });
    await setReviewTeams(tx, id, input.closestTeams);
    for (const row of peopleOf(person, input)) await putReviewPerson(tx, id, row);
    await app.collab.create(tx, writeUpName(id, 1), update, person.id, at);
    await saveDerived(tx, id, {
      title: input.writeUp.title,
      standfirst: input.writeUp.standfirst,
      searchText: writeUpText(input.writeUp),
      linksTo: linksOf(input.writeUp),
    });
    await also(tx, id);
  });
  return id;
}

function peopleOf(
  creator: SignedIn,
  { analysts, writers = [], readers = [] }: ReviewToCreate,
): ReviewPerson[] {
  const named =
    analysts.length > 0 ? analysts : [{ person: creator.id, wasInvolved: false, leadsInvolved: false }];
  const plain = (role: 'writer' | 'reader') => (person_id: PersonId) => ({
    person_id,
    role,
    was_involved: false,
    leads_involved: false,
  });
  return [
    ...named.map((analyst) => ({
      person_id: analyst.person,
      role: 'analyst' as const,
      was_involved: analyst.wasInvolved,
      leads_involved: analyst.leadsInvolved,
    })),
    ...writers.map(plain('writer')),
    ...readers.map(plain('reader')),
  ];
}
