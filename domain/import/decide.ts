import { withNeededNumbers } from '#domain/list-numbers.ts';
import type {
  Block,
  Finding,
  FindingKind,
  Inline,
  Moment,
  MomentKind,
  PointerBlock,
  WriteUp,
} from '#domain/write-up.ts';
import { type Choices, isTaken, takingsOf } from './choices.ts';
import { withFirstWords } from './cut-words.ts';
import { joinTables } from './join-tables.ts';
import { placeMessages } from './place-messages.ts';
import { type PlacedMoment, placeMoments } from './place-moments.ts';
import type {
  ChatMessage,
  ChatTaking,
  FindingTaking,
  LeftOut,
  MomentTaking,
  Piece,
  Proposal,
} from './proposal.ts';
import { PICTURE_PATH } from './reading.ts';

/** What an accepted proposal becomes: a write-up, chats for the evidence, and the list of what goes nowhere. */
export interface Decided {
  writeUp: WriteUp;
  chats: DecidedChat[];
  leftOut: LeftOut[];
}

export interface DecidedChat {
  name: string;
  messages: DecidedMessage[];
}
export interface DecidedMessage extends ChatMessage {
  id: string;
  /** ISO instant, or null. */
  at: string | null;
}

/** `uploads` tells which pictures have been stored: path in the source → upload id. */
export function decide(
  proposal: Proposal,
  choices: Choices,
  uploads: ReadonlyMap<string, string>,
  newId: () => string,
): Decided {
  const decided: Decided = {
    writeUp: { title: choices.title, standfirst: '', sections: [], findings: [], moments: [] },
    chats: [],
    leftOut: leftOutOf(proposal, choices),
  };
  for (const section of proposal.sections) {
    const placed = placeMoments(section, choices);
    const blocks = section.pieces.flatMap((piece) => settle(decided, piece, choices, placed, newId));
    decided.writeUp.sections.push({ id: section.id, title: section.title, blocks: joinTables(blocks) });
  }
  const { sections, findings, moments } = decided.writeUp;
  for (const place of [...sections, ...findings, ...moments])
    place.blocks = withNeededNumbers(place.blocks.flatMap((block) => withPicture(decided, block, uploads)));
  return decided;
}

/** What stays in the section for one piece; what is taken goes to its place. */
function settle(
  decided: Decided,
  piece: Piece,
  choices: Choices,
  placed: ReadonlyMap<string, PlacedMoment>,
  newId: () => string,
): Block[] {
  if (piece.type === 'kept') return piece.blocks;
  if (!isTaken(piece, choices)) return piece.original;
  switch (piece.type) {
    case 'moment':
      decided.writeUp.moments.push(momentOf(piece, choices, placed.get(piece.id), newId));
      return [pointer('moment', piece.id, newId)];
    case 'finding':
      decided.writeUp.findings.push(findingOf(piece, choices));
      return [pointer('finding', piece.id, newId)];
    case 'chat': {
      const chat = chatOf(piece, choices, newId);
      decided.chats.push(chat);
      return [pointer('evidence', chat.messages[0]?.id ?? piece.id, newId)];
    }
  }
}

function momentOf(
  { id, kind, stated, blocks }: MomentTaking,
  choices: Choices,
  placed: PlacedMoment | undefined,
  newId: () => string,
): Moment {
  const time = placed?.time ?? { certainty: 'order-only' };
  // Without a time the words that stated one stay words.
  const words =
    time.certainty === 'order-only' && /[\p{L}\p{N}]/u.test(stated.words) ? `${stated.words} ` : '';
  return {
    id,
    kind: (choices.takings[id]?.kind as MomentKind | undefined) ?? kind,
    time,
    lane: '',
    blocks: words ? withWordsBefore(blocks, words, newId) : blocks,
    accounts: [],
    evidence: [],
    herring: null,
  };
}

function findingOf(taking: FindingTaking, choices: Choices): Finding {
  const choice = choices.takings[taking.id];
  return {
    id: taking.id,
    kind: (choice?.kind as FindingKind | undefined) ?? taking.kind,
    title: choice?.title ?? taking.title,
    blocks: taking.blocks,
    reasonable: [],
    ended: [],
    systems: [],
    evidence: [],
    moments: [],
  };
}

function chatOf(taking: ChatTaking, choices: Choices, newId: () => string): DecidedChat {
  const times = placeMessages(taking.messages, choices.takings[taking.id]?.day ?? choices.day, choices.zone);
  return {
    name: taking.name,
    messages: taking.messages.map((message, at) => ({ ...message, id: newId(), at: times[at] ?? null })),
  };
}

function withWordsBefore(blocks: readonly Block[], words: string, newId: () => string): Block[] {
  const first = blocks[0];
  const run: Inline = { text: words };
  if (first?.type === 'text' && first.kind !== 'code') return withFirstWords(blocks, [run, ...first.content]);
  return [{ type: 'text', id: newId(), kind: 'paragraph', level: 1, indent: 0, content: [run] }, ...blocks];
}

/** A picture found in the selection takes its upload's id; for one that is missing its description stays. */
function withPicture(decided: Decided, block: Block, uploads: ReadonlyMap<string, string>): Block[] {
  if (block.type !== 'picture' || !block.upload.startsWith(PICTURE_PATH)) return [block];
  const path = block.upload.slice(PICTURE_PATH.length);
  const upload = uploads.get(path);
  if (upload) return [{ ...block, upload }];
  decided.leftOut.push({ line: 0, why: 'picture-elsewhere', text: path });
  if (!block.alt) return [];
  const content: Inline[] = [{ text: block.alt, marks: [{ type: 'italic' }] }];
  return [{ type: 'text', id: block.id, kind: 'paragraph', level: 1, indent: 0, content }];
}

/** What goes nowhere with these choices, in the text's order: a chat that stays text leaves out what evidence would keep. */
export function leftOutOf(proposal: Proposal, choices: Choices): LeftOut[] {
  const refused = takingsOf(proposal).filter(
    (taking): taking is ChatTaking => taking.type === 'chat' && !isTaken(taking, choices),
  );
  const inText = new Set(refused.flatMap(({ linksAsText }) => linksAsText));
  const unused = proposal.unusedLinks
    .filter(({ identifier }) => !inText.has(identifier))
    .map(({ line, text }): LeftOut => ({ line, why: 'unused-link', text }));
  return [...proposal.leftOut, ...refused.flatMap(({ leftOutAsText }) => leftOutAsText), ...unused].sort(
    (one, other) => one.line - other.line,
  );
}

const pointer = (to: PointerBlock['to'], target: string, newId: () => string): PointerBlock => ({
  type: 'pointer',
  id: newId(),
  to,
  target,
});
