import { addFinding } from '#collab/document/findings.ts';
import { listCaptures, markOffered, unmarkOffered } from '#db/captures.ts';
import type { Capture } from '#domain/meeting/capture.ts';
import type { Target } from '#domain/meeting/target.ts';
import { mayWithReview } from '#domain/permissions.ts';
import { type Refused, refuse } from '#domain/refused.ts';
import type { Block } from '#domain/write-up.ts';
import type { App, SignedIn } from '../app.ts';
import { forbidden } from '../not-found.ts';
import { type AskedMeeting, requireMeeting } from './require-meeting.ts';

/**
 * C4: a question kept in the meeting becomes an open question of the write-up, because somebody who writes it asked for that.
 * Nothing goes in unasked, and none goes in twice.
 */
export async function offerOpenQuestion(
  app: App,
  person: SignedIn,
  id: string | undefined,
  { capture: captureId }: { capture: string },
): Promise<true | Refused> {
  const asked = await requireMeeting(app, person, id);
  if (!mayWithReview(person, 'write', asked.access))
    throw forbidden('Those who write this write-up take questions over into it.');
  const capture = (await listCaptures(app.db, asked.meeting.id)).find(
    ({ id, kind, confirmed }) => id === captureId && kind === 'question' && confirmed,
  );
  if (capture === undefined) return refuse('That question is not among the captures any more.');
  const finding = app.random.uuid();
  if (!(await markOffered(app.db, capture.id, finding)))
    return refuse('That question is in the write-up already.');
  try {
    await writeDown(app, person, asked, capture, finding);
  } catch (error) {
    // it can be asked for again
    await unmarkOffered(app.db, capture.id);
    throw error;
  }
  return true;
}

const writeDown = (app: App, person: SignedIn, { document }: AskedMeeting, capture: Capture, id: string) =>
  app.collab.edit(document, person.id, (doc) =>
    addFinding(doc, {
      id,
      kind: 'open-question',
      title: capture.words.replace(/\s+/g, ' ').slice(0, LONGEST_TITLE),
      blocks: capture.words.length > LONGEST_TITLE ? [paragraph(app.random.uuid(), capture.words)] : [],
      reasonable: [],
      ended: [],
      evidence: [],
      moments: isOfMoment(capture.target) ? [capture.target.id] : [],
    }),
  );

const LONGEST_TITLE = 200;

const paragraph = (id: string, text: string): Block => ({
  type: 'text',
  id,
  kind: 'paragraph',
  level: 1,
  indent: 0,
  content: [{ text }],
});

/** The moment itself, or what was said around it. */
const isOfMoment = (target: Target | null): target is Target =>
  target?.type === 'moment' || target?.type === 'chat';
