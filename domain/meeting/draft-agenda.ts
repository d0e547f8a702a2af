import { actionAgenda } from '#domain/action-session/agenda.ts';
import type { FindingKind, Moment, Section, WriteUp } from '#domain/write-up.ts';
import { blocksText } from '#domain/write-up-text.ts';
import type { MeetingKind } from './meeting.ts';
import { shareMinutes } from './share-minutes.ts';
import { LONGEST_STAGE_TITLE, MOST_TARGETS, type StageKind, type StagePlan } from './stage.ts';
import { NOTES, PROMPTS } from './stage-prompts.ts';
import { isToldByMany, sourcesFor } from './stage-sources.ts';
import type { Target } from './target.ts';

/** A stage with what it asks of the meeting's time. */
export interface Wish {
  stage: StagePlan;
  /** Below this it is not worth opening. */
  least: number;
  /** Its share of what is left once everyone has their least. */
  weight: number;
  /** Given up first when the meeting is short: higher goes earlier; 0 always stays. */
  givenUp: number;
}

const MOMENTS_A_WALK = 8;
const MOST_WALKS = 2;
const MOST_SECTIONS = 3;

/**
 * An agenda for this write-up that fills the meeting's minutes exactly: a welcome, two to six themes, and an ending that asks.
 * A proposal: everything in it can be changed.
 */
export function draftAgenda(writeUp: WriteUp, minutes: number, kind: MeetingKind = 'review'): StagePlan[] {
  if (kind === 'action')
    return actionAgenda(minutes).map(({ step, title, minutes }) => ({ ...aStage(step, title, []), minutes }));
  return agendaFrom(wishesOf(writeUp), minutes);
}

/** The stages wished for, as far as the minutes go, filling them exactly. */
export function agendaFrom(wished: readonly Wish[], minutes: number): StagePlan[] {
  const wishes = fitting(wished, minutes);
  const shares = shareMinutes(wishes, minutes);
  return wishes.map(({ stage }, at) => ({ ...stage, minutes: shares[at] ?? 1 }));
}

function wishesOf(writeUp: WriteUp): Wish[] {
  return [
    stageWish('purpose', 'Welcome and purpose', [], { least: 2, weight: 1, givenUp: 0 }),
    ...sectionStages(writeUp),
    ...walkStages(writeUp.moments),
    ...accountsStage(writeUp),
    ...FINDING_STAGES.flatMap((stage) => findingStage(writeUp, stage)),
    stageWish('open-floor', 'Open floor', [], { least: 4, weight: 3, givenUp: 1 }),
    stageWish('different-views', 'Who sees it differently?', [], { least: 3, weight: 1, givenUp: 2 }),
    openQuestions(writeUp),
    stageWish('close', 'Close', [], { least: 2, weight: 0, givenUp: 0 }),
  ];
}

/** The parts that set the scene; where there are no moments they are the story. */
export const sectionStages = (writeUp: WriteUp): Wish[] =>
  sectionsWorthTelling(writeUp).map((section) =>
    stageWish('section', section.title, [target('section', section.id)], { least: 4, weight: 3, givenUp: 6 }),
  );

export const openQuestions = (writeUp: WriteUp): Wish =>
  stageWish('open-questions', 'Open questions', ofKinds(writeUp, ['open-question']), {
    least: 3,
    weight: 1,
    givenUp: 3,
  });

/** The themes of findings of these kinds, each with what the write-up has for it. */
export const findingStages = (writeUp: WriteUp, kinds: readonly FindingKind[]): Wish[] =>
  FINDING_STAGES.flatMap((stage) =>
    findingStage(writeUp, { ...stage, kinds: stage.kinds.filter((kind) => kinds.includes(kind)) }),
  );

/** Forward in time, in parts that begin where the story paused longest. */
export function walkStages(moments: readonly Moment[], most = MOST_WALKS): Wish[] {
  const parts = inParts(moments, Math.min(most, Math.ceil(moments.length / MOMENTS_A_WALK)));
  return parts.map((part, at) => {
    const first = firstWords(part[0]);
    const share = (part.length * parts.length) / moments.length;
    return stageWish(
      'walk',
      first === '' ? 'Walk through it' : `Walk: ${first}`,
      part.map(({ id }) => target('moment', id)),
      { least: Math.max(4, Math.round(7 * share)), weight: 9 * share, givenUp: at === 0 ? 0 : 5 },
    );
  });
}

/** Moments that more than one person tells: their accounts stand side by side. */
export const accountsStage = ({ moments }: Pick<WriteUp, 'moments'>): Wish[] => {
  const told = moments.filter(isToldByMany).map(({ id }) => target('moment', id));
  if (told.length === 0) return [];
  return [stageWish('accounts', 'Accounts side by side', told, { least: 4, weight: 3, givenUp: 4 })];
};

/** One thing each: the pictures of the write-up and the chat its moments rest on. Nothing drafts them unasked. */
export const evidenceStages = (writeUp: WriteUp): Wish[] =>
  sourcesFor('evidence', writeUp).map((one) =>
    stageWish('evidence', one.type === 'chat' ? 'A stretch of chat' : 'A picture', [one], {
      least: 4,
      weight: 2,
      givenUp: 5,
    }),
  );

