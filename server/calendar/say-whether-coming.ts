import { z } from 'zod';
import { setAnswer } from '#db/invitations-sent.ts';
import { dayTimeOf, zoneWords } from '#domain/clock-words.ts';
import type { MeetingId, PersonId } from '#domain/ids.ts';
import { COMING, type Coming } from '#domain/invitations/coming.ts';
import type { Meeting } from '#domain/meeting/meeting.ts';
import { type Refused, refuse } from '#domain/refused.ts';
import type { App, SignedIn } from '../app.ts';
import { requireMeeting } from '../meetings/require-meeting.ts';
import { readComingLink } from './coming-links.ts';
import { outsideTitle } from './entries.ts';

/** Which of the three, and to which time. */
export const comingForm = z.strictObject({
  say: z.enum(COMING, 'Please choose one of the three.'),
  startsAt: z.string().max(40).default(''),
});

/** An answer, with the start that stood beside its button. */
export interface Said {
  say: Coming;
  startsAt: string;
}

/** P11: what the page of a link shows. Looking changes nothing. Null: no link of ours, or spent. */
export async function readComing(app: App, words: string | undefined) {
  const found = await readComingLink(app, words);
  if (!found) return null;
  const { name, kind, title, privacy, startsAt, minutes, answer } = found;
  return {
    name,
    title: outsideTitle({ kind, title }, { hides: privacy !== 'open' }),
    startsAt: startsAt.toISOString(),
    minutes,
    zone: zoneOf(found),
    answer,
    closed: whyClosed(found.phase, found.standing),
  };
}

/** P11: bound to its recipient and this purpose; it opens nothing else, and attendance never hears of it (A1). */
export async function sayByLink(
  app: App,
  words: string | undefined,
  said: Said,
): Promise<true | null | Refused> {
  const found = await readComingLink(app, words);
  if (!found) return null;
  const zone = zoneOf(found);
  return keep(app, { ...found, zone }, said);
}

/** The same on Soak's own pages. */
export async function sayWhetherComing(
  app: App,
  person: SignedIn,
  id: string | undefined,
  said: Said,
): Promise<true | Refused> {
  const { meeting } = await requireMeeting(app, person, id);
  const { phase, plan } = meeting;
  const answering = {
    meeting: meeting.id,
    person: person.id,
    phase,
    startsAt: plan.startsAt,
    zone: person.zone,
  };
  return keep(app, { ...answering, standing: 'invited' }, said);
}

interface Answering {
  meeting: MeetingId;
  person: PersonId;
  phase: Meeting['phase'];
  standing: Parameters<typeof whyClosed>[1];
  startsAt: Date;
  zone: string;
}

/** N2: an answer to a time that is no longer the meeting's is none to the new one. */
async function keep(
  app: App,
  { meeting, person, phase, standing, startsAt, zone }: Answering,
  said: Said,
): Promise<true | Refused> {
  const closed = whyClosed(phase, standing);
  if (closed !== null) return refuse(closed);
  const now = app.clock.now();
  if (startsAt.getTime() !== Date.parse(said.startsAt))
    return refuse(
      `This meeting has been moved. It begins ${dayTimeOf(startsAt, zone, now)} (${zoneWords(zone)}) now, and your answer was for the time before: please say it once more.`,
    );
  return (await setAnswer(app.db, meeting, person, said.say, now)) || refuse(NOT_NAMED);
}

const zoneOf = ({
  zone,
  workspaceZone,
  meetingZone,
}: {
  zone: string | null;
  workspaceZone: string | null;
  meetingZone: string;
}) => zone ?? workspaceZone ?? meetingZone;

const NOT_NAMED =
  'You are not named for this meeting, so there is nothing to answer. Coming is open to you all the same.';

const whyClosed = (
  phase: Meeting['phase'],
  standing: 'invited' | 'uninvited' | 'cancelled' | null,
): string | null => {
  if (phase === 'cancelled') return 'This meeting was cancelled, so there is nothing to answer any more.';
  if (phase === 'ended') return 'This meeting is over, so there is nothing to answer any more.';
  return standing === 'invited' ? null : NOT_NAMED;
};
