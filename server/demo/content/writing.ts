import type {
  Account,
  Block,
  Finding,
  FindingKind,
  Moment,
  MomentKind,
  MomentTime,
  Section,
  TextKind,
} from '#domain/write-up.ts';
import { idOf } from './ids.ts';
import { inline } from './inline.ts';
import { type DemoSystem, systemId } from './systems.ts';

/** An imported message as a write-up quotes it. */
export interface Quoted {
  id: string;
  speaker: string;
  at: string | null;
  text: string;
}
/** Finds an imported message by channel and time, as in `production 23:14:09`. */
export type Quote = (where: string) => Quoted;

/** A block that has no id yet: its place gives it one. */
type Draft = Block extends infer B ? (B extends Block ? Omit<B, 'id'> : never) : never;
/** A plain string is a paragraph. */
type Words = string | Draft;

const text = (kind: TextKind, words: string, level = 1): Draft => ({
  type: 'text',
  kind,
  level,
  indent: 0,
  content: inline(words),
});
export const bullet = (words: string): Draft => text('bullet', words);
export const numbered = (words: string): Draft => text('numbered', words);
export const heading = (words: string): Draft => text('heading', words, 2);
export const quotation = (words: string): Draft => text('quote', words);

export const message = ({ id, ...copy }: Quoted): Draft => ({ type: 'evidence', message: id, ...copy });

/** The first row names the columns. */
export const table = (...rows: string[][]): Draft => ({
  type: 'table',
  rows: rows.map((cells, row) => cells.map((words) => ({ header: row === 0, content: inline(words) }))),
});

const instant = (iso: string) => new Date(iso).toISOString();
export const exactly = (start: string, end?: string): MomentTime => ({
  certainty: 'exact',
  start: instant(start),
  end: end ? instant(end) : null,
});
export const about = (start: string, end?: string): MomentTime => ({
  certainty: 'about',
  start: instant(start),
  end: end ? instant(end) : null,
});
/** The sequence is known, the minutes are not. */
export const orderOnly: MomentTime = { certainty: 'order-only' };

interface Rests {
  systems?: DemoSystem[];
  moments?: string[];
  evidence?: Quoted[];
}
interface MomentRests {
  accounts?: Account[];
  evidence?: Quoted[];
  /** Name of the red herring this theory became. */
  herring?: string;
}

/** The little language one review is written in: names instead of ids, words instead of blocks. */
export function writing(review: string) {
  const id = (name: string) => idOf(`${review}/${name}`);
  const blocks = (name: string, words: Words[]): Block[] =>
    words.map((each, at) => ({
      ...(typeof each === 'string' ? text('paragraph', each) : each),
      id: id(`${name}/block ${at}`),
    }));
  const rests = ({ systems = [], moments = [], evidence = [] }: Rests) => ({
    systems: systems.map(systemId),
    moments: moments.map((name) => id(`moment ${name}`)),
    evidence: evidence.map((each) => each.id),
  });

  return {
    section: (title: string, ...words: Words[]): Section => ({
      id: id(`section ${title}`),
      title,
      blocks: blocks(`section ${title}`, words),
    }),

    finding: (
      kind: Exclude<FindingKind, 'red-herring'>,
      title: string,
      words: Words[],
      on: Rests = {},
    ): Finding => ({
      id: id(`finding ${title}`),
      kind,
      title,
      blocks: blocks(`finding ${title}`, words),
      reasonable: [],
      ended: [],
      ...rests(on),
    }),

    redHerring: (
      title: string,
      parts: { was: Words[]; reasonable: Words[]; ended: Words[] },
      on: Rests = {},
    ): Finding => ({
      id: id(`finding ${title}`),
      kind: 'red-herring',
      title,
      blocks: blocks(`finding ${title}`, parts.was),
      reasonable: blocks(`reasonable ${title}`, parts.reasonable),
      ended: blocks(`ended ${title}`, parts.ended),
      ...rests(on),
    }),

    moment: (
      name: string,
      kind: MomentKind,
      time: MomentTime,
      lane: string,
      words: Words[],
      on: MomentRests = {},
    ): Moment => ({
      id: id(`moment ${name}`),
      kind,
      time,
      lane,
      blocks: blocks(`moment ${name}`, words),
      accounts: on.accounts ?? [],
      evidence: (on.evidence ?? []).map((each) => each.id),
      herring: on.herring ? id(`finding ${on.herring}`) : null,
    }),

    account: (name: string, teller: string, time: MomentTime | null, ...words: Words[]): Account => ({
      id: id(`account ${name}`),
      teller,
      time,
      blocks: blocks(`account ${name}`, words),
    }),
  };
}
