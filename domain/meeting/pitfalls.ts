import type { RoomProjection } from './projection.ts';
import type { StageKind } from './stage.ts';
import { MINUTE_MS } from './timer.ts';

/** The six ways in which a group review goes astray (`domain.md`); the room can see a sign of each. */
export const PITFALLS = [
  'loudest-voice',
  'quick-agreement',
  'tangent',
  'jumping-to-fixes',
  'the-unsaid',
  'in-the-weeds',
] as const;
export type Pitfall = (typeof PITFALLS)[number];

/** One tap: a stage put in after this one, or a form opened. */
export type PitfallAct =
  | { does: 'add-stage'; kind: StageKind; title: string; minutes: number; prompt: string; words: string }
  | { does: 'compose'; what: 'park' | 'seal'; words: string };

export interface PitfallHelp {
  name: string;
  /** What the room has seen; about the meeting, never about somebody. */
  sign: string;
  /** Words a facilitator may say. */
  say: string;
  /** Mostly one; the first is what this calls for most. */
  acts: readonly PitfallAct[];
}

export const PITFALL_HELP: Record<Pitfall, PitfallHelp> = {
  'loudest-voice': {
    name: 'Loudest voice',
    sign: 'A few voices carry this meeting.',
    say: 'Before we go on, I would like to hear from everybody. Pass is as good as speaking.',
    acts: [
      {
        does: 'add-stage',
        kind: 'silent-writing',
        title: 'A few minutes in silence',
        minutes: 4,
        prompt: 'What did you notice that has not been said? All of it is shown at once.',
        words: 'Write first, in silence',
      },
      {
        does: 'add-stage',
        kind: 'round',
        title: 'Once around',
        minutes: 5,
        prompt: 'What did you notice that has not been said? Pass is as good as speaking.',
        words: 'Add a round',
      },
    ],
  },
  'quick-agreement': {
    name: 'Quick agreement',
    sign: 'Half the time is over, and one account stands alone.',
    say: 'Before we go on: whose day looked different from this?',
    acts: [
      {
        does: 'add-stage',
        kind: 'different-views',
        title: 'Who sees it differently?',
        minutes: 4,
        prompt: 'Whose account does not fit what we have heard? It is kept as you say it.',
        words: 'Ask for a different view',
      },
    ],
  },
  tangent: {
    name: 'Tangent',
    sign: 'Hands point at something the agenda does not have.',
    say: 'That deserves its own time. May I park it with your name, so that it is not lost?',
    acts: [{ does: 'compose', what: 'park', words: 'Park it' }],
  },
  'jumping-to-fixes': {
    name: 'Jumping to fixes',
    sign: 'Several ideas for fixes came in ten minutes.',
    say: 'Thank you, that is put away safely. Back to that moment: what were you looking at?',
    acts: [{ does: 'compose', what: 'seal', words: 'Seal what was said' }],
  },
  'the-unsaid': {
    name: 'The unsaid',
    sign: 'The end is near, and nobody has been asked what is still unsaid.',
    say: 'Take two minutes for yourself: what has nobody said yet?',
    acts: [
      {
        does: 'add-stage',
        kind: 'unsaid',
        title: 'What is still unsaid?',
        minutes: 4,
        prompt: 'What would you say if nobody knew that it was you?',
        words: 'Ask what is unsaid',
      },
    ],
  },
  'in-the-weeds': {
    name: 'In the weeds',
    sign: 'The turn has gone back and forth between the same two.',
    say: 'For how many of us is this new? The two of you could go on afterwards and tell us what you found.',
    acts: [
      {
        does: 'add-stage',
        kind: 'poll-new',
        title: 'New to me?',
        minutes: 2,
        prompt: 'Was this new to you?',
        words: 'Ask who is new to this',
      },
    ],
  },
};

/** What the signs are read from; nothing of it leaves this function. */
export interface Heard {
  /** Who had the turn, oldest first: a person or a label, each by a key of its own. */
  speakers: readonly string[];
  /** When ideas were sealed, by nobody in particular. */
  sealedAt: readonly Date[];
  /** What the waiting hands point at: a section, moment or finding. */
  pointedAt: readonly string[];
}

