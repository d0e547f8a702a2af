import { dayTimeOf, spanOf, zoneWords } from '#domain/clock-words.ts';
import { MINUTE } from '#domain/soak/wall-clock.ts';
import type { LetterFacts } from './letter-facts.ts';

export interface LetterWords {
  subject: string;
  text: string;
  html: string;
}

interface Sender {
  origin: string;
  /** Whether a mailbox of replies is read (`IMAP_URL`). */
  readsReplies: boolean;
}

interface Reader {
  name: string;
  zone: string;
}

export type Line = string | { label: string; words: string; href?: string };

/**
 * A letter about a meeting in words: day, time, zone and link are in the text itself, for a calendar may keep the file aside or
 * not understand it (N3).
 */
export function letterWords(
  facts: LetterFacts,
  reader: Reader,
  origin: string,
  readsReplies = false,
): LetterWords {
  const when = `${dayTimeOf(facts.startsAt, reader.zone, facts.stamp)} (${zoneWords(reader.zone)})`;
  return letterOf(
    `${SUBJECTS[facts.why]}: ${facts.title}, ${when}`,
    bodyOf(facts, reader, { origin, readsReplies }),
  );
}

/** Paragraphs of lines as a letter, plain and as HTML. */
export function letterOf(subject: string, parts: readonly (readonly Line[])[]): LetterWords {
  return {
    subject,
    text: `${parts.map((part) => part.map(plainLine).join('\n')).join('\n\n')}\n`,
    html: `<!doctype html><html lang="en"><body style="${BODY}">${parts
      .map((part) => `<p>${part.map(htmlLine).join('<br>')}</p>`)
      .join('')}</body></html>`,
  };
}

const SUBJECTS: Record<LetterFacts['why'], string> = {
  invited: 'You are invited',
  moved: 'It has moved',
  changed: 'It has changed',
  cancelled: 'Cancelled',
  uninvited: 'You need not keep this time',
};

function bodyOf(facts: LetterFacts, reader: Reader, by: Sender): Line[][] {
  const { origin } = by;
  const place = `${origin}/meetings/${facts.meeting}`;
  const opening = [[`Hello ${reader.name},`], [sentenceOf(facts, reader)]];
  const when = whenLines(facts, reader);
  if (facts.method === 'CANCEL') return [...opening, when, [CLOSINGS[facts.why] ?? '']];
  const where: Line[] = [
    { label: 'Where', words: place, href: place },
    ...(facts.callLink ? [{ label: 'Call', words: facts.callLink, href: facts.callLink }] : []),
  ];
  return [...opening, [...when, ...where], ...answering(facts, by), ...callingOn(facts, origin), [FREE]];
}

function sentenceOf({ why, kind, title, leads, because }: LetterFacts, reader: Reader): string {
  const what = kind === 'review' ? 'review meeting' : 'action session';
  const reason = because ? ` ${because}` : '';
  switch (why) {
    case 'invited':
      return leads === reader.name
        ? `You facilitate this ${what}: ${title}.`
        : `You are invited to a ${what}${leads ? ` with ${leads}` : ''}: ${title}.`;
    case 'moved':
      return `The ${what} “${title}” stands differently now.${reason}`;
    case 'changed':
      return `Something about the ${what} “${title}” reads differently now. Its time is the same.`;
    case 'cancelled':
      return `The ${what} “${title}” will not take place.${reason}`;
    case 'uninvited':
      return `You are no longer named for the ${what} “${title}”, so you need not keep the time.`;
  }
}

function whenLines({ startsAt, minutes, zone, was, stamp }: LetterFacts, reader: Reader): Line[] {
  const end = new Date(Date.parse(startsAt) + minutes * MINUTE);
  const span = (inZone: string) => `${spanOf(startsAt, end, inZone, stamp)} (${zoneWords(inZone)})`;
  const lines: Line[] = [{ label: 'When', words: span(reader.zone) }];
  if (zone !== reader.zone) lines.push({ label: 'There', words: span(zone) });
  if (was !== null && was !== startsAt)
    lines.push({
      label: 'Before',
      words: `${dayTimeOf(was, reader.zone, stamp)} (${zoneWords(reader.zone)})`,
    });
  return lines;
}

const answering = (
  { answer, why, was, startsAt }: LetterFacts,
  { origin, readsReplies }: Sender,
): Line[][] => {
  if (answer === null) return [];
  const link = (say: string) => `${origin}/answer/${answer}?say=${say}`;
  const opening =
    why === 'moved' && was !== startsAt
      ? 'If you like, say again whether you mean to come.'
      : 'If you like, say whether you mean to come.';
  return [
    [
      `${opening} Each link opens a page with one button:`,
      { label: 'Yes', words: link('yes'), href: link('yes') },
      { label: 'Maybe', words: link('maybe'), href: link('maybe') },
      { label: 'No', words: link('no'), href: link('no') },
      `Those who plan the meeting see your answer. ${readsReplies ? 'You can also answer in your calendar.' : 'Answers given in a calendar do not reach Soak.'}`,
    ],
  ];
};

const callingOn = ({ callOn }: LetterFacts, origin: string): Line[][] =>
  callOn
    ? [
        [
          'Whoever facilitates may ask you something by name, or rather not, as you like:',
          { label: 'Choose', words: `${origin}/call-on/${callOn}`, href: `${origin}/call-on/${callOn}` },
        ],
      ]
    : [];

const FREE = 'Coming is your choice. Nobody keeps a list of who did not.';
const CLOSINGS: Partial<Record<LetterFacts['why'], string>> = {
  cancelled: 'The attached file takes it out of your calendar.',
  uninvited: 'The attached file takes it out of your calendar. The meeting itself goes ahead.',
};

const plainLine = (line: Line): string =>
  typeof line === 'string' ? line : `${`${line.label}:`.padEnd(7)} ${line.words}`;

const htmlLine = (line: Line): string => {
  if (typeof line === 'string') return escaped(line);
  const words =
    line.href === undefined
      ? escaped(line.words)
      : `<a href="${escaped(line.href)}">${escaped(line.words)}</a>`;
  return `<b>${line.label}:</b> ${words}`;
};

const BODY = 'font:16px/24px system-ui,sans-serif;color:#232220;max-width:40em';

const escaped = (words: string): string =>
  words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
