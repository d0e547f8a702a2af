import { appendBlock } from '#collab/document/entries.ts';
import { WORDS } from '#collab/document/field-names.ts';
import { linkEvidence } from '#collab/document/links.ts';
import { readWriteUp } from '#collab/document/read-write-up.ts';
import { findMessages } from '#db/evidence.ts';
import { isUuid } from '#domain/ids.ts';
import { type Refused, refuse } from '#domain/refused.ts';
import type { EvidenceBlock } from '#domain/write-up.ts';
import type { App, SignedIn } from '../app.ts';
import { notFound } from '../not-found.ts';
import { requireReview } from '../reviews/require-review.ts';

export const QUOTE_PLACES = ['section', 'moment', 'finding'] as const;
export type QuotePlace = (typeof QUOTE_PLACES)[number];

/**
 * Quotes a message: into a section as a block at its end, to a moment or finding as evidence it rests on.
 * The message and the place must both be of this review.
 */
export async function quoteMessage(
  app: App,
  person: SignedIn,
  reviewId: string | undefined,
  input: { message: string; place: QuotePlace; id: string },
): Promise<{ quotedIn: string } | Refused> {
  const { review, document } = await requireReview(app, person, reviewId, 'write');
  const [message] = isUuid(input.message) ? await findMessages(app.db, review.id, [input.message]) : [];
  if (!message) throw notFound();
  const block: EvidenceBlock = {
    type: 'evidence',
    id: app.random.uuid(),
    message: message.id,
    speaker: message.speaker,
    at: message.at?.toISOString() ?? null,
    text: message.text,
  };
  let answer: { quotedIn: string } | Refused = refuse(
    'That place is not in the write-up any more. Choose another.',
  );
  await app.collab.edit(document, person.id, (doc) => {
    const { sections, moments, findings } = readWriteUp(doc);
    if (input.place === 'section') {
      const section = sections.find(({ id }) => id === input.id);
      if (!section) return;
      appendBlock(doc, WORDS.section(section.id), block);
      answer = { quotedIn: section.title || 'a section without a name' };
      return;
    }
    const [family, entries] =
      input.place === 'moment' ? (['moments', moments] as const) : (['findings', findings] as const);
    if (!entries.some(({ id }) => id === input.id)) return;
    linkEvidence(doc, family, input.id, message.id);
    answer = { quotedIn: input.place === 'moment' ? 'the moment' : 'the finding' };
  });
  return answer;
}
