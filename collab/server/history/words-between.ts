import * as Y from 'yjs';
import { WORDS } from '#collab/document/field-names.ts';
import type { By, Changes, Passage } from '#domain/history/changes.ts';
import type { Authorship } from './authorship.ts';
import type { WhoOf } from './compare-pictures.ts';
import type { Picture } from './picture.ts';

const MOST_PASSAGES = 100;
const MOST_LETTERS = 20_000;
/** Fewer are a correction, of which every sitting has hundreds. */
const LEAST_WORDS = 3;

export interface Between {
  later: Y.Doc;
  picture: Picture;
  /** clocks of the earlier version, by client */
  known: ReadonlyMap<number, number>;
  touched: ReadonlySet<string>;
  authorship: Authorship;
  whoOf: WhoOf;
}

/**
 * Passages put in and taken out again between two versions, so that neither shows them. What was only moved, or has come back
 * by undo, stands in the later one and is not told.
 */
export function wordsBetween(between: Between): Changes['between'] {
  const places = [...between.touched].flatMap((name) => {
    const part = partOf(name, between.picture);
    return part ? [{ part, ...readPlace(between, name) }] : [];
  });
  const standing = places.map((place) => place.standing).join('\n');
  const passages = new Map<string, Passage>();
  for (const { part, gone } of places)
    for (const { pieces, text } of gone) {
      const words = text.trim();
      if (words.split(/\s+/).length < LEAST_WORDS || standing.includes(words)) continue;
      passages.set(words, { ...passageOf(pieces, words), ...part });
    }
  const all = [...passages.values()];
  return { passages: all.slice(0, MOST_PASSAGES), more: Math.max(0, all.length - MOST_PASSAGES) };
}

interface Piece {
  client: number;
  clock: number;
  length: number;
  by: By;
}

interface Gone {
  pieces: Piece[];
  text: string;
}

/** A place's words that came and went, in passages that nothing standing parts; and what stands in it. */
function readPlace(between: Between, name: string): { gone: Gone[]; standing: string } {
  const gone: Gone[] = [];
  let standing = '';
  let open: Gone | null = null;
  for (const item of itemsWithin(between.later.getXmlFragment(name))) {
    if (item.content instanceof Y.ContentType) {
      standing += '\n';
      if (open && item.content.type instanceof Y.XmlElement) open.text += '\n';
    }
    if (!(item.content instanceof Y.ContentString)) continue;
    if (!item.deleted) {
      standing += item.content.str;
      open = null;
      continue;
    }
    const piece = newPiece(between, item, item.content.str);
    if (!piece) continue;
    if (!open) {
      open = { pieces: [], text: '' };
      gone.push(open);
    }
    open.pieces.push(piece);
    open.text += piece.text;
  }
  return { gone, standing };
}

/** Null where the letters were there before, or never had a place. */
function newPiece({ known, authorship, whoOf }: Between, { id, length }: Y.Item, text: string) {
  const { client } = id;
  const old = Math.max(0, (known.get(client) ?? 0) - id.clock);
  if (old >= length) return null;
  const clock = id.clock + old;
  const isAdrift = authorship.adrift
    .get(client)
    ?.some((run) => run.clock <= clock && clock < run.clock + run.length);
  if (isAdrift) return null;
  const letters = { client, clock, length: length - old };
  return { ...letters, text: text.slice(old), by: whoOf('in', [letters]) };
}

/** Everything below a type, deleted or not, as it stands; a stack of our own, since a hostile document may nest deep. */
function* itemsWithin(type: Y.XmlFragment): Generator<Y.Item> {
  const stack: (Y.Item | null)[] = [type._start];
  while (stack.length > 0) {
    const item = stack.pop();
    if (!item) continue;
    yield item;
    stack.push(item.right);
    if (item.content instanceof Y.ContentType) stack.push(item.content.type._start);
  }
}

function passageOf(
  pieces: readonly Piece[],
  words: string,
): Pick<Passage, 'text' | 'isCut' | 'by' | 'letters'> {
  const lettersBy = new Map<number, number>();
  for (const { client, length } of pieces) lettersBy.set(client, (lettersBy.get(client) ?? 0) + length);
  const [client = 0] = [...lettersBy].sort(([, one], [, other]) => other - one)[0] ?? [];
  const own = pieces.filter((piece) => piece.client === client);
  return {
    text: words.slice(0, MOST_LETTERS),
    isCut: words.length > MOST_LETTERS,
    by: [...new Set(pieces.flatMap(({ by }) => by))],
    letters: {
      client,
      first: Math.min(...own.map(({ clock }) => clock)),
      last: Math.max(...own.map(({ clock, length }) => clock + length - 1)),
    },
  };
}

/** The part a place belongs to; null for what holds no words. */
function partOf(name: string, { line }: Picture): Pick<Passage, 'kind' | 'title'> | null {
  if (name === WORDS.title || name === WORDS.standfirst) return { kind: name, title: '' };
  const id = name.slice(name.indexOf(':') + 1);
  const family = /^(section|finding|moment|account)(-\w+)?:/.exec(name)?.[1];
  switch (family) {
    case 'section':
      return { kind: 'section', title: line(WORDS.sectionTitle(id)) };
    case 'finding':
      return { kind: 'finding', title: line(WORDS.findingTitle(id)) };
    case 'moment':
    case 'account':
      return { kind: 'moment', title: '' };
    default:
      return null;
  }
}
