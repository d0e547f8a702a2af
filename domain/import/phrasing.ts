import type { Image, ImageReference, Link, LinkReference, PhrasingContent } from 'mdast';
import { tidyRuns } from '#domain/inline-runs.ts';
import { safeHref } from '#domain/safe-href.ts';
import type { Inline, Mark } from '#domain/write-up.ts';
import { lineOf } from './markdown-tree.ts';
import type { Reading } from './reading.ts';

/** A run of words, or a picture that stood among them and becomes a block of its own; `href` where it was a link. */
export type Phrase = Inline | { picture: string; alt: string; href: string | null };

/** Words with their marks, in order; links resolved, unsafe ones and HTML tags left out and listed. */
export function readPhrasing(
  reading: Reading,
  nodes: readonly PhrasingContent[],
  marks: Mark[] = [],
): Phrase[] {
  return nodes.flatMap((node) => readPhrase(reading, node, marks));
}

/** The same where no picture can stand (headings, cells): its description takes its place, and it is listed. */
export function readWords(reading: Reading, nodes: readonly PhrasingContent[]): Inline[] {
  const pictures: Reading['pictures'] = [];
  const phrases = readPhrasing({ ...reading, pictures }, nodes);
  for (const { line, path } of pictures) reading.leftOut.push({ line, why: 'picture-in-words', text: path });
  return tidyRuns(
    phrases.map((phrase) => {
      if (!('picture' in phrase)) return phrase;
      return phrase.href === null ? { text: phrase.alt } : linkTo(phrase.href, phrase.alt);
    }),
  );
}

/** A link by itself: where no words carry it any more, its address does. */
export const linkTo = (href: string, text = ''): Inline => ({
  text: text || href,
  marks: [{ type: 'link', href }],
});

/** The addresses runs link to, in order. */
export const linksOf = (runs: readonly Inline[]): string[] =>
  runs.flatMap(({ marks = [] }) => marks.flatMap((mark) => (mark.type === 'link' ? [mark.href] : [])));

function readPhrase(reading: Reading, node: PhrasingContent, marks: Mark[]): Phrase[] {
  switch (node.type) {
    case 'text':
      return [run(node.value.replace(/\n/g, ' '), marks)];
    case 'inlineCode':
      return [run(node.value, [...marks, { type: 'code' }])];
    case 'strong':
      return readPhrasing(reading, node.children, [...marks, { type: 'bold' }]);
    case 'emphasis':
      return readPhrasing(reading, node.children, [...marks, { type: 'italic' }]);
    case 'delete':
      return readPhrasing(reading, node.children, [...marks, { type: 'strike' }]);
    case 'break':
      return [run('\n', marks)];
    case 'link':
    case 'linkReference':
      return readLink(reading, node, marks);
    case 'image':
    case 'imageReference':
      return readPicture(reading, node, marks);
    case 'footnoteReference':
      return [run(`[${node.label ?? node.identifier}]`, marks)];
    case 'html':
      return readTag(reading, node.value, lineOf(node), marks);
    default:
      return [];
  }
}

const run = (text: string, marks: Mark[]): Inline => (marks.length > 0 ? { text, marks } : { text });

function readLink(reading: Reading, node: Link | LinkReference, marks: Mark[]): Phrase[] {
  const target = resolve(reading, node);
  const href = safeHref(withScheme(target.url));
  if (href === null)
    reading.leftOut.push({ line: lineOf(node), why: 'unsafe-link', text: shortened(target.url) });
  if (href === null) return readPhrasing(reading, node.children, marks);
  const phrases = readPhrasing(reading, node.children, [...marks, { type: 'link', href }]);
  return phrases.some((phrase) => 'picture' in phrase || phrase.text.trim() !== '')
    ? phrases
    : [linkTo(href)];
}

function readPicture(reading: Reading, node: Image | ImageReference, marks: Mark[]): Phrase[] {
  const { url } = resolve(reading, node);
  const alt = node.alt ?? '';
  const [around] = linksOf([run('', marks)]);
  if (isBeside(url)) {
    if (!reading.pictures.some((picture) => picture.path === url))
      reading.pictures.push({ path: url, alt, line: lineOf(node) });
    return [{ picture: url, alt, href: around ?? null }];
  }
  // Never fetched from the network: a link stands where the picture stood.
  const href = safeHref(url);
  if (href === null)
    reading.leftOut.push({ line: lineOf(node), why: 'picture-elsewhere', text: shortened(url) });
  if (href === null) return [run(alt, marks)];
  // Words link to one address, so the picture's own stands behind them.
  return around
    ? [run(alt, marks), run(' ', []), linkTo(href)]
    : [run(alt || href, [...marks, { type: 'link', href }])];
}

function resolve(reading: Reading, node: Link | LinkReference | Image | ImageReference): { url: string } {
  if ('url' in node) {
    noteTitle(reading, node.title, lineOf(node));
    return { url: node.url };
  }
  reading.usedDefinitions.add(node.identifier);
  return { url: reading.definitions.get(node.identifier)?.url ?? '' };
}

function noteTitle(reading: Reading, title: string | null | undefined, line: number): void {
  if (title) reading.leftOut.push({ line, why: 'link-title', text: title });
}

function readTag(reading: Reading, html: string, line: number, marks: Mark[]): Phrase[] {
  if (/^<br\s*\/?>$/i.test(html)) return [run('\n', marks)];
  reading.leftOut.push({ line, why: html.startsWith('<!--') ? 'comment' : 'html', text: html });
  return [];
}

/** "prow.example.org/x" written as a link's target means that host; "notes.md" does not. */
const withScheme = (url: string): string =>
  /^(?:[a-z0-9-]+\.)+(?:com|org|net|io|dev|gov|edu|[a-z]{2})(?:[/?#].*)?$/i.test(url) &&
  !/\.(?:md|sh|py|go|js|ts|rs)$/i.test(url)
    ? `https://${url}`
    : url;

/** A path that can lie beside the text: no scheme, no host, not absolute. */
const isBeside = (url: string): boolean => url !== '' && !/^(?:[a-z][a-z0-9+.-]*:|\/)/i.test(url);

const shortened = (url: string): string => (url.length > 200 ? `${url.slice(0, 200)}…` : url);
