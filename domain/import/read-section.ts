import type { Heading, RootContent } from 'mdast';
import { runsText } from '#domain/inline-runs.ts';
import { blocksText } from '#domain/write-up-text.ts';
import { readBlocks, TOP, textBlock } from './blocks.ts';
import { chatRuns } from './chat-runs.ts';
import { linksOf, linkTo, readWords } from './phrasing.ts';
import type { Piece, ProposedSection } from './proposal.ts';
import type { Reading } from './reading.ts';
import { dayText, findDay, isDayAlone } from './stated-day.ts';
import { takeChat } from './take-chat.ts';
import { findingKindOf, takeFindings } from './take-findings.ts';
import { takeDaysOfMoments, takeListOfMoments, takeTableOfMoments } from './take-moments.ts';

/** Title of the text before the first heading; the program's words, not the source's. */
const BEFORE_FIRST_HEADING = 'About this text';

/** One heading with what stands under it, as pieces: kept text, moments, findings, chats. */
export function readSection(
  reading: Reading,
  { heading, nodes }: { heading: Heading | null; nodes: RootContent[] },
  lines: readonly string[],
  day: string | null,
): ProposedSection {
  const words = heading ? readWords(reading, heading.children) : [];
  const title = runsText(words);
  const kind = heading ? findingKindOf(title) : null;
  const section = {
    id: reading.newId(),
    title: heading ? title : BEFORE_FIRST_HEADING,
    titleMade: heading === null,
  };
  const links = linksUnderHeading(reading, [...new Set(linksOf(words))]);
  if (kind) return { ...section, pieces: joined([...links, ...takeFindings(reading, nodes, kind)]) };
  const chats = chatRuns(nodes, lines);
  const pieces: Piece[] = links;
  const timeline = new TimelineReading(reading, title, day);
  for (let at = 0; at < nodes.length; at += 1) {
    const run = chats.find(({ from }) => from === at);
    const chat = run ? takeChat(reading, nodes.slice(run.from, run.to + 1), lines, section.title) : null;
    const node = nodes[at];
    if (run && chat) {
      pieces.push(chat);
      at = run.to;
    } else if (node) pieces.push(...timeline.read(node));
  }
  return { ...section, pieces: joined(pieces) };
}

/** A section's title is plain words: the addresses it linked to stand below it. */
export function linksUnderHeading(reading: Pick<Reading, 'newId'>, addresses: readonly string[]): Piece[] {
  if (addresses.length === 0) return [];
  const content = addresses.flatMap((href, at) => [...(at > 0 ? [{ text: ' ' }] : []), linkTo(href)]);
  return [{ type: 'kept', blocks: [textBlock(reading, 'paragraph', content, TOP)] }];
}

/** Reads a section's nodes one after another, remembering the day that lines above have named. */
class TimelineReading {
  readonly #reading: Reading;
  readonly #isTimeline: boolean;
  readonly #year: number;
  #day: string | null = null;

  constructor(reading: Reading, title: string, day: string | null) {
    this.#reading = reading;
    this.#isTimeline = /\btime\s?line\b|\bchronolog/i.test(title);
    this.#year = Number((day ?? '2024').slice(0, 4));
    this.#noteDay(title, true);
  }

  read(node: RootContent): Piece[] {
    const taken = this.#take(node);
    if (taken) return taken;
    const blocks = readBlocks(this.#reading, [node]);
    const words = node.type === 'paragraph' || node.type === 'heading' ? blocksText(blocks) : '';
    this.#noteDay(words, isDayAlone(words) || /\btimes?\b/i.test(words));
    return blocks.length > 0 ? [{ type: 'kept', blocks }] : [];
  }

  #take(node: RootContent): Piece[] | null {
    if (node.type === 'table') return takeTableOfMoments(this.#tried(), node, this.#day) && this.#table(node);
    if (node.type !== 'list') return null;
    const tried = this.#tried();
    const take = (reading: Reading) =>
      takeDaysOfMoments(reading, node, this.#year, this.#isTimeline) ??
      takeListOfMoments(reading, node, this.#day, this.#isTimeline);
    return take(tried) && take(this.#reading);
  }

  #table(node: Extract<RootContent, { type: 'table' }>): Piece[] | null {
    return takeTableOfMoments(this.#reading, node, this.#day);
  }

  /** A reading to try with: what it gathers is thrown away, so that nothing is listed twice. */
  #tried(): Reading {
    return { ...this.#reading, usedDefinitions: new Set(), pictures: [], leftOut: [] };
  }

  #noteDay(words: string, says: boolean): void {
    const day = says ? findDay(words) : null;
    if (day) this.#day = dayText(day, this.#year);
  }
}

/** Neighbouring kept pieces as one. */
function joined(pieces: readonly Piece[]): Piece[] {
  const made: Piece[] = [];
  for (const piece of pieces) {
    const last = made.at(-1);
    if (piece.type === 'kept' && last?.type === 'kept') last.blocks.push(...piece.blocks);
    else made.push(piece.type === 'kept' ? { type: 'kept', blocks: [...piece.blocks] } : piece);
  }
  return made;
}