/** One walk for a short meeting: of many moments the first, the last, those told by several and those that findings rest on, then some in between, evenly. */
export function shortWalk({ moments, findings }: Pick<WriteUp, 'moments' | 'findings'>): Wish[] {
  if (moments.length <= MOMENTS_A_WALK) return walkStages(moments, 1);
  const last = moments.length - 1;
  const rests = moments.map(({ id }) => findings.filter((finding) => finding.moments.includes(id)).length);
  const bearing = moments
    .map((_, at) => at)
    .filter((at) => (rests[at] ?? 0) > 0 && at !== 0 && at !== last)
    .sort((a, b) => (rests[b] ?? 0) - (rests[a] ?? 0) || a - b);
  const told = moments.flatMap((moment, at) => (isToldByMany(moment) ? [at] : []));
  const even = Array.from({ length: MOMENTS_A_WALK }, (_, at) =>
    Math.round((at * last) / (MOMENTS_A_WALK - 1)),
  );
  const kept = new Set([...new Set([0, last, ...told, ...bearing, ...even])].slice(0, MOMENTS_A_WALK));
  const walks = walkStages(
    moments.filter((_, at) => kept.has(at)),
    1,
  );
  const note = `${MOMENTS_A_WALK} of the write-up’s ${moments.length} moments; the others are under Look around once the walk has come that far.`;
  return walks.map((wish) => ({
    ...wish,
    stage: { ...wish.stage, notes: [wish.stage.notes, note].filter(Boolean).join('\n') },
  }));
}

/** Cut at the longest pauses, of equal ones nearest the middle; of two parts neither holds less than a third. */
function inParts(moments: readonly Moment[], number: number): Moment[][] {
  if (moments.length === 0) return [];
  const fromMiddle = (at: number) => Math.abs(at - moments.length / 2);
  const least = Math.ceil(moments.length / (number + 1));
  const pauses = moments
    .map((moment, at) => ({ at, pause: pauseBefore(moments[at - 1], moment) }))
    .sort((a, b) => b.pause - a.pause || fromMiddle(a.at) - fromMiddle(b.at) || a.at - b.at);
  const breaks: number[] = [];
  for (const { at } of pauses)
    if (
      breaks.length < number - 1 &&
      [0, ...breaks, moments.length].every((end) => Math.abs(at - end) >= least)
    )
      breaks.push(at);
  breaks.sort((a, b) => a - b);
  return [0, ...breaks].map((from, part) => moments.slice(from, breaks[part] ?? moments.length));
}

const pauseBefore = (before: Moment | undefined, moment: Moment): number => {
  if (!before || before.time.certainty === 'order-only' || moment.time.certainty === 'order-only') return 0;
  return Math.max(0, Date.parse(moment.time.start) - Date.parse(before.time.end ?? before.time.start));
};

const firstWords = (moment: Moment | undefined): string => {
  const words = blocksText(moment?.blocks ?? [])
    .replace(/\s+/g, ' ')
    .trim()
    .split(' ');
  const first = words
    .slice(0, 6)
    .join(' ')
    .replace(/[.,;:]$/, '');
  return words.length > 6 ? `${first} …` : first;
};

interface FindingStage {
  kinds: readonly FindingKind[];
  title: string;
  givenUp: number;
}

/** How things went right is half the story, so it goes last. */
const FINDING_STAGES: readonly FindingStage[] = [
  { kinds: ['contributor', 'difficulty', 'risk'], title: 'What came together', givenUp: 4 },
  { kinds: ['red-herring', 'surprise'], title: 'What misled us, and what surprised', givenUp: 5 },
  { kinds: ['mitigator'], title: 'What held', givenUp: 3 },
];

function findingStage(writeUp: WriteUp, { kinds, title, givenUp }: FindingStage): Wish[] {
  const targets = ofKinds(writeUp, kinds);
  if (targets.length === 0) return [];
  return [
    stageWish('finding', title, targets, { least: 4, weight: 2 + Math.min(4, targets.length), givenUp }),
  ];
}

/** In the order of the kinds, then of the write-up. */
const ofKinds = ({ findings }: WriteUp, kinds: readonly FindingKind[]): Target[] =>
  kinds.flatMap((kind) =>
    findings.filter((finding) => finding.kind === kind).map(({ id }) => target('finding', id)),
  );

/** Nobody reads a document aloud: where there are moments one part sets the scene, else the parts are the story. */
const sectionsWorthTelling = ({ sections, moments }: WriteUp): Section[] =>
  sections
    .filter(
      ({ title, blocks }) =>
        title.trim() !== '' && !LEFT_OUT.test(title) && blocksText(blocks).length >= WORTH_A_STAGE,
    )
    .slice(0, moments.length > 0 ? 1 : MOST_SECTIONS);

const WORTH_A_STAGE = 80;
const LEFT_OUT = /action items?|references?|links|glossary|appendix|acknowledge|timeline/i;

/** Drops what is given up first until every stage left has its least. */
function fitting(wishes: readonly Wish[], minutes: number): Wish[] {
  let kept = [...wishes];
  while (kept.reduce((sum, { least }) => sum + least, 0) > minutes) {
    const next = kept.reduce((most, { givenUp }) => Math.max(most, givenUp), 0);
    if (next === 0) break;
    const at = kept.map(({ givenUp }) => givenUp).lastIndexOf(next);
    kept = kept.filter((_, index) => index !== at);
  }
  return kept;
}

/** A stage of this kind with its usual question and notes. */
export const stageWish = (
  kind: StageKind,
  title: string,
  targets: readonly Target[],
  share: Omit<Wish, 'stage'>,
): Wish => ({ stage: aStage(kind, title, targets), ...share });

const aStage = (kind: StageKind, title: string, targets: readonly Target[]): StagePlan => ({
  kind,
  title: title.slice(0, LONGEST_STAGE_TITLE).replace(/[\ud800-\udbff]$/, ''),
  minutes: 1,
  prompt: PROMPTS[kind],
  notes: NOTES[kind],
  targets: targets.slice(0, MOST_TARGETS),
  teller: null,
});

const target = (type: Target['type'], id: string): Target => ({ type, id, section: null });