const FEW_TURNS = 6;
const ALTERNATIONS = 5;
const FIXES = 3;
const FIXES_WITHIN_MS = 10 * MINUTE_MS;

/**
 * The pitfalls there is a sign of now, for facilitators alone. No person, no count, no share: only which.
 * @param targets ids of everything any stage of the agenda presents
 */
export function signsOf(
  room: Pick<RoomProjection, 'startedAt' | 'minutes' | 'stages' | 'captureCounts' | 'current'>,
  targets: ReadonlySet<string>,
  heard: Heard,
  now: Date,
): Pitfall[] {
  const part =
    room.startedAt === null ? 0 : (now.getTime() - Date.parse(room.startedAt)) / (room.minutes * MINUTE_MS);
  const has = (wanted: StageKind) => room.stages.some(({ kind }) => kind === wanted);
  // a hand takes its place from the spotlight: where a facilitator led everyone, nobody has strayed
  const spotlight = room.current?.spotlight;
  const ledTo = spotlight?.section ?? spotlight?.id;
  const strays = (id: string) => !targets.has(id) && id !== ledTo;
  const signs: Record<Pitfall, boolean> = {
    'loudest-voice': isCarriedByOne(heard.speakers),
    'quick-agreement': part > 0.5 && room.captureCounts['different-view'] === 0 && !has('different-views'),
    tangent: heard.pointedAt.filter(strays).length >= 2,
    'jumping-to-fixes':
      heard.sealedAt.filter((at) => now.getTime() - at.getTime() <= FIXES_WITHIN_MS).length >= FIXES,
    'the-unsaid': part > 2 / 3 && !has('unsaid'),
    'in-the-weeds': isBetweenTwo(heard.speakers),
  };
  return PITFALLS.filter((pitfall) => signs[pitfall]);
}

/** One had half of the last turns or more, and there were enough turns to say so. A strict back and forth has a sign of its own. */
function isCarriedByOne(speakers: readonly string[]): boolean {
  const last = speakers.slice(-2 * FEW_TURNS);
  if (last.length < FEW_TURNS) return false;
  const most = Math.max(...last.map((one) => last.filter((other) => other === one).length));
  return most * 2 >= last.length && !(new Set(last).size === 2 && changesHands(last));
}

/** The turn changed hands five times between the same two. */
function isBetweenTwo(speakers: readonly string[]): boolean {
  const last = speakers.slice(-(ALTERNATIONS + 1));
  return last.length > ALTERNATIONS && new Set(last).size === 2 && changesHands(last);
}

/** Nobody had two turns running. */
const changesHands = (speakers: readonly string[]): boolean =>
  speakers.every((speaker, at) => at === 0 || speaker !== speakers[at - 1]);

export const CARD_EVERY_MS = 5 * MINUTE_MS;

/** What a facilitator's tab remembers of the cards it has shown; gone with the tab, or with the meeting's end. */
export interface Cards {
  shown: Pitfall | null;
  /** When the last card came up, ms; null: none yet. */
  lastAt: number | null;
  /** Shown already: a sign that lasts is told once. */
  told: readonly Pitfall[];
}

export const NO_CARDS: Cards = { shown: null, lastAt: null, told: [] };

/** As the tab kept them; none where it kept nothing, or nothing that can be read. */
export function keptCards(kept: string | null): Cards {
  try {
    const { shown, lastAt, told } = JSON.parse(kept ?? '') as Partial<Cards>;
    if (typeof lastAt !== 'number' || !Array.isArray(told)) return NO_CARDS;
    const known = (one: unknown) => PITFALLS.find((pitfall) => pitfall === one);
    return { shown: known(shown) ?? null, lastAt, told: told.flatMap((one) => known(one) ?? []) };
  } catch {
    return NO_CARDS;
  }
}

/** At most one card in five minutes, each pitfall once, none that was put away for good. */
export function nextCard(
  cards: Cards,
  signs: readonly Pitfall[],
  never: readonly Pitfall[],
  now: number,
): Cards {
  if (cards.shown !== null) return cards;
  if (cards.lastAt !== null && now - cards.lastAt < CARD_EVERY_MS) return cards;
  const next = signs.find((sign) => !never.includes(sign) && !cards.told.includes(sign));
  return next === undefined ? cards : { shown: next, lastAt: now, told: [...cards.told, next] };
}
