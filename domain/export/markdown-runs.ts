import { safeHref } from '../safe-href.ts';
import type { Inline, Mark } from '../write-up.ts';
import { escaped, withAddresses, withSpaces } from './markdown-words.ts';

/** Where words stand: it decides how a line within them ends, and in a cell a bar would begin the next one. */
type Standing = 'text' | 'heading' | 'cell';
const BREAKS: Record<Standing, string> = { text: '\\\n', heading: ' ', cell: '<br>' };

/** Runs of words with their marks, as Markdown writes them. */
export function inline(content: readonly Inline[], standing: Standing = 'text'): string {
  const pieces = linkGroups(content).flatMap(({ href, runs }) => {
    const pieces = spacesApart(codeTogether(runs)).map((run) => pieceOf(run, standing, href !== null));
    return href === null ? pieces : [{ written: `[${stressed(pieces)}](<${href}>)`, stresses: [] }];
  });
  return withSpaces(stressed(pieces).trimEnd()).replace(/\n/g, BREAKS[standing]);
}

/** Words with one stress from beginning to end. */
export const all = (type: Stress, text: string) => inline([{ text, marks: [{ type }] }]);

const LENGTHS = { bold: 2, italic: 1, strike: 2 } as const;
type Stress = keyof typeof LENGTHS;

interface Piece {
  written: string;
  stresses: Stress[];
}

/** Neighbouring runs that lead to one address; `href` null where they lead nowhere, or where nothing may lead. */
function linkGroups(content: readonly Inline[]): { href: string | null; runs: Inline[] }[] {
  const groups: { href: string | null; runs: Inline[] }[] = [];
  for (const run of content) {
    const href = hrefOf(run.marks);
    const last = groups.at(-1);
    if (last && last.href === href) last.runs.push(run);
    else groups.push({ href, runs: [run] });
  }
  return groups;
}

