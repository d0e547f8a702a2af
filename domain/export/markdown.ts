import { listNumbers } from '../list-numbers.ts';
import type { Block, Finding, Moment, Section, TableBlock, TextBlock } from '../write-up.ts';
import { blocksText, blockText } from '../write-up-text.ts';
import type { ExportedMeeting, ExportedOutcome, ExportedReview } from './exported-review.ts';
import { aboutIdea } from './idea-words.ts';
import { viewsOn } from './kept-views.ts';
import { evidencePart, ledTo, quotationPart, restsOnMessages, restsOnMoments } from './markdown-evidence.ts';
import { all, inline } from './markdown-runs.ts';
import { escaped, inItem, linkTo, picturePart, placeOf, plain, quoted } from './markdown-words.ts';
import { agendaTitle, meetingWhen, soakWords, stageWords } from './meeting-words.ts';
import { doneWords, lookedBack, openedEarlyWords, togetherWith } from './outcome-words.ts';
import { findingName, pointerWords } from './pointer-words.ts';
import { reflectionsInMarkdown } from './reflections.ts';
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

/** The whole review as one Markdown file, readable in any editor. */
export function exportMarkdown(review: ExportedReview): string {
  const { writeUp } = review;
  const parts = [
    `# ${plain(writeUp.title)}`,
    writeUp.standfirst && all('italic', writeUp.standfirst),
    facts(review),
    picturesLeftWords(review),
    ...writeUp.sections.map((section) => sectionPart(section, review)),
    writeUp.findings.length > 0 && '## Findings',
    ...writeUp.findings.map((finding) => findingPart(finding, review)),
    writeUp.moments.length > 0 && '## Timeline',
    ...writeUp.moments.map((moment) => momentPart(moment, review)),
    ...review.meetings.map((meeting) => meetingPart(meeting, review.zone)),
    review.outcome && outcomePart(review.outcome),
    review.reflections.length > 0 &&
      `## What stayed with people\n\n${reflectionsInMarkdown(review.reflections)}`,
    review.comments.length > 0 && commentsPart(review),
    review.evidence.length > 0 && '## Evidence',
    ...review.evidence.map((source) => evidencePart(source, review)),
    linkPart(review),
    `---\n\nTaken from ${review.address} on ${review.exportedAt}.`,
  ];
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}

function facts(review: ExportedReview): string {
  const when = review.happenedUntil ? `${review.happenedOn} to ${review.happenedUntil}` : review.happenedOn;
  const lines = [
    `- Kind: ${KIND_WORDS[review.kind]}`,
    `- When: ${when}, ${review.zone}`,
    review.closestTeams.length > 0 && `- Closest teams: ${review.closestTeams.map(plain).join(', ')}`,
    `- Analysts: ${review.analysts.map((analyst) => plain(`${analyst.name} (${analyst.stance})`)).join(', ')}`,
    review.writers.length > 0 && `- Writers: ${review.writers.map(plain).join(', ')}`,
    review.readers.length > 0 && `- Readers: ${review.readers.map(plain).join(', ')}`,
    soakWords(review) && `- Soak: ${soakWords(review)}`,
    review.publishedAt === null && '- A draft: not published yet',
    review.sourceNote && `- Source: ${plain(review.sourceNote)}`,
  ];
  return lines.filter(Boolean).join('\n');
}

const sectionPart = ({ id, title, blocks: parts }: Section, review: ExportedReview): string =>
  [`## ${plain(title)}`, ...views(id, `${title} ${blocksText(parts)}`, review), blocks(parts, review)].join(
    '\n\n',
  );

function findingPart(finding: Finding, review: ExportedReview): string {
  const name = findingName(finding);
  const parts = [
    `### ${placeOf(finding.id)}${FINDING_WORDS[finding.kind]}${name && `: ${plain(name)}`}`,
    plain(systemWords(finding, review)),
    blocks(finding.blocks, review),
  ];
  if (finding.reasonable.length > 0)
    parts.push('**What made it reasonable at the time**', blocks(finding.reasonable, review));
  if (finding.ended.length > 0) parts.push('**What ended it**', blocks(finding.ended, review));
  return [
    ...parts,
    ...restsOnMessages(finding, review),
    ...restsOnMoments(finding, review),
    ...views(finding.id, `${finding.title} ${blocksText(finding.blocks)}`, review),
  ]
    .filter(Boolean)
    .join('\n\n');
}

