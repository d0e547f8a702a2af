import type { WriteUp } from '#domain/write-up.ts';
import {
  accountsStage,
  agendaFrom,
  draftAgenda,
  evidenceStages,
  findingStages,
  openQuestions,
  sectionStages,
  shortWalk,
  stageWish,
  type Wish,
  walkStages,
} from './draft-agenda.ts';
import { LONGEST_STAGE_TITLE, type StageKind, type StagePlan } from './stage.ts';

/** What a meeting can be planned from. The agenda of each is drafted from the write-up; everything in it can be changed. */
export const TEMPLATES = {
  incident: { name: 'Review of an incident', minutes: 60, says: 'Walk through it, then what came together' },
  surprise: { name: 'Surprise or near miss', minutes: 30, says: 'What it was, and what surprised whom' },
  success: { name: 'Study of a success', minutes: 45, says: 'How it went well, and where it nearly did not' },
  'learning-team': {
    name: 'Learning team',
    minutes: 60,
    says: 'Learn first: how the work is done on an ordinary day',
  },
  'read-together': {
    name: 'Read together in silence, then talk',
    minutes: 45,
    says: 'For when nobody had time to read before',
  },
} as const satisfies Record<string, { name: string; minutes: number; says: string }>;
export type TemplateId = keyof typeof TEMPLATES;

export const isTemplateId = (id: string): id is TemplateId => Object.hasOwn(TEMPLATES, id);

const KEPT = { least: 2, weight: 1, givenUp: 0 };
const welcome = stageWish('purpose', 'Welcome and purpose', [], KEPT);
const close = stageWish('close', 'Close', [], { ...KEPT, weight: 0 });
const differently = stageWish('different-views', 'Who sees it differently?', [], {
  least: 3,
  weight: 1,
  givenUp: 2,
});

function asked(
  kind: StageKind,
  title: string,
  prompt: string,
  notes: string,
  share: { least: number; weight: number; givenUp: number },
): Wish {
  const wish = stageWish(kind, title, [], share);
  return { ...wish, stage: { ...wish.stage, prompt, notes } };
}

const WISHES: Record<Exclude<TemplateId, 'incident'>, (writeUp: WriteUp) => Wish[]> = {
  surprise: (writeUp) => [
    welcome,
    ...sectionStages(writeUp).slice(0, 1),
    ...shortWalk(writeUp),
    ...accountsStage(writeUp),
    asked(
      'round',
      'What surprised you?',
      'What surprised you, and what did you expect instead?',
      'Everybody in turn, in a sentence or two. Passing is as good as speaking.',
      { least: 5, weight: 4, givenUp: 1 },
    ),
    differently,
    openQuestions(writeUp),
    close,
  ],
  success: (writeUp) => [
    welcome,
    ...sectionStages(writeUp).slice(0, 1),
    ...walkStages(writeUp.moments),
    ...accountsStage(writeUp),
    ...findingStages(writeUp, ['mitigator']),
    asked(
      'round',
      'What made it go well?',
      'What did somebody do here that no plan asked for?',
      'Ask for the ordinary: who noticed, who called whom, what was at hand.',
      { least: 5, weight: 3, givenUp: 1 },
    ),
    asked(
      'silent-writing',
      'Where it nearly did not',
      'Where could it have gone the other way, and what was luck?',
      'Two minutes of quiet before anyone speaks.',
      { least: 4, weight: 2, givenUp: 2 },
    ),
    differently,
    openQuestions(writeUp),
    close,
  ],
  'learning-team': (writeUp) => [
    welcome,
    asked(
      'round',
      'The work on an ordinary day',
      'How is this work done on a day when nothing happens?',
      'Ask those who do it. What makes it hard, what do they work around? Fixes wait; they can be sealed.',
      { least: 8, weight: 5, givenUp: 0 },
    ),
    ...sectionStages(writeUp).slice(0, 1),
    ...shortWalk(writeUp),
    ...accountsStage(writeUp),
    ...findingStages(writeUp, ['difficulty', 'risk', 'contributor']),
    asked(
      'unsaid',
      'What is still unsaid?',
      'What have you thought of and not said?',
      'Nobody is asked to own what is read out.',
      { least: 4, weight: 1, givenUp: 3 },
    ),
    differently,
    openQuestions(writeUp),
    close,
  ],
  'read-together': (writeUp) => [
    welcome,
    stageWish('reading', 'Read in silence', [], { least: 10, weight: 5, givenUp: 0 }),
    asked(
      'silent-writing',
      'What is unclear?',
      'What did you stumble over, and what would you like to ask?',
      'Read all of it before anyone answers.',
      { least: 4, weight: 1, givenUp: 0 },
    ),
    ...accountsStage(writeUp),
    stageWish('open-floor', 'Open floor', [], { least: 6, weight: 4, givenUp: 0 }),
    differently,
    openQuestions(writeUp),
    close,
  ],
};

/** An agenda of this template for this write-up, filling the minutes exactly. */
export const agendaOf = (template: TemplateId, writeUp: WriteUp, minutes: number): StagePlan[] =>
  template === 'incident' ? draftAgenda(writeUp, minutes) : agendaFrom(WISHES[template](writeUp), minutes);

/** A stage of a template the workspace keeps: nothing of the write-up it was planned for, no notes, nobody's name. */
export interface KeptStage {
  kind: StageKind;
  title: string;
  minutes: number;
  prompt: string;
}

export const MOST_TEMPLATES = 30;
export const LONGEST_TEMPLATE_NAME = 80;

/** Kinds whose title and content are the write-up's: they are drafted anew for each. */
const OF_THE_WRITE_UP: ReadonlySet<StageKind> = new Set([
  'section',
  'walk',
  'accounts',
  'evidence',
  'finding',
]);

export const keptStages = (stages: readonly StagePlan[]): KeptStage[] =>
  stages.map(({ kind, title, minutes, prompt }) => ({
    kind,
    title: OF_THE_WRITE_UP.has(kind) ? '' : title,
    minutes,
    prompt,
  }));

/** A kept template for this write-up: its stages in its order; where the write-up has nothing for one, that one is left out. */
export function agendaOfKept(kept: readonly KeptStage[], writeUp: WriteUp): StagePlan[] {
  const pools = new Map<StageKind, StagePlan[]>([
    ['section', sectionStages(writeUp).map(({ stage }) => stage)],
    ['walk', walkStages(writeUp.moments).map(({ stage }) => stage)],
    ['accounts', accountsStage(writeUp).map(({ stage }) => stage)],
    ['evidence', evidenceStages(writeUp).map(({ stage }) => stage)],
    [
      'finding',
      findingStages(writeUp, [
        'contributor',
        'difficulty',
        'risk',
        'red-herring',
        'surprise',
        'mitigator',
      ]).map(({ stage }) => stage),
    ],
  ]);
  return kept.flatMap(({ kind, title, minutes, prompt }): StagePlan[] => {
    const drafted = pools.get(kind)?.shift();
    if (pools.has(kind) && drafted === undefined) return [];
    const { stage } = stageWish(kind, title, [], KEPT);
    const targets =
      kind === 'open-questions' ? openQuestions(writeUp).stage.targets : (drafted?.targets ?? []);
    return [
      {
        ...stage,
        ...drafted,
        title: (drafted?.title ?? title).slice(0, LONGEST_STAGE_TITLE),
        minutes,
        prompt,
        targets,
      },
    ];
  });
}
