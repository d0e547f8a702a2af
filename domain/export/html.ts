import { listNumbers } from '../list-numbers.ts';
import { safeHref } from '../safe-href.ts';
import type { Block, Inline, Mark, TextBlock } from '../write-up.ts';
import { blocksText, blockText } from '../write-up-text.ts';
import type { ExportedMeeting, ExportedOutcome, ExportedReview } from './exported-review.ts';
import { evidencePart, ledTo, quotationPart, restsOnMessages, restsOnMoments } from './html-evidence.ts';
import { esc, lines, picturePart } from './html-words.ts';
import { aboutIdea } from './idea-words.ts';
import { viewsOn } from './kept-views.ts';
import { agendaTitle, meetingWhen, soakWords, stageWords } from './meeting-words.ts';
import { doneWords, lookedBack, openedEarlyWords, togetherWith } from './outcome-words.ts';
import { findingName, pointerWords } from './pointer-words.ts';
import { reflectionInHtml } from './reflections.ts';
import { EXPORT_STYLE } from './style.ts';
import {
  FINDING_WORDS,
  instantInWords,
  KIND_WORDS,
  MOMENT_WORDS,
  picturesLeftWords,
  systemWords,
  timeInWords,
  touchedWords,
  whoAndWhere,
} from './words.ts';

