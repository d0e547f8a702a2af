import { findCallOn, listCallOn, saveCallOn } from '#db/call-on.ts';
import { listNames } from '#db/people.ts';
import type { MeetingId, PersonId } from '#domain/ids.ts';
import type { CallOn } from '#domain/meeting/call-on.ts';
import type { Meeting } from '#domain/meeting/meeting.ts';
import { type Refused, refuse } from '#domain/refused.ts';
import { answerLinkSigner, readAnswerLink } from '../answer-links.ts';
import type { App, SignedIn } from '../app.ts';
import { notFound } from '../not-found.ts';
import { type AskedMeeting, requireMeeting } from './require-meeting.ts';

/** What links of this kind are signed for; no other link opens this page. */
const PURPOSE = 'call-on';

/** What each of these people's link holds that asks "may I call on you?" in one meeting (P11). */
export async function callOnWordsOf(
  app: Pick<App, 'db' | 'random'>,
  meeting: MeetingId,
  people: readonly PersonId[],
): Promise<Map<PersonId, string>> {
  if (people.length === 0) return new Map();
  const sign = await answerLinkSigner(app);
  return new Map(people.map((person) => [person, sign({ purpose: PURPOSE, about: meeting, person })]));
}

export interface CallOnPage {
  meeting: AskedMeeting['meeting'];
  reviewTitle: string;
  answer: CallOn | null;
  /** It can still be answered. */
  open: boolean;
}

/**
 * P11: what a link in mail asks. Null where it is none of ours, or whoever is signed in is not its recipient; a meeting they may not
 * enter is 404. Looking changes nothing.
 */
export async function readCallOnLink(
  app: App,
  person: SignedIn,
  words: string | undefined,
): Promise<CallOnPage | null> {
  const link = await readAnswerLink(app, PURPOSE, words);
  if (link === null || link.person !== person.id) return null;
  const { meeting, review } = await requireMeeting(app, person, link.about);
  return {
    meeting,
    reviewTitle: review.title,
    answer: await findCallOn(app.db, { meeting: meeting.id, person: person.id }),
    open: isOpen(meeting),
  };
}

/** Until the meeting is over an answer can be given, changed, and with null taken back; nothing else is written, and no time. */
export async function answerCallOn(
  app: App,
  person: SignedIn,
  id: string | undefined,
  answer: CallOn | null,
): Promise<true | Refused> {
  const { meeting } = await requireMeeting(app, person, id);
  if (!isOpen(meeting)) return refuse('This meeting is over, so nobody is called on any more.');
  await saveCallOn(app.db, { meeting: meeting.id, person: person.id }, answer);
  return true;
}

/** The same by the link. */
export async function answerByLink(
  app: App,
  person: SignedIn,
  words: string | undefined,
  answer: CallOn | null,
): Promise<true | Refused> {
  const link = await readAnswerLink(app, PURPOSE, words);
  if (link === null || link.person !== person.id) throw notFound();
  return answerCallOn(app, person, link.about, answer);
}

export interface CallOnView {
  own: CallOn | null;
  /** For those who steer, and nobody else: what people answered, by name. */
  answers: { id: PersonId; name: string; answer: CallOn }[] | null;
}

export async function readCallOn(app: App, person: SignedIn, id: string | undefined): Promise<CallOnView> {
  const { meeting, actor } = await requireMeeting(app, person, id);
  return {
    own: await findCallOn(app.db, { meeting: meeting.id, person: person.id }),
    answers: actor.steers ? await listCallOn(app.db, meeting.id) : null,
  };
}

const isOpen = ({ phase }: Meeting): boolean => phase !== 'ended' && phase !== 'cancelled';

/** For whoever plans: one link for each person invited, to send on; what was answered is told to those who facilitate alone. */
export async function listCallOnLinks(
  app: App,
  { meeting, actor, mayPlan }: AskedMeeting,
): Promise<{ id: PersonId; name: string; link: string; answer: CallOn | null }[]> {
  if (!mayPlan || meeting.kind !== 'review' || !isOpen(meeting)) return [];
  const asked = meeting.plan.invited.filter((id) => !meeting.plan.facilitators.includes(id));
  const names = await listNames(app.db, asked);
  const answers = new Map(
    actor.steers ? (await listCallOn(app.db, meeting.id)).map(({ id, answer }) => [id, answer]) : [],
  );
  const lines = asked.flatMap((id) => {
    const name = names.get(id);
    return name === undefined ? [] : [{ id, name }];
  });
  const words = await callOnWordsOf(app, meeting.id, asked);
  return lines.map(({ id, name }) => ({
    id,
    name,
    link: `${app.origin}/call-on/${words.get(id)}`,
    answer: answers.get(id) ?? null,
  }));
}
