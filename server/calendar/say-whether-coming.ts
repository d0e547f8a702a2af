import { z } from 'zod';
import { setAnswer } from '#db/invitations-sent.ts';
import type { MeetingId, PersonId } from '#domain/ids.ts';
import { COMING, type Coming } from '#domain/invitations/coming.ts';
import type { Meeting } from '#domain/meeting/meeting.ts';
import { type Refused, refuse } from '#domain/refused.ts';
import type { App, SignedIn } from '../app.ts';
import { requireMeeting } from '../meetings/require-meeting.ts';
import { readComingLink } from './coming-links.ts';
import { outsideTitle } from './entries.ts';

/** Which of the three, and nothing else. */
export const comingForm = z.strictObject({ say: z.enum(COMING, 'Please choose one of the three.') });

/** P11: what the page of a link shows. Looking changes nothing. Null: no link of ours, or spent. */
export async function readComing(app: App, words: string | undefined) {
  const found = await readComingLink(app, words);
  if (!found) return null;
  const { name, kind, title, privacy, startsAt, minutes, meetingZone, zone, workspaceZone, answer } = found;
  return {
    name,
    title: outsideTitle({ kind, title }, { hides: privacy !== 'open' }),
    startsAt: startsAt.toISOString(),
    minutes,
    zone: zone ?? workspaceZone ?? meetingZone,
    answer,
    closed: whyClosed(found.phase, found.standing),
  };
}

/** P11: bound to its recipient and this purpose; it opens nothing else, and attendance never hears of it (A1). */
export async function sayByLink(
  app: App,
  words: string | undefined,
  say: Coming,
): Promise<true | null | Refused> {
  const found = await readComingLink(app, words);
  if (!found) return null;
  return keep(app, found.meeting, found.person, { phase: found.phase, standing: found.standing, say });
}

/** The same on Soak's own pages. */
export async function sayWhetherComing(
  app: App,
  person: SignedIn,
  id: string | undefined,
  say: Coming,
): Promise<true | Refused> {
  const { meeting } = await requireMeeting(app, person, id);
  return keep(app, meeting.id, person.id, { phase: meeting.phase, standing: 'invited', say });
}

async function keep(
  app: App,
  meeting: MeetingId,
  person: PersonId,
  {
    phase,
    standing,
    say,
  }: { phase: Meeting['phase']; standing: Parameters<typeof whyClosed>[1]; say: Coming },
): Promise<true | Refused> {
  const closed = whyClosed(phase, standing);
  if (closed !== null) return refuse(closed);
  return (await setAnswer(app.db, meeting, person, say, app.clock.now())) || refuse(NOT_NAMED);
}

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
