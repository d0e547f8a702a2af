import { actionAgenda } from '#domain/action-session/agenda.ts';
import type { FindingKind, Moment, Section, WriteUp } from '#domain/write-up.ts';
import { blocksText } from '#domain/write-up-text.ts';
import type { MeetingKind } from './meeting.ts';
import { shareMinutes } from './share-minutes.ts';
import { LONGEST_STAGE_TITLE, MOST_TARGETS, type StageKind, type StagePlan } from './stage.ts';
import { NOTES, PROMPTS } from './stage-prompts.ts';
import type { Target } from './target.ts';

/** A stage with what it asks of the meeting's time. */
interface Wish {
  stage: StagePlan;
  weight: number;
  /** Given up first when the meeting is short: higher goes earlier; 0 always stays. */
  givenUp: number;
}

const MOST_WALKS = 3;
const MOST_SECTIONS = 3;
/** Shorter than this a stage is not worth opening; others get its time. */
const SHORTEST_MINUTES = 2;

/** An agenda for this write-up that fills the meeting's minutes exactly. A proposal: everything in it can be changed. */
export function draftAgenda(writeUp: WriteUp, minutes: number, kind: MeetingKind = 'review'): StagePlan[] {
  if (kind === 'action')
    return actionAgenda(minutes).map(({ step, title, minutes }) => ({ ...aStage(step, title, []), minutes }));
  const wishes = fitting(wishesOf(writeUp), minutes);
  const shares = shareMinutes(
    wishes.map(({ weight }) => weight),
    minutes,
  );
  return wishes.map(({ stage }, at) => ({ ...stage, minutes: shares[at] ?? 1 }));
}

function wishesOf(writeUp: WriteUp): Wish[] {
  return [
    wish('purpose', 'Welcome and purpose', [], 3, 0),
    ...sectionsWorthTelling(writeUp.sections).map((section) =>
      wish('section', section.title, [target('section', section.id)], 6, 5),
    ),
    ...walks(writeUp.moments),
    ...FINDING_STAGES.flatMap(({ kind, title }) => findingStage(writeUp, kind, title)),
    wish('open-floor', 'Open floor', [], 8, 1),
    wish('different-views', 'Who sees it differently?', [], 5, 2),
    wish('open-questions', 'Open questions', ofKind(writeUp, 'open-question'), 4, 3),
    wish('close', 'Close', [], 2, 0),
  ];
}

/** Forward in time, in parts that begin where the story paused longest. */
function walks(moments: readonly Moment[]): Wish[] {
  const parts = inParts(moments, Math.min(MOST_WALKS, Math.ceil(moments.length / 6)));
  return parts.map((part, at) => {
    const title = parts.length === 1 ? 'Walk through it' : `Walk, part ${at + 1} of ${parts.length}`;
    const first = firstWords(part[0]);
    return wish(
      'walk',
      first === '' ? title : `${title}: ${first}`,
      part.map(({ id }) => target('moment', id)),
      12,
      at === 0 ? 0 : 4,
    );
  });
}

function inParts(moments: readonly Moment[], number: number): Moment[][] {
  if (moments.length === 0) return [];
  const breaks = moments
    .map((moment, at) => ({ at, pause: pauseBefore(moments[at - 1], moment) }))
    .slice(1)
    .sort((a, b) => b.pause - a.pause || a.at - b.at)
    .slice(0, number - 1)
    .map(({ at }) => at)
    .sort((a, b) => a - b);
  return [0, ...breaks].map((from, part) => moments.slice(from, breaks[part] ?? moments.length));
}

const pauseBefore = (before: Moment | undefined, moment: Moment): number => {
  if (!before || before.time.certainty === 'order-only' || moment.time.certainty === 'order-only') return 0;
  return Math.max(0, Date.parse(moment.time.start) - Date.parse(before.time.end ?? before.time.start));
};

const firstWords = (moment: Moment | undefined): string => {
  const words = blocksText(moment?.blocks ?? [])
    .replace(/\s+/g, ' ')
    .split(' ')
    .slice(0, 9);
  return words.join(' ').replace(/[.,;:]$/, '');
};

const FINDING_STAGES: readonly { kind: FindingKind; title: string }[] = [
  { kind: 'surprise', title: 'What surprised' },
  { kind: 'contributor', title: 'What came together' },
  { kind: 'red-herring', title: 'What led nowhere, and why it made sense' },
  { kind: 'difficulty', title: 'What made it hard' },
  { kind: 'mitigator', title: 'What held' },
  { kind: 'risk', title: 'What could happen yet' },
];

function findingStage(writeUp: WriteUp, kind: FindingKind, title: string): Wish[] {
  const targets = ofKind(writeUp, kind);
  if (targets.length === 0) return [];
  const priority = kind === 'risk' || kind === 'difficulty' ? 7 : 6;
  return [wish('finding', title, targets, 4 + Math.min(4, targets.length), priority)];
}

const ofKind = (writeUp: WriteUp, kind: FindingKind): Target[] =>
  writeUp.findings.filter((finding) => finding.kind === kind).map(({ id }) => target('finding', id));

/** Nobody reads a document aloud: the first parts with words set the scene, lists of links and actions do not. */
const sectionsWorthTelling = (sections: readonly Section[]): Section[] =>
  sections
    .filter(
      ({ title, blocks }) =>
        title.trim() !== '' && !LEFT_OUT.test(title) && blocksText(blocks).length >= WORTH_A_STAGE,
    )
    .slice(0, MOST_SECTIONS);

const WORTH_A_STAGE = 80;
const LEFT_OUT = /action items?|references?|links|glossary|appendix|acknowledge|timeline/i;

/** Drops what is given up first until every stage left has time worth having. */
function fitting(wishes: readonly Wish[], minutes: number): Wish[] {
  let kept = [...wishes];
  while (kept.length * SHORTEST_MINUTES > minutes || smallestShare(kept, minutes) < SHORTEST_MINUTES) {
    const next = kept.reduce((most, { givenUp }) => Math.max(most, givenUp), 0);
    if (next === 0) break;
    const at = kept.map(({ givenUp }) => givenUp).lastIndexOf(next);
    kept = kept.filter((_, index) => index !== at);
  }
  return kept;
}

const smallestShare = (wishes: readonly Wish[], minutes: number): number => {
  const whole = wishes.reduce((sum, { weight }) => sum + weight, 0);
  return Math.min(...wishes.map(({ weight }) => (weight * minutes) / whole));
};

const wish = (
  kind: StageKind,
  title: string,
  targets: readonly Target[],
  weight: number,
  givenUp: number,
): Wish => ({ stage: aStage(kind, title, targets), weight, givenUp });

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
