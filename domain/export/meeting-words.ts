import { upToTheMinute } from '../soak/soak.ts';
import type { ExportedMeeting, ExportedReview } from './exported-review.ts';
import { instantInWords, lastedInWords, rolesInWords } from './words.ts';

type Words = (words: string) => string;

/** When a meeting was or is to be, who leads it, and where its call is; both exports say it alike. */
export function meetingWhen(meeting: ExportedMeeting, zone: string, plain: Words): string {
  const { phase, startedAt, callLink } = meeting;
  const when =
    startedAt !== null
      ? lastedInWords(meeting, zone)
      : `${phase === 'cancelled' ? 'Cancelled; it was planned for' : 'Planned for'} ${plannedSpan(meeting)}`;
  const call = callLink && `Call: ${plain(callLink)}`;
  return [[when, rolesInWords(meeting, plain)].filter(Boolean).join(', '), call].filter(Boolean).join('. ');
}

const plannedSpan = ({ startsAt, minutes, zone }: ExportedMeeting): string =>
  `${instantInWords(startsAt, zone)}, ${minutes} minutes`;

/** M19: how it went is known only of what has begun. */
export const agendaTitle = ({ startedAt }: ExportedMeeting): string =>
  startedAt === null ? 'Agenda' : 'Agenda as it went';

/** A stage with its minutes, planned and taken, who tells it and what it asks. */
export function stageWords(
  { title, minutes, took, reached, teller, prompt }: ExportedMeeting['agenda'][number],
  { phase }: ExportedMeeting,
  plain: Words,
): string {
  const facts = [
    `${minutes} min`,
    reached && `${took} taken`,
    !reached && phase === 'ended' && 'not reached',
    teller && `told by ${plain(teller)}`,
  ];
  return `${plain(title)} (${facts.filter(Boolean).join(', ')})${prompt && `: ${plain(prompt)}`}`;
}

/** From when to when a review soaks, in the zone its days are counted in; empty before it does. */
export function soakWords({ soak }: ExportedReview): string {
  if (soak === null) return '';
  const ends = upToTheMinute(new Date(soak.ends)).toISOString();
  const span = `${instantInWords(soak.began, soak.zone)} to ${instantInWords(ends, soak.zone)}`;
  if (soak.waits) return `${span}, or so: it waits for a further meeting`;
  return soak.openedEarly ? `${span}, opened early` : span;
}
