import ICAL from 'ical.js';
import PostalMime from 'postal-mime';
import type { CalendarReply } from '#domain/invitations/replies.ts';

/** A mail with no calendar's reply in it is nobody's mistake; one whose reply cannot be read is passed over by name. */
export type ParsedReply = CalendarReply | 'no reply' | 'unreadable';

/** Nothing a calendar program sends is longer. */
export const LONGEST_REPLY = 256 * 1024;

/** Reads the one REPLY a mail carries: one entry, one attendee. Never throws, whatever it is given. */
export async function parseReply(raw: Uint8Array): Promise<ParsedReply> {
  if (raw.byteLength > LONGEST_REPLY) return 'no reply';
  try {
    const mail = await PostalMime.parse(raw, { attachmentEncoding: 'arraybuffer' });
    const file = mail.attachments.find(({ mimeType }) => mimeType === 'text/calendar');
    if (!file) return 'no reply';
    const { content } = file;
    const words = typeof content === 'string' ? content : new TextDecoder().decode(content);
    return replyOf(words, mail.from?.address ?? '');
  } catch {
    return 'unreadable';
  }
}

function replyOf(words: string, from: string): ParsedReply {
  const calendar = new ICAL.Component(ICAL.parse(words));
  if (String(calendar.getFirstPropertyValue('method')).toUpperCase() !== 'REPLY') return 'no reply';
  const [event, ...others] = calendar.getAllSubcomponents('vevent');
  const [attendee, ...alsoThere] = event?.getAllProperties('attendee') ?? [];
  if (!event || !attendee || others.length + alsoThere.length > 0) return 'unreadable';
  const stamp = event.getFirstPropertyValue('dtstamp');
  const sequence = Number(event.getFirstPropertyValue('sequence') ?? 0);
  const uid = event.getFirstPropertyValue('uid');
  if (!(stamp instanceof ICAL.Time) || typeof uid !== 'string' || !Number.isSafeInteger(sequence))
    return 'unreadable';
  const said = stamp.toJSDate();
  if (Number.isNaN(said.getTime())) return 'unreadable';
  const who = addressOf(String(attendee.getFirstValue()));
  if (!isName(uid, LONGEST_UID) || !isName(who, LONGEST_ADDRESS)) return 'unreadable';
  return {
    uid,
    attendee: who,
    from: addressOf(from),
    partstat: String(attendee.getParameter('partstat') ?? '').toUpperCase(),
    sequence,
    stamp: said,
  };
}

/** What a database can be asked for: of a length a name has, without a sign nobody sees. */
const isName = (words: string, longest: number): boolean => words.length <= longest && !/\p{Cc}/u.test(words);
const LONGEST_UID = 255;
const LONGEST_ADDRESS = 320;

const addressOf = (words: string): string =>
  words
    .trim()
    .replace(/^mailto:/i, '')
    .toLowerCase();
