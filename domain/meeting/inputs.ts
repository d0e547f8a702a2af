import type { PersonId, StageId } from '#domain/ids.ts';
import type { Stage, StageKind } from './stage.ts';

/** Stages in which people write or answer by themselves: texts of one's own, a box without names, polls. */
export const POLL_KINDS = ['poll', 'poll-new', 'poll-before', 'poll-after'] as const;
export const INPUT_KINDS = ['silent-writing', 'unsaid', ...POLL_KINDS] as const;
export type PollKind = (typeof POLL_KINDS)[number];
export type InputKind = (typeof INPUT_KINDS)[number];
/** Where words wait without a name until all are shown at once (U1): what is still unsaid, and different views (C2). */
export const BOX_KINDS = ['unsaid', 'different-views'] as const;
export type BoxKind = (typeof BOX_KINDS)[number];
export type PutInKind = InputKind | BoxKind;

export const LONGEST_TEXT = 4_000;
/** One's own notes on a meeting. */
export const LONGEST_NOTE = 20_000;
export const LONGEST_UNSIGNED = 2_000;
export const LONGEST_HIDING_REASON = 200;
/** U4: below this a facilitator is warned before a box is opened; U2: below this a poll shows no counts. */
export const FEW = 3;
/** A6: confidence is shown as a whole, from five answers on. */
export const FEW_CONFIDENT = 5;

export const isInput = (kind: StageKind): kind is InputKind =>
  (INPUT_KINDS as readonly string[]).includes(kind);
export const isPoll = (kind: StageKind): kind is PollKind => (POLL_KINDS as readonly string[]).includes(kind);
export const isBox = (kind: StageKind): kind is BoxKind => (BOX_KINDS as readonly string[]).includes(kind);
/** Something can be put into a stage of this kind before it is shown or counted. */
export const isPutInto = (kind: StageKind): kind is PutInKind => isInput(kind) || isBox(kind);
/** U1: what is put in here leaves no name. Nothing that has one is offered beside it while it is open (Ready). */
export const isUnsigned = (kind: StageKind): boolean => isBox(kind) || isPoll(kind);

/** Words or answers can be put in: the group has been there, and nothing has been shown or counted yet. */
export const takesInput = (stage: Pick<Stage, 'kind' | 'reachedAt' | 'opened'>): boolean =>
  isPutInto(stage.kind) && stage.reachedAt !== null && !stage.opened;

/** One's own text of a stage of silent writing, before it is shown; its author's alone (M15). */
export interface OwnText {
  stage: StageId;
  words: string;
}

/** A text that everyone reads now: signed where it was written in silence, without a name where it was not (U5). */
export interface ShownText {
  id: string;
  stage: StageId;
  by: PersonId | null;
  words: string;
  /** Why a facilitator hid it, for all to read; null: it is shown. */
  hidden: string | null;
}

/** How many chose it, once the poll has closed; null: one or two, which nobody learns apart (A6). */
export interface PollCount {
  choice: string;
  count: number | null;
}

/** What people put into a meeting's stages, as far as a command may ask. */
export interface RoomInputs {
  /** The asking person's own, not shown yet. */
  own: readonly OwnText[];
  /** In the order in which everyone sees them, drawn once when they were shown (M15, U3). */
  shown: readonly ShownText[];
  counts: readonly (PollCount & { stage: StageId })[];
}

const YES_NO = [
  { choice: 'yes', words: 'Yes' },
  { choice: 'no', words: 'No' },
] as const;
const CONFIDENCE = [
  { choice: '1', words: '1, hardly' },
  { choice: '2', words: '2' },
  { choice: '3', words: '3, partly' },
  { choice: '4', words: '4' },
  { choice: '5', words: '5, fully' },
] as const;

/** What can be answered, in order. */
export const CHOICES: Record<PollKind, readonly { choice: string; words: string }[]> = {
  poll: YES_NO,
  'poll-new': [
    { choice: 'yes', words: 'New to me' },
    { choice: 'no', words: 'I knew it' },
  ],
  'poll-before': CONFIDENCE,
  'poll-after': CONFIDENCE,
};

export const isChoice = (kind: StageKind, choice: string): boolean =>
  isPoll(kind) && CHOICES[kind].some((known) => known.choice === choice);

