import { addFinding } from '#collab/document/findings.ts';
import { addMoment } from '#collab/document/moments.ts';
import { readWriteUp } from '#collab/document/read-write-up.ts';
import { addSection } from '#collab/document/sections.ts';
import type { ReviewId } from '#domain/ids.ts';
import type { WriteUp } from '#domain/write-up.ts';
import type { App, SignedIn } from '../app.ts';
import { requireReview } from '../reviews/require-review.ts';

/** Adds an import's sections, findings and moments behind what is there. What has its id already is left alone. */
export async function addToWriteUp(
  app: App,
  person: SignedIn,
  review: ReviewId,
  writeUp: WriteUp,
): Promise<void> {
  const { document } = await requireReview(app, person, review, 'write');
  await app.collab.edit(document, person.id, (doc) => {
    const there = new Set(idsOf(readWriteUp(doc)));
    for (const section of writeUp.sections) if (!there.has(section.id)) addSection(doc, section);
    for (const finding of writeUp.findings) if (!there.has(finding.id)) addFinding(doc, finding);
    for (const moment of writeUp.moments) if (!there.has(moment.id)) addMoment(doc, moment);
  });
}

const idsOf = ({ sections, findings, moments }: WriteUp): string[] =>
  [...sections, ...findings, ...moments].map(({ id }) => id);
