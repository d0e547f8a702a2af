import { NO_WORDS } from '../import/evidence.ts';
import type { EvidenceBlock, Finding, Moment } from '../write-up.ts';
import type { ExportedMessage, ExportedReview } from './exported-review.ts';
import { linkTo, picturePart, placeOf, plain, quoted } from './markdown-words.ts';
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

/** Every message of one source, unchanged, with what the source knew about it. */
export function evidencePart(
  { source, messages }: ExportedReview['evidence'][number],
  review: ExportedReview,
): string {
  const byKey = new Map(messages.map((message) => [message.key, message]));
  const each = messages.map((message) => {
    const head = [
      plain(saidWhen(message, review.zone)),
      MESSAGE_WORDS[message.kind],
      message.thread !== null && answersPart(byKey.get(message.thread)),
    ];
    return quoted(
      `${placeOf(`m-${message.id}`)}**${plain(message.speaker)}** ${head.filter(Boolean).join(' · ')}${saidPart(message, review, 'pictures')}`,
    );
  });
  return [`### ${plain(source)}`, ...each].join('\n\n');
}

const answersPart = (parent: ExportedMessage | undefined) =>
  parent ? `answers ${linkTo(parent.speaker, `m-${parent.id}`)}` : 'answers a message that is not here';

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
      ? `(${plain(namedPicture(picture))})`
      : picturePart({ ...picture, upload: picture.upload }, review),
  );
  const beside = besideWords(extras, review.zone).map(plain).join(' · ');
  const words = text === '' && pictures.length === 0 && beside === '' ? NO_WORDS : text;
  return [plain(words), ...pictures, beside]
    .filter(Boolean)
    .map((part) => `\n\n${part}`)
    .join('');
}

/** A message quoted in the text: the copy that stands there, with what its message has beside the words. */
export function quotationPart(block: EvidenceBlock, review: ExportedReview): string {
  const found = findMessage(review, block.message);
  const when = block.at === null ? '' : instantInWords(block.at, review.zone);
  const said = { text: block.text, extras: found?.message.extras ?? {} };
  const head = `**${plain(block.speaker)}** ${found ? backTo(block.message, when) : when}`.trimEnd();
  return quoted(`${head}${saidPart(said, review, 'names of pictures')}`);
}

const backTo = (message: string, when: string) => linkTo(when || 'in the evidence', `m-${message}`);

/** The messages a finding or moment rests on, in their words; each leads to its place in the evidence. */
export function restsOnMessages({ evidence }: Finding | Moment, review: ExportedReview): string[] {
  if (evidence.length === 0) return [];
  const found = evidence.flatMap((id) => findMessage(review, id) ?? []);
  const each = found.map(({ message, source }) =>
    quoted(
      `**${plain(message.speaker)}**, ${plain(source)}, ${backTo(message.id, saidWhen(message, review.zone))}${saidPart(message, review, 'names of pictures')}`,
    ),
  );
  return ['**Evidence**', ...each, goneWords(evidence.length - found.length)];
}

/** The moments a finding rests on. */
export const restsOnMoments = ({ moments: ids }: Finding, { writeUp, zone }: ExportedReview): string[] =>
  links(
    'Rests on',
    writeUp.moments
      .filter(({ id }) => ids.includes(id))
      .map((moment) => ({ id: moment.id, words: momentName(moment, zone) })),
  );

/** The red herring that a theory turned out to be. */
export const ledTo = ({ herring }: Moment, review: ExportedReview): string[] =>
  herring === null || !review.writeUp.findings.some(({ id }) => id === herring)
    ? []
    : links('Where it led', [
        { id: herring, words: pointerWords({ to: 'finding', target: herring }, review) },
      ]);

const links = (title: string, to: readonly { id: string; words: string }[]) =>
  to.length === 0 ? [] : [`**${title}**`, to.map(({ id, words }) => `- ${linkTo(words, id)}`).join('\n')];