function momentPart(moment: Moment, review: ExportedReview): string {
  const head = `### ${placeOf(moment.id)}${timeInWords(moment.time, review.zone)} · ${MOMENT_WORDS[moment.kind]}`;
  const lane = moment.lane && all('italic', moment.lane);
  const accounts = moment.accounts.map((account) => {
    const time = account.time ? `, ${timeInWords(account.time, review.zone)}` : '';
    return `**As told by ${plain(account.teller)}${time}**\n\n${blocks(account.blocks, review)}`;
  });
  return [
    head,
    lane,
    blocks(moment.blocks, review),
    ...accounts,
    ...restsOnMessages(moment, review),
    ...ledTo(moment, review),
    ...views(moment.id, blocksText(moment.blocks), review),
  ]
    .filter(Boolean)
    .join('\n\n');
}

const views = (target: string, now: string, review: ExportedReview): string[] =>
  viewsOn(target, now, review).map(({ by, claim, words }) => {
    const answered = claim && `It answers what stood here then: “${plain(claim)}”\n\n`;
    return quoted(`**A different view, kept as said** (${plain(by)})\n\n${answered}${plain(words)}`);
  });

const meetingTitle = ({ kind, title }: ExportedMeeting) => {
  const word = kind === 'review' ? 'Review meeting' : 'Action session';
  return title.startsWith(word) ? plain(title) : `${word}: ${plain(title)}`;
};

function meetingPart(meeting: ExportedMeeting, zone: string): string {
  const agenda = meeting.agenda.map((stage) => `- ${stageWords(stage, meeting, inItem)}`);
  const captures = meeting.captures.map(
    (capture) =>
      `- ${capture.kind}: ${inItem(capture.words)} (${whoAndWhere(capture, plain)})` +
      (capture.claim && `\n  said beside: “${inItem(capture.claim)}”`),
  );
  const inputs = meeting.inputs.map(({ question, texts, answers }) =>
    [
      all('bold', question),
      answers && plain(answers),
      texts
        .map(({ words, by, hidden }) =>
          hidden
            ? `- ${all('italic', `Hidden by a facilitator: ${hidden}`)}`
            : `- ${inItem(words)}${by && ` (${plain(by)})`}`,
        )
        .join('\n'),
    ]
      .filter(Boolean)
      .join('\n\n'),
  );
  const parked = meeting.parked.map(
    (tangent) => `- ${inItem(tangent.words)} (${whoAndWhere(tangent, plain)}; ${plain(tangent.ending)})`,
  );
  const brought = meeting.brought.map(
    ({ words, by, touched }) =>
      `- ${inItem(words)} (${by ? plain(by) : 'without a name'}; ${touchedWords(touched)})`,
  );
  const survey = meeting.survey.map(({ question, answers }) => `- ${plain(question)}: ${plain(answers)}`);
  return [
    `## ${meetingTitle(meeting)}`,
    meetingWhen(meeting, zone, plain),
    agenda.length > 0 && `**${agendaTitle(meeting)}**\n\n${agenda.join('\n')}`,
    captures.length > 0 && `**Captured**\n\n${captures.join('\n')}`,
    ...inputs,
    parked.length > 0 && `**Parked**\n\n${parked.join('\n')}`,
    brought.length > 0 && `**Brought before it**\n\n${brought.join('\n')}`,
    survey.length > 0 && `**Asked at its end**\n\n${survey.join('\n')}`,
    meeting.attendance.length > 0 &&
      `**Who came**\n\n${meeting.attendance.map((said) => `- ${plain(said)}`).join('\n')}`,
  ]
    .filter(Boolean)
    .join('\n\n');
}