/** How many answers a poll needs to show any count. */
export const fewestAnswers = (kind: PollKind): number =>
  kind === 'poll-before' || kind === 'poll-after' ? FEW_CONFIDENT : FEW;

/**
 * A poll's counts as they may be known to anyone, the database included: none from too few answers, one or two of a kind without
 * their number, and no sum to subtract from.
 */
export function tally(kind: PollKind, answers: readonly string[]): PollCount[] {
  const counted = answers.filter((answer) => isChoice(kind, answer));
  if (counted.length < fewestAnswers(kind)) return [];
  return CHOICES[kind].map(({ choice }) => {
    const count = counted.filter((answer) => answer === choice).length;
    return { choice, count: count > 0 && count < FEW ? null : count };
  });
}

/** U4, at the door: said once, to whoever steers; asked again with `few` it is done. */
export const FEW_CAME_IN =
  'Fewer than three have come in. With so few, people may guess who wrote what. You can wait, ask once more, or show them all the same.';

/** "Slower", "I lost the thread", a word to be explained, and "more time" once a stage's is up: words to those who steer, never a number or a name (U2). */
export const SIGNALS = ['slower', 'lost', 'explain', 'more-time'] as const;
/** Given whenever one likes; more time is asked for when it is up. */
export const FREE_SIGNALS = [
  'slower',
  'lost',
  'explain',
] as const satisfies readonly (typeof SIGNALS)[number][];
export type Signal = (typeof SIGNALS)[number];
export const SIGNAL_WORDS: Record<Signal, string> = {
  slower: 'Slower, please',
  lost: 'I lost the thread',
  explain: 'What does it mean?',
  'more-time': 'More time, please',
};
export const LONGEST_WORD = 60;
export const SAY_WHICH_WORD = 'Say which word.';
/** However many are asked about, those who steer read no more than this at once. */
export const MOST_WORDS_SHOWN = 5;
/** After how long a signal shows, and for how long. */
export const SIGNAL_AFTER_MS = { least: 5_000, most: 20_000 };
export const SIGNAL_STAYS_MS = 60_000;

/** U2: when a signal given now shows. @param chance from 0 up to 1 */
export const signalShowsAt = (now: Date, chance: number): Date =>
  new Date(now.getTime() + SIGNAL_AFTER_MS.least + chance * (SIGNAL_AFTER_MS.most - SIGNAL_AFTER_MS.least));

/** A signal as it was given: of nobody. `word` is what "explain" asks about, null with every other. */
export interface GivenSignal {
  signal: Signal;
  word: string | null;
  showsAt: Date;
}

/** It has been shown for as long as it stays. */
export const isOver = ({ showsAt }: GivenSignal, now: Date): boolean =>
  now.getTime() - showsAt.getTime() >= SIGNAL_STAYS_MS;

const shows = (one: GivenSignal, now: Date): boolean => one.showsAt <= now && !isOver(one, now);

/** Which signals stand before those who steer now; several of a kind are one. */
export const signalsShown = (given: readonly GivenSignal[], now: Date): readonly Signal[] =>
  SIGNALS.filter((signal) => given.some((one) => one.signal === signal && shows(one, now)));

/** The words to be explained now, each once, in the order of the alphabet: it tells nothing of who asked first or how many did. */
export function wordsToExplain(given: readonly GivenSignal[], now: Date): readonly string[] {
  const words = new Map<string, string>();
  for (const one of given)
    if (one.word !== null && shows(one, now)) words.set(one.word.toLowerCase(), one.word);
  return [...words.values()].sort((a, b) => a.localeCompare(b)).slice(0, MOST_WORDS_SHOWN);
}

/** "New to me: 4; I knew it: one or two." */
export function countWords(kind: PollKind, counts: readonly PollCount[]): string {
  if (counts.length === 0) return 'Too few answered to show counts.';
  const said = CHOICES[kind].map(({ choice, words }) => {
    const found = counts.find((one) => one.choice === choice);
    return `${words}: ${countWord(found ? found.count : 0)}`;
  });
  return `${said.join('; ')}.`;
}

export const countWord = (count: number | null): string =>
  count === null ? 'one or two' : count === 0 ? 'nobody' : String(count);
