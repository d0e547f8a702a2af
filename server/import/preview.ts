import { type Choices, isTaken } from '#domain/import/choices.ts';
import { leftOutOf } from '#domain/import/decide.ts';
import { type Doubt, type PlacedMoment, placeMoments } from '#domain/import/place-moments.ts';
import type { LeftOut, Piece, ProposedSection, Taking } from '#domain/import/proposal.ts';
import type { FindingKind, MomentKind } from '#domain/write-up.ts';
import { blocksText, countWords } from '#domain/write-up-text.ts';
import type { Held, HeldChannel } from './held.ts';

/** What becomes what, as the preview shows it. */
export interface Preview {
  title: string;
  day: string;
  zone: string;
  /** The words of the text that name a zone, and their line. */
  zoneSaid: { words: string; line: number } | null;
  sections: { id: string; title: string; rows: PreviewRow[] }[];
  leftOut: LeftOut[];
  pictures: { path: string; alt: string; line: number; found: boolean }[];
  pasted: { name: string; count: number; before: string; sample: SampleMessage[] } | null;
  channels: HeldChannel[];
  notRead: string[];
  guessed: string[];
}

export interface SampleMessage {
  speaker: string;
  stated: string;
  text: string;
}

interface Taken {
  id: string;
  line: number;
  take: boolean;
}
export type PreviewRow =
  | { type: 'text'; words: number; excerpt: string }
  | (Taken & { type: 'moment' } & MomentRow)
  | (Taken & { type: 'finding'; kind: FindingKind; title: string; text: string; titleMissing: boolean })
  | (Taken & {
      type: 'chat';
      name: string;
      count: number;
      day: string;
      proposed: string;
      sample: SampleMessage[];
      leftOutAsText: LeftOut[];
    });

interface MomentRow {
  kind: MomentKind;
  stated: string;
  text: string;
  day: string;
  /** The day it has as long as none is chosen for it. */
  proposed: string;
  /** ISO instant; null where only the order is known. */
  at: string | null;
  orderOnly: boolean;
  doubts: Doubt[];
}

const EXCERPT = 240;

export function previewOf(held: Held, choices: Choices): Preview {
  const proposal = held.writeUp;
  return {
    title: choices.title,
    day: choices.day,
    zone: choices.zone,
    zoneSaid: proposal?.zone ?? null,
    sections: proposal?.sections.map((section) => sectionPreview(section, choices)) ?? [],
    leftOut: proposal ? leftOutOf(proposal, choices) : [],
    pictures: (proposal?.pictures ?? []).map((picture) => ({
      ...picture,
      found: held.pictures.some(({ path }) => path === picture.path),
    })),
    pasted: held.pasted && {
      name: held.pasted.name,
      count: held.pasted.messages.length,
      before: held.pasted.before,
      sample: sampleOf(held.pasted.messages),
    },
    channels: held.channels,
    notRead: held.notRead,
    guessed: held.guessed ?? [],
  };
}

function sectionPreview(section: ProposedSection, choices: Choices): Preview['sections'][number] {
  const placed = choices.day ? placeMoments(section, choices) : new Map<string, PlacedMoment>();
  return {
    id: section.id,
    title: section.title,
    rows: section.pieces.map((piece) => rowOf(piece, choices, placed)),
  };
}

function rowOf(piece: Piece, choices: Choices, placed: ReadonlyMap<string, PlacedMoment>): PreviewRow {
  if (piece.type === 'kept') {
    const text = blocksText(piece.blocks);
    return { type: 'text', words: countWords(text), excerpt: excerpt(text) };
  }
  return takingRow(piece, choices, placed.get(piece.id));
}

function takingRow(taking: Taking, choices: Choices, placed: PlacedMoment | undefined): PreviewRow {
  const choice = choices.takings[taking.id];
  const base = { id: taking.id, line: taking.line, take: isTaken(taking, choices) };
  switch (taking.type) {
    case 'moment':
      return {
        ...base,
        type: 'moment',
        kind: (choice?.kind as MomentKind | undefined) ?? taking.kind,
        stated: taking.stated.words,
        text: excerpt(blocksText(taking.blocks)),
        day: placed?.day ?? choice?.day ?? '',
        proposed: placed?.proposed ?? '',
        at: placed && placed.time.certainty !== 'order-only' ? placed.time.start : null,
        orderOnly: placed ? placed.time.certainty === 'order-only' : (choice?.orderOnly ?? false),
        doubts: placed?.doubts ?? [],
      };
    case 'finding':
      return {
        ...base,
        type: 'finding',
        kind: (choice?.kind as FindingKind | undefined) ?? taking.kind,
        title: choice?.title ?? taking.title,
        titleMissing: taking.title === '',
        text: excerpt(blocksText(taking.blocks)),
      };
    case 'chat':
      return {
        ...base,
        type: 'chat',
        name: taking.name,
        count: taking.messages.length,
        day: choice?.day ?? choices.day,
        proposed: choices.day,
        sample: sampleOf(taking.messages),
        leftOutAsText: taking.leftOutAsText,
      };
  }
}

const sampleOf = (messages: readonly SampleMessage[]): SampleMessage[] =>
  messages.slice(0, 3).map(({ speaker, stated, text }) => ({ speaker, stated, text: excerpt(text) }));

const excerpt = (text: string): string =>
  text.length > EXCERPT ? `${text.slice(0, EXCERPT).trimEnd()}…` : text;