function outcomePart(outcome: ExportedOutcome): string {
  const ideas = outcome.ideas.map(
    (idea) =>
      `- **${idea.decision || 'undecided'}**: ${inItem(idea.words)} (${plain(idea.by)})${togetherWith(idea.together, plain)}${[
        plain(idea.reason),
        doneWords(idea, plain),
        aboutIdea(idea, plain),
      ]
        .filter(Boolean)
        .map((said) => `. ${said}`)
        .join('')}`,
  );
  const items = outcome.items.map(
    (item) =>
      `- ${plain(item.title.replace(/[.:]$/, ''))}: ${plain(item.owner)}${item.due ? `, by ${item.due}` : ''}; answers ${plain(item.answers)}; ` +
      `would show that it worked: ${plain(item.shows)}${lookedBack(item, plain)}`,
  );
  const fixed = outcome.alreadyFixed.map((fact) => `- ${inItem(fact.words)} (${plain(fact.by)})`);
  return [
    '## Outcome',
    openedEarlyWords(outcome, plain),
    plain(outcome.ending),
    outcome.nothingToDo && `**Nothing to do: this is the incident we want.** ${plain(outcome.nothingToDo)}`,
    items.length > 0 && `**Action items**\n\n${items.join('\n')}`,
    ideas.length > 0 && `**Ideas**\n\n${ideas.join('\n')}`,
    fixed.length > 0 && `**Already fixed**\n\n${fixed.join('\n')}`,
  ]
    .filter(Boolean)
    .join('\n\n');
}

const commentsPart = ({ comments: threads, zone }: ExportedReview) =>
  [
    '## Comments',
    ...threads.map(({ about, quote, resolvedBy, comments }) =>
      [
        all('bold', about),
        quote !== '' && quoted(plain(quote)),
        comments
          .map(({ words, by, at }) => `- ${plain(by)}, ${instantInWords(at, zone)}: ${inItem(words)}`)
          .join('\n'),
        resolvedBy && `Resolved by ${plain(resolvedBy)}.`,
      ]
        .filter(Boolean)
        .join('\n\n'),
    ),
  ].join('\n\n');

const linkPart = (review: ExportedReview) =>
  review.links.length > 0 &&
  `## Links\n\n${review.links.map((link) => `- ${link.direction === 'to' ? 'reads on in' : 'linked from'} [${escaped(link.title)}](${link.address})`).join('\n')}`;

function blocks(list: readonly Block[], review: ExportedReview): string {
  const numbers = listNumbers(list);
  const parts = list.flatMap((block, at) => [
    {
      text: blockPart(block, numbers[at] ?? null, review),
      item: block.type === 'text' && (block.kind === 'bullet' || block.kind === 'numbered'),
    },
    ...views(block.id, blockText(block), review).map((text) => ({ text, item: false })),
  ]);
  return parts.reduce((all, part, at) => {
    if (at === 0) return part.text;
    return `${all}${part.item && parts[at - 1]?.item ? '\n' : '\n\n'}${part.text}`;
  }, '');
}

function blockPart(block: Block, number: number | null, review: ExportedReview): string {
  switch (block.type) {
    case 'text':
      return block.quoted && block.kind !== 'quote'
        ? quoted(textPart(block, number))
        : textPart(block, number);
    case 'table':
      return tablePart(block);
    case 'picture':
      return picturePart(block, review);
    case 'evidence':
      return quotationPart(block, review);
    case 'pointer':
      return `→ ${linkTo(pointerWords(block, review), block.to === 'evidence' ? `m-${block.target}` : block.target)}`;
    case 'rule':
      return '---';
  }
}

/** As wide as its widest row: a cell beyond the first row's would be dropped. */
function tablePart({ rows }: TableBlock): string {
  const width = Math.max(1, ...rows.map((row) => row.length));
  const [head, ...rest] = rows.map((row) => {
    const cells = row.map((cell) => inline(cell.content, 'cell'));
    return `| ${[...cells, ...Array(width - cells.length).fill('')].join(' | ')} |`;
  });
  return [head, `|${' --- |'.repeat(width)}`, ...rest].join('\n');
}

function textPart(block: TextBlock, number: number | null): string {
  const text = inline(block.content, block.kind === 'heading' ? 'heading' : 'text');
  const indent = '    '.repeat(block.indent);
  const rest = (lead: string) =>
    `${indent}${lead}${text.replace(/\n/g, `\n${indent}${' '.repeat(lead.length)}`)}`;
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.level + 2)} ${text}`;
    case 'quote':
      return quoted(text);
    case 'bullet':
      return rest('- ');
    case 'numbered':
      return rest(`${number}. `);
    case 'code': {
      const code = block.content.map((run) => run.text).join('');
      const fence = '`'.repeat(Math.max(3, ...[...code.matchAll(/`+/g)].map((run) => run[0].length + 1)));
      return `${fence}\n${code}\n${fence}`;
    }
    case 'paragraph':
      return rest('');
  }
}