/** The whole review as one HTML page that needs no script and nothing from the network. */
export function exportHtml(review: ExportedReview): string {
  const { writeUp } = review;
  const picturesLeft = picturesLeftWords(review);
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">
<title>${esc(writeUp.title)}</title><style>${EXPORT_STYLE}</style></head><body><main>
<h1>${esc(writeUp.title)}</h1>${writeUp.standfirst && `<p class="standfirst">${esc(writeUp.standfirst)}</p>`}
${facts(review)}${picturesLeft && `<p>${picturesLeft}</p>`}
${writeUp.sections.map((section) => `<section id="${esc(section.id)}"><h2>${esc(section.title)}</h2>${views(section.id, `${section.title} ${blocksText(section.blocks)}`, review)}${blocks(section.blocks, review)}</section>`).join('\n')}
${writeUp.findings.length > 0 ? '<h2>Findings</h2>' : ''}${writeUp.findings.map((finding) => findingPart(finding, review)).join('\n')}
${writeUp.moments.length > 0 ? '<h2>Timeline</h2>' : ''}${writeUp.moments.map((moment) => momentPart(moment, review)).join('\n')}
${review.meetings.map((meeting) => meetingPart(meeting, review.zone)).join('\n')}
${review.outcome ? outcomePart(review.outcome) : ''}
${list('What stayed with people', review.reflections.map(reflectionInHtml))}
${commentsPart(review)}
${evidencePart(review)}
${list(
  'Links',
  review.links.map(
    (link) =>
      `${link.direction === 'to' ? 'Reads on in' : 'Linked from'} <a href="${esc(link.address)}">${esc(link.title)}</a>`,
  ),
)}
<footer>Taken from <a href="${esc(review.address)}">${esc(review.address)}</a> on ${esc(review.exportedAt)}.</footer>
</main></body></html>
`;
}

function facts(review: ExportedReview): string {
  const when = review.happenedUntil ? `${review.happenedOn} to ${review.happenedUntil}` : review.happenedOn;
  const rows: [string, string][] = [
    ['Kind', KIND_WORDS[review.kind]],
    ['When', `${when}, ${review.zone}`],
    ['Closest teams', review.closestTeams.join(', ')],
    ['Analysts', review.analysts.map((analyst) => `${analyst.name} (${analyst.stance})`).join(', ')],
    ['Writers', review.writers.join(', ')],
    ['Readers', review.readers.join(', ')],
    ['Soak', soakWords(review)],
    ['State', review.publishedAt === null ? 'a draft, not published yet' : ''],
    ['Source', review.sourceNote],
  ];
  return `<dl>${rows
    .filter(([, words]) => words !== '')
    .map(([name, words]) => `<dt>${name}</dt><dd>${esc(words)}</dd>`)
    .join('')}</dl>`;
}

function findingPart(finding: ExportedReview['writeUp']['findings'][number], review: ExportedReview): string {
  const more = (title: string, part: Block[]) =>
    part.length > 0 ? `<h4>${title}</h4>${blocks(part, review)}` : '';
  const systems = systemWords(finding, review);
  const name = findingName(finding);
  return `<article id="${esc(finding.id)}"><p class="kind">${FINDING_WORDS[finding.kind]}</p>${name && `<h3>${esc(name)}</h3>`}${systems && `<p class="kind">${esc(systems)}</p>`}
${blocks(finding.blocks, review)}${more('What made it reasonable at the time', finding.reasonable)}${more('What ended it', finding.ended)}${restsOnMessages(finding, review)}${restsOnMoments(finding, review)}${views(finding.id, `${finding.title} ${blocksText(finding.blocks)}`, review)}</article>`;
}

function momentPart(moment: ExportedReview['writeUp']['moments'][number], review: ExportedReview): string {
  const accounts = moment.accounts.map(
    (account) =>
      `<div class="account"><h4>As told by ${esc(account.teller)}${account.time ? `, ${esc(timeInWords(account.time, review.zone))}` : ''}</h4>${blocks(account.blocks, review)}</div>`,
  );
  return `<article id="${esc(moment.id)}"><p class="kind">${esc(timeInWords(moment.time, review.zone))} · ${MOMENT_WORDS[moment.kind]}${moment.lane && ` · ${esc(moment.lane)}`}</p>
${blocks(moment.blocks, review)}${accounts.length > 0 ? `<div class="accounts">${accounts.join('')}</div>` : ''}${restsOnMessages(moment, review)}${ledTo(moment, review)}${views(moment.id, blocksText(moment.blocks), review)}</article>`;
}

const views = (target: string, now: string, review: ExportedReview): string =>
  viewsOn(target, now, review)
    .map(
      ({ by, claim, words }) =>
        `<aside><h4>A different view, kept as said (${esc(by)})</h4>${claim && `<p>It answers what stood here then: <q>${lines(claim)}</q></p>`}<p>${lines(words)}</p></aside>`,
    )
    .join('');

const meetingTitle = ({ kind, title }: ExportedMeeting) => {
  const word = kind === 'review' ? 'Review meeting' : 'Action session';
  return title.startsWith(word) ? title : `${word}: ${title}`;
};

function meetingPart(meeting: ExportedMeeting, zone: string): string {
  const captures = meeting.captures.map(
    (capture) =>
      `<b>${esc(capture.kind)}</b>: ${lines(capture.words)} (${whoAndWhere(capture, esc)})${capture.claim && `<br><q>${esc(capture.claim)}</q>`}`,
  );
  return `<section><h2>${esc(meetingTitle(meeting))}</h2>
<p>${meetingWhen(meeting, zone, esc)}</p>
${list(
  agendaTitle(meeting),
  meeting.agenda.map((stage) => stageWords(stage, meeting, lines)),
  'h3',
)}
${list('Captured', captures, 'h3')}${meeting.inputs.map(inputPart).join('')}${list(
  'Parked',
  meeting.parked.map(
    (tangent) => `${lines(tangent.words)} (${whoAndWhere(tangent, esc)}; ${esc(tangent.ending)})`,
  ),
  'h3',
)}${list(
  'Brought before it',
  meeting.brought.map(
    ({ words, by, touched }) =>
      `${lines(words)} (${by ? esc(by) : 'without a name'}; ${touchedWords(touched)})`,
  ),
  'h3',
)}${list(
  'Asked at its end',
  meeting.survey.map(({ question, answers }) => `${esc(question)}: ${esc(answers)}`),
  'h3',
)}${list('Who came', meeting.attendance.map(esc), 'h3')}</section>`;
}

const inputPart = ({ question, texts, answers }: ExportedMeeting['inputs'][number]) =>
  list(
    lines(question),
    [
      ...(answers ? [esc(answers)] : []),
      ...texts.map(({ words, by, hidden }) =>
        hidden ? `<i>Hidden by a facilitator: ${esc(hidden)}</i>` : `${lines(words)}${by && ` (${esc(by)})`}`,
      ),
    ],
    'h3',
  );

function outcomePart(outcome: ExportedOutcome): string {
  const early = openedEarlyWords(outcome, lines);
  return `<section><h2>Outcome</h2>
${early && `<p>${early}</p>`}
${outcome.ending && `<p>${lines(outcome.ending)}</p>`}
${outcome.nothingToDo ? `<p><b>Nothing to do: this is the incident we want.</b> ${lines(outcome.nothingToDo)}</p>` : ''}
${list(
  'Action items',
  outcome.items.map(
    (item) =>
      `<b>${esc(item.title)}</b>: ${esc(item.owner)}${item.due ? `, by ${esc(item.due)}` : ''}; answers ${esc(item.answers)}; would show that it worked: ${esc(item.shows)}${lookedBack(item, esc)}`,
  ),
  'h3',
)}
${list(
  'Ideas',
  outcome.ideas.map(
    (idea) =>
      `<b>${esc(idea.decision || 'undecided')}</b>: ${lines(idea.words)} (${esc(idea.by)})${togetherWith(idea.together, lines)}. ${[esc(idea.reason), doneWords(idea, lines), aboutIdea(idea, esc)].filter(Boolean).join(' ')}`,
  ),
  'h3',
)}
${list(
  'Already fixed',
  outcome.alreadyFixed.map((fact) => `${lines(fact.words)} (${esc(fact.by)})`),
  'h3',
)}</section>`;
}

const commentsPart = ({ comments: threads, zone }: ExportedReview) =>
  threads.length === 0
    ? ''
    : `<section><h2>Comments</h2>${threads
        .map(
          ({ about, quote, resolvedBy, comments }) =>
            `<h3>${esc(about)}</h3>${quote === '' ? '' : `<blockquote>${lines(quote)}</blockquote>`}<ul>${comments
              .map(
                ({ words, by, at }) =>
                  `<li>${lines(words)} <i>${esc(by)}, ${esc(instantInWords(at, zone))}</i></li>`,
              )
              .join('')}</ul>${resolvedBy === null ? '' : `<p>Resolved by ${esc(resolvedBy)}.</p>`}`,
        )
        .join('')}</section>`;

const list = (title: string, items: readonly string[], heading: 'h2' | 'h3' = 'h2') =>
  items.length === 0
    ? ''
    : `<${heading}>${title}</${heading}><ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`;

function blocks(all: readonly Block[], review: ExportedReview): string {
  const numbers = listNumbers(all);
  return all
    .map(
      (block, at) =>
        blockPart(block, numbers[at] ?? null, review) + views(block.id, blockText(block), review),
    )
    .join('\n');
}

function blockPart(block: Block, number: number | null, review: ExportedReview): string {
  switch (block.type) {
    case 'text':
      return block.quoted ? `<blockquote>${textPart(block, number)}</blockquote>` : textPart(block, number);
    case 'table':
      return `<table>${block.rows
        .map(
          (row) =>
            `<tr>${row.map((cell) => (cell.header ? `<th>${inline(cell.content)}</th>` : `<td>${inline(cell.content)}</td>`)).join('')}</tr>`,
        )
        .join('')}</table>`;
    case 'picture':
      return picturePart(block, review);
    case 'evidence':
      return quotationPart(block, review);
    case 'pointer':
      return `<p><a href="#${block.to === 'evidence' ? 'm-' : ''}${esc(block.target)}">${esc(pointerWords(block, review))}</a></p>`;
    case 'rule':
      return '<hr>';
  }
}

function textPart(block: TextBlock, number: number | null): string {
  const words = inline(block.content);
  const at = `id="${esc(block.id)}" style="margin-left:${block.indent * 1.5}rem"`;
  switch (block.kind) {
    case 'heading':
      return `<h${block.level + 2} ${at}>${words}</h${block.level + 2}>`;
    case 'quote':
      return `<blockquote ${at}>${words}</blockquote>`;
    case 'bullet':
      return `<p class="item" ${at}><span>•</span> ${words}</p>`;
    case 'numbered':
      return `<p class="item" ${at}><span>${number}.</span> ${words}</p>`;
    case 'code':
      return `<pre ${at}><code>${words}</code></pre>`;
    case 'paragraph':
      return `<p ${at}>${words}</p>`;
  }
}

const TAGS = { bold: 'b', italic: 'i', code: 'code', strike: 's' } as const;

const inline = (content: readonly Inline[]) =>
  content
    .map(({ text, marks = [] }) =>
      marks.reduceRight((inner, mark) => wrap(inner, mark), esc(text).replace(/\n/g, '<br>')),
    )
    .join('');

function wrap(inner: string, mark: Mark): string {
  if (mark.type !== 'link') return `<${TAGS[mark.type]}>${inner}</${TAGS[mark.type]}>`;
  const href = safeHref(mark.href);
  return href ? `<a href="${esc(href)}">${inner}</a>` : inner;
}