/** Signs that would end the address, or be read as another letter, by their numbers. */
function hrefOf(marks: readonly Mark[] = []): string | null {
  const link = marks.find((mark) => mark.type === 'link');
  const href = link ? safeHref(link.href) : null;
  return href?.replace(/[<>|]/g, (sign) => encodeURIComponent(sign)).replace(/&(?=#?\w+;)/g, '\\&') ?? null;
}

/** Two pieces of code side by side would be read as one with signs in it: they are one, with the stress both have. */
function codeTogether(runs: readonly Inline[]): Inline[] {
  const together: Inline[] = [];
  for (const run of runs) {
    const last = together.at(-1);
    if (!last || !isCode(last) || !isCode(run)) together.push(run);
    else together[together.length - 1] = { text: last.text + run.text, marks: bothOf(last, run) };
  }
  return together;
}

const bothOf = ({ marks = [] }: Inline, other: Inline): Mark[] =>
  marks.filter(({ type }) => bears(type)(other));

/** Signs of stress touch words: a space at a run's edge bears only what both of its neighbours bear. */
function spacesApart(runs: readonly Inline[]): Inline[] {
  const parts = runs.flatMap((run) =>
    isCode(run)
      ? [run]
      : (run.text.match(/^\s+|\S(?:[\s\S]*\S)?|\s+$/g) ?? []).map((text) => ({ ...run, text })),
  );
  return parts.map((part, at) => {
    if (hasWords(part)) return part;
    const from = parts.slice(0, at).findLastIndex(hasWords);
    const to = parts.findIndex((other, later) => later > at && hasWords(other));
    const around = from === -1 || to === -1 ? [] : parts.slice(from, to + 1);
    const marks = (part.marks ?? []).filter(({ type }) => around.length > 0 && around.every(bears(type)));
    return { text: part.text, marks };
  });
}

const bears =
  (type: Mark['type']) =>
  ({ marks = [] }: Inline) =>
    marks.some((mark) => mark.type === type);

const hasWords = (run: Inline) => isCode(run) || run.text.trim() !== '';

const isCode = bears('code');

function pieceOf(run: Inline, standing: Standing, isLink: boolean): Piece {
  const stresses = (run.marks ?? []).flatMap(({ type }) => (type in LENGTHS ? [type as Stress] : []));
  if (isCode(run)) return { written: codeOf(run.text, standing), stresses };
  return { written: isLink ? escaped(run.text) : withAddresses(run.text), stresses };
}

function codeOf(text: string, standing: Standing): string {
  // code in a cell has no way to write these two signs beside one another
  if (standing === 'cell' && text.includes('\\|')) return escaped(text);
  const fence = '`'.repeat(1 + Math.max(0, ...[...text.matchAll(/`+/g)].map((found) => found[0].length)));
  const needsRoom = /^`|`$|^ .*[^ ].* $/.test(text);
  const line = (needsRoom ? ` ${text} ` : text).replace(/\n/g, ' ');
  return `${fence}${standing === 'cell' ? line.replace(/\|/g, '\\|') : line}${fence}`;
}

interface Open {
  stress: Stress;
  signs: string;
}

function stressed(pieces: readonly Piece[]): string {
  let written = '';
  let open: Open[] = [];
  for (const [at, piece] of [...pieces, { written: '', stresses: [] }].entries()) {
    const ends = open.findIndex(({ stress }) => !piece.stresses.includes(stress));
    const kept = ends === -1 ? open : open.slice(0, ends);
    const closes = signsOf(open.slice(kept.length).reverse());
    const begins = piece.written.trim() === '' ? [] : piece.stresses;
    const opens = begins
      .filter((stress) => !kept.some((one) => one.stress === stress))
      .sort((one, other) => lastOf(other, pieces, at) - lastOf(one, pieces, at))
      .map((stress) => ({ stress, signs: signsFor(stress, closes) }));
    written = joined(written, closes, signsOf(opens), piece.written);
    open = [...kept, ...opens];
  }
  return written;
}

/** How far a stress that begins here goes: what goes further is opened first, so that it need not be closed between. */
function lastOf(stress: Stress, pieces: readonly Piece[], from: number): number {
  const end = pieces.findIndex(({ stresses }, at) => at > from && !stresses.includes(stress));
  return end === -1 ? pieces.length : end;
}

/** Not the sign that has just closed another: together they would be read as one. */
function signsFor(stress: Stress, closes: string): string {
  if (stress === 'strike') return '~~';
  return (closes.endsWith('*') ? '_' : '*').repeat(LENGTHS[stress]);
}

const signsOf = (open: readonly Open[]) => open.map(({ signs }) => signs).join('');

/** Between a letter and another sign, signs of stress are read as themselves: the letter is then written by its number. */
function joined(before: string, closes: string, opens: string, after: string): string {
  const isAfterNumbered =
    opens === '' && (isMixed(closes) || closes.endsWith('_') || (closes !== '' && SIGN_LAST.test(before)));
  const isBeforeNumbered = closes === '' && (isMixed(opens) || (opens !== '' && SIGN_FIRST.test(after)));
  return (
    (isBeforeNumbered
      ? before.replace(LETTERS_LAST, (letters) => letters.replace(LETTER, numbered))
      : before) +
    closes +
    opens +
    (isAfterNumbered ? after.replace(LETTER_FIRST, numbered) : after)
  );
}

const isMixed = (signs: string) => new Set(signs).size > 1;

const numbered = (letter: string) => `&#${letter.codePointAt(0)};`;

/** Programs do not agree whether a symbol beyond ASCII is a letter or a sign: it may be either. */
const LETTER = /[^\s\p{P}$+<=>^`|~]/gu;
const LETTER_FIRST = /^[^\s\p{P}$+<=>^`|~]/u;
/** With those before it that only signs of stress part from it: what is numbered is itself a sign to them. */
const LETTERS_LAST = /(?:[^\s\p{P}$+<=>^`|~][*_~]+)*[^\s\p{P}$+<=>^`|~]$/u;
const SIGN_FIRST = /^[\p{P}\p{S}]/u;
const SIGN_LAST = /[\p{P}\p{S}]$/u;
