import { NO_WORDS } from '../import/evidence.ts';
import type { EvidenceBlock, Finding, Moment } from '../write-up.ts';
import type { ExportedMessage, ExportedReview } from './exported-review.ts';
import { esc, lines, picturePart } from './html-words.ts';
import {
  besideWords,
  findMessage,
  goneWords,
  MESSAGE_WORDS,
  namedPicture,
  saidWhen,
} from './message-words.ts';
import { momentName, pointerWords } from './pointer-words.ts';
import { instantInWords } from './words.ts';

/** Every message of every source, unchanged, with what its source knew about it. */
export const evidencePart = (review: ExportedReview): string =>
  review.evidence.length === 0
    ? ''
    : `<section><h2>Evidence</h2>${review.evidence.map((source) => sourcePart(source, review)).join('')}</section>`;

function sourcePart({ source, messages }: ExportedReview['evidence'][number], review: ExportedReview) {
  const byKey = new Map(messages.map((message) => [message.key, message]));
  const each = messages.map((message) => {
    const head = [
      esc(saidWhen(message, review.zone)),
      MESSAGE_WORDS[message.kind],
      message.thread !== null && answersPart(byKey.get(message.thread)),
    ];
    return `<blockquote id="m-${esc(message.id)}"><b>${esc(message.speaker)}</b> ${head.filter(Boolean).join(' · ')}${saidPart(message, review, 'pictures')}</blockquote>`;
  });
  return `<h3>${esc(source)}</h3>${each.join('\n')}`;
}

const answersPart = (parent: ExportedMessage | undefined) =>
  parent
    ? `answers <a href="#m-${esc(parent.id)}">${esc(parent.speaker)}</a>`
    : 'answers a message that is not here';

/**
 * A message's words and everything that came with them. Its pictures stand once, in the evidence: with each quotation of
 * them the file would grow without an end.
 */
function saidPart(
  { text, extras }: Pick<ExportedMessage, 'text' | 'extras'>,
  review: ExportedReview,
  its: 'pictures' | 'names of pictures',
): string {
  const pictures = (extras.pictures ?? []).map((picture) =>
    picture.upload === null || its === 'names of pictures'
      ? `<p>(${esc(namedPicture(picture))})</p>`
      : picturePart({ ...picture, upload: picture.upload }, review),
  );
  const beside = besideWords(extras, review.zone).map(esc).join(' · ');
  const words = text === '' && pictures.length === 0 && beside === '' ? NO_WORDS : text;
  return `<br>${lines(words)}${pictures.join('')}${beside && `<p class="kind">${beside}</p>`}`;
}

/** A message quoted in the text: the copy that stands there, with what its message has beside the words. */
export function quotationPart(block: EvidenceBlock, review: ExportedReview): string {
  const found = findMessage(review, block.message);
  const when = block.at === null ? '' : instantInWords(block.at, review.zone);
  const said = { text: block.text, extras: found?.message.extras ?? {} };
  return `<blockquote><b>${esc(block.speaker)}</b> ${found ? backTo(block.message, when) : esc(when)}${saidPart(said, review, 'names of pictures')}</blockquote>`;
}

const backTo = (message: string, when: string) =>
  `<a href="#m-${esc(message)}">${esc(when || 'in the evidence')}</a>`;

/** The messages a finding or moment rests on, in their words; each leads to its place in the evidence. */
export function restsOnMessages({ evidence }: Finding | Moment, review: ExportedReview): string {
  if (evidence.length === 0) return '';
  const found = evidence.flatMap((id) => findMessage(review, id) ?? []);
  const gone = goneWords(evidence.length - found.length);
  const each = found.map(
    ({ message, source }) =>
      `<blockquote><b>${esc(message.speaker)}</b>, ${esc(source)}, ${backTo(message.id, saidWhen(message, review.zone))}${saidPart(message, review, 'names of pictures')}</blockquote>`,
  );
  return `<h4>Evidence</h4>${each.join('')}${gone && `<p>${gone}</p>`}`;
}

/** The moments a finding rests on. */
export const restsOnMoments = ({ moments: ids }: Finding, { writeUp, zone }: ExportedReview): string =>
  links(
    'Rests on',
    writeUp.moments
      .filter(({ id }) => ids.includes(id))
      .map((moment) => ({ id: moment.id, words: momentName(moment, zone) })),
  );

/** The red herring that a theory turned out to be. */
export const ledTo = ({ herring }: Moment, review: ExportedReview): string =>
  herring === null || !review.writeUp.findings.some(({ id }) => id === herring)
    ? ''
    : links('Where it led', [
        { id: herring, words: pointerWords({ to: 'finding', target: herring }, review) },
      ]);

const links = (title: string, to: readonly { id: string; words: string }[]) =>
  to.length === 0
    ? ''
    : `<h4>${title}</h4><ul>${to.map(({ id, words }) => `<li><a href="#${esc(id)}">${esc(words)}</a></li>`).join('')}</ul>`;
