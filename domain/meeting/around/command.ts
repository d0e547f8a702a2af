import type { StageId } from '#domain/ids.ts';
import { type Refused, refuse } from '#domain/refused.ts';
import type { Forbidden, RoomActor, RoomFacts } from '../may-command.ts';
import type { MeetingPhase } from '../meeting.ts';
import type { SurveyChoice, SurveyKey } from './survey.ts';

/** What `POST /meetings/:id/commands` takes before and after a meeting, and beside it. Listed for programs in `domain/RULES.md`. */
export interface AroundBodies {
  bring: { words: string };
  'change-brought': { brought: string; words: string };
  'withdraw-brought': { brought: string };
  /** One tap: the meeting came to it, or did not after all. */
  touch: { brought: string; touched: boolean };
  /** U2: once. `few`: although fewer than three have come in (U4). */
  'open-brought': { few?: boolean };
  'choose-survey': { questions: SurveyKey[] };
  /** P6: the private notes of a stage. `was`: as they read to whoever changes them, so that nobody's are written over unseen. */
  'change-notes': { stage: StageId; was: string; words: string };
  /** U1: its id is chosen by the tab, and is all there is to know it by. */
  'bring-unsigned': { id: string; words: string };
  'take-back-unsigned': { id: string };
  'answer-survey': { question: string; id: string; choice: SurveyChoice };
  'look-back': { helped: string; change: string };
}
export type AroundName = keyof AroundBodies;
export type AroundCommand = { [Name in AroundName]: { command: Name } & AroundBodies[Name] }[AroundName];

/** Leave no event and raise no `rev`: what is unsigned (U1), and a facilitator's own look back. */
export type QuietAroundName = 'bring-unsigned' | 'take-back-unsigned' | 'answer-survey' | 'look-back';
export type QuietAroundCommand = Extract<AroundCommand, { command: QuietAroundName }>;
export type RecordedAroundCommand = Exclude<AroundCommand, QuietAroundCommand>;

interface Rule {
  who: 'everyone' | 'those who steer';
  manner: 'personal' | 'quiet';
  in: readonly MeetingPhase[];
}

const before: readonly MeetingPhase[] = ['planned', 'lobby'];
const sinceTheStart: readonly MeetingPhase[] = ['live', 'paused', 'ended'];

/** None of them moves the group, so none conflicts (M4), those of facilitators neither. */
export const AROUND_RULES: Record<AroundName, Rule> = {
  bring: { who: 'everyone', manner: 'personal', in: before },
  'change-brought': { who: 'everyone', manner: 'personal', in: before },
  'withdraw-brought': { who: 'everyone', manner: 'personal', in: before },
  touch: { who: 'those who steer', manner: 'personal', in: sinceTheStart },
  'open-brought': { who: 'those who steer', manner: 'personal', in: [...before, ...sinceTheStart] },
  'choose-survey': { who: 'those who steer', manner: 'personal', in: before },
  // until the end, and what was being written then
  'change-notes': { who: 'those who steer', manner: 'personal', in: [...before, ...sinceTheStart] },
  'bring-unsigned': { who: 'everyone', manner: 'quiet', in: before },
  // as long as nobody has opened the box, which can be done until a day after the end
  'take-back-unsigned': { who: 'everyone', manner: 'quiet', in: [...before, ...sinceTheStart] },
  'answer-survey': { who: 'everyone', manner: 'quiet', in: ['ended'] },
  'look-back': { who: 'those who steer', manner: 'quiet', in: sinceTheStart },
};

export const isAround = (name: string): name is AroundName => Object.hasOwn(AROUND_RULES, name);
export const isQuietAround = (name: string): name is QuietAroundName =>
  isAround(name) && AROUND_RULES[name].manner === 'quiet';

/** True, or the sentence that says why not: the rule behind each of these commands and its button. */
export function mayAround(
  facts: Pick<RoomFacts, 'phase' | 'reopenUntil'>,
  actor: RoomActor,
  name: AroundName,
  now: Date,
): true | Forbidden | Refused {
  const rule = AROUND_RULES[name];
  if (rule.who === 'those who steer' && !actor.steers)
    return { forbidden: 'The facilitator and co-facilitators of this meeting do this.' };
  if (!rule.in.includes(facts.phase)) return refuse(notNow(name, facts.phase));
  if (name === 'open-brought' && facts.phase === 'ended' && isOver(facts.reopenUntil, now))
    return refuse('This meeting ended more than a day ago. What was not opened by then is shown to nobody.');
  return true;
}

const isOver = (until: Date | null, now: Date) => until === null || now > until;

const notNow = (name: AroundName, phase: MeetingPhase): string => {
  if (phase === 'cancelled') return 'This meeting was cancelled.';
  if (name === 'choose-survey') return 'The meeting has started; what it asks at its end stays as it is.';
  if (name === 'answer-survey') return 'These questions are asked when the meeting has ended.';
  if (phase === 'planned' || phase === 'lobby') return 'The meeting has not started yet.';
  if (phase === 'ended') return 'The meeting has ended. What you have to say can still go into a comment.';
  return 'The meeting has started. Raise a hand, or capture your question there.';
};
