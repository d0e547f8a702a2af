import type { Definition, Heading, Root, RootContent } from 'mdast';
import { runsText } from '#domain/inline-runs.ts';
import { isRefused, type Refused } from '#domain/refused.ts';
import { frontMatter, lineOf, markdownTree, plainLines } from './markdown-tree.ts';
import { linksOf, readWords } from './phrasing.ts';
import type { Proposal, ProposedSection } from './proposal.ts';
import { readSection } from './read-section.ts';
import { type Reading, startReading } from './reading.ts';
import { splitSections } from './split-sections.ts';
import { findWholeDay } from './stated-day.ts';
import { findZone } from './stated-zone.ts';

/** A Markdown post-mortem as a proposal: what becomes what, every word in one place. `name` is the file's. */
export function proposeWriteUp(name: string, text: string, newId: () => string): Proposal | Refused {
  const source = plainLines(text);
  const root = markdownTree(source);
  if (isRefused(root)) return root;
  const reading = startReading(root, newId);
  const lines = source.split('\n');
  const { title: heading, parts } = splitSections(root);
  const title = heading ? readTitle(reading, heading) : titleFromName(name);
  const day = dayOfText(title, name, source);
  const sections = parts.map((part) => readSection(reading, part, lines, day));
  noteFrontMatter(reading, source);
  noteDefinitionTitles(reading);
  return {
    source: name,
    title,
    titleMade: heading === null,
    day,
    zone: zoneOfText(lines),
    sections: sections.filter(isThere),
    pictures: reading.pictures,
    leftOut: reading.leftOut.sort((one, other) => one.line - other.line),
    unusedLinks: unusedLinks(reading, root),
  };
}

const isThere = (section: ProposedSection): boolean => !section.titleMade || section.pieces.length > 0;

/** A review's title is plain words, and nothing stands below it: the addresses it linked to are listed. */
function readTitle(reading: Reading, heading: Heading): string {
  const words = readWords(reading, heading.children);
  for (const href of new Set(linksOf(words)))
    reading.leftOut.push({ line: lineOf(heading), why: 'title-link', text: href });
  return runsText(words);
}

const titleFromName = (name: string): string =>
  name.replace(/^.*[\\/]/, '').replace(/\.(?:md|markdown|txt)$/i, '') || 'Untitled';

/** Title first, then the file's name, then the text. Only a whole date counts, wherever it stands in them. */
const dayOfText = (title: string, name: string, source: string): string | null =>
  findWholeDay(title) ??
  findWholeDay(name.replace(/_/g, ' ').replace(/\.\w+$/, '')) ??
  findWholeDay(source.slice(0, 20_000));

function zoneOfText(lines: readonly string[]): Proposal['zone'] {
  for (const [at, line] of lines.entries()) {
    const zone = line.length < 500 ? findZone(line) : null;
    if (zone) return { ...zone, line: at + 1 };
  }
  return null;
}

function noteFrontMatter(reading: Reading, source: string): void {
  const matter = frontMatter(source);
  if (matter) reading.leftOut.push({ line: 1, why: 'front-matter', text: matter.trim() });
}

function noteDefinitionTitles(reading: Reading): void {
  for (const { title, position, identifier } of reading.definitions.values())
    if (title && reading.usedDefinitions.has(identifier))
      reading.leftOut.push({ line: position?.start.line ?? 1, why: 'link-title', text: title });
}

/** Definitions nothing uses, and second ones of the same name, which Markdown ignores. */
function unusedLinks(reading: Reading, root: Root): Proposal['unusedLinks'] {
  return root.children
    .filter((node: RootContent): node is Definition => node.type === 'definition')
    .filter(
      (node) =>
        reading.definitions.get(node.identifier) !== node || !reading.usedDefinitions.has(node.identifier),
    )
    .map((node) => ({
      identifier: reading.definitions.get(node.identifier) === node ? node.identifier : '',
      line: lineOf(node),
      text: `[${node.label ?? node.identifier}]: ${node.url}${node.title ? ` "${node.title}"` : ''}`,
    }));
}
