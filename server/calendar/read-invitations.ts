import { findEntry, listAddresses, listTold } from '#db/invitations-sent.ts';
import { type LetterState, listLastLetters } from '#db/mail-outbox.ts';
import { listNames } from '#db/people.ts';
import { spanOf, zoneWords } from '#domain/clock-words.ts';
import type { PersonId } from '#domain/ids.ts';
import { type Refused, refuse } from '#domain/refused.ts';
import { MINUTE } from '#domain/soak/wall-clock.ts';
import type { App, SignedIn } from '../app.ts';
import { PLANNERS } from '../meetings/edit-plan.ts';
import { type AskedMeeting, requireMeeting } from '../meetings/require-meeting.ts';
import { forbidden, notFound } from '../not-found.ts';
import { whenItCanStore } from '../when-it-can-store.ts';
import { outsideTitle, roomAddress } from './entries.ts';
import { MAY_TELL, tellAgain, tellOf } from './tell-of-changes.ts';

export interface InvitationLine {
  person: PersonId;
  name: string;
  role: 'chair' | 'optional';
  standing: 'invited' | 'uninvited' | 'cancelled';
  answer: 'yes' | 'maybe' | 'no' | null;
  letter: LetterState | null;
  /** False: nothing can be sent to them. */
  hasAddress: boolean;
}

async function requirePlanned(app: App, person: SignedIn, id: string | undefined, review?: string) {
  const asked = await requireMeeting(app, person, id);
  if (review !== undefined && asked.meeting.reviewId !== review) throw notFound();
  if (!asked.mayPlan) throw forbidden(PLANNERS);
  return asked;
}

/** N5: who was told what of a meeting and how it went, for those who plan it. */
export async function readInvitations(app: App, person: SignedIn, id: string | undefined, review?: string) {
  const asked = await requirePlanned(app, person, id, review);
  const { meeting } = asked;
  // what has just been planned is shown at once, not seconds later
  await whenItCanStore(tellOf(app, meeting.id));
  const told = await listTold(app.db, meeting.id);
  const people = [...told.keys()];
  const [names, addresses, letters] = await Promise.all([
    listNames(app.db, people),
    listAddresses(app.db, people),
    listLastLetters(app.db, meeting.id),
  ]);
  const lines = [...told].map(
    ([id, { role, standing, answer }]): InvitationLine => ({
      person: id,
      name: names.get(id) ?? '',
      role,
      standing,
      answer,
      letter: letters.get(id) ?? null,
      hasAddress: addresses.has(id),
    }),
  );
  const place = ({ standing, role }: InvitationLine) =>
    (standing === 'invited' ? 0 : 2) + (role === 'chair' ? 0 : 1);
  return {
    title: meeting.plan.title,
    startsAt: meeting.plan.startsAt,
    minutes: meeting.plan.minutes,
    phase: meeting.phase,
    maySend: app.mail !== undefined && MAY_TELL.includes(meeting.phase),
    sendsMail: app.mail !== undefined,
    text: invitationText(app, asked),
    lines: lines.sort((a, b) => place(a) - place(b) || a.name.localeCompare(b.name)),
  };
}

/** N5: to one of them, or to all who are invited, once more. */
export async function sendAgain(
  app: App,
  person: SignedIn,
  id: string | undefined,
  who: PersonId | null,
): Promise<{ letters: number } | Refused> {
  const { meeting } = await requirePlanned(app, person, id);
  if (app.mail === undefined) return refuse('There is no mail server here, so nothing can be sent.');
  if (!MAY_TELL.includes(meeting.phase))
    return refuse('This meeting has begun, so nobody is written to any more.');
  if (!(await findEntry(app.db, meeting.id))) throw notFound();
  // whoever is still owed a letter has it waiting then, and gets no second
  await tellOf(app, meeting.id);
  const told = await listTold(app.db, meeting.id);
  if (who !== null && !told.has(who)) throw notFound();
  const waiting = await listLastLetters(app.db, meeting.id);
  const people = [...told]
    .filter(([id, { standing }]) => (who === null ? standing === 'invited' : id === who))
    .filter(([id]) => waiting.get(id)?.state !== 'waiting')
    .map(([id]) => id);
  if (people.length === 0) return refuse('A letter is waiting already. It goes out as soon as it can.');
  await tellAgain(app, meeting.id, people);
  return { letters: people.length };
}

/** To be copied into a chat or a mail by hand: it carries time, zone and link itself (N3). */
function invitationText(app: App, { meeting, review }: AskedMeeting): string {
  const { kind, plan } = meeting;
  const end = new Date(plan.startsAt.getTime() + plan.minutes * MINUTE);
  const title = outsideTitle({ kind, title: plan.title }, { hides: review.privacy !== 'open' });
  return [
    `${kind === 'review' ? 'Review meeting' : 'Action session'}: ${title}`,
    `When: ${spanOf(plan.startsAt, end, plan.zone, app.clock.now())} (${zoneWords(plan.zone)})`,
    `Where: ${roomAddress(app, meeting.id)}`,
    ...(plan.callLink ? [`Call: ${plan.callLink}`] : []),
    'Coming is your choice.',
  ].join('\n');
}
