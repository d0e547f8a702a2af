import { formatMinutes } from './minutes-words.ts';

const HOUR_MS = 3_600_000;
const PRE_READ_HOURS = 24;

export interface PlanFacts {
  kind: 'review' | 'action';
  /** Since when those invited know of it, and can read: it was planned then. Now, for one that is not kept yet. */
  toldAt: Date;
  startsAt: Date;
  minutes: number;
  stageMinutes: readonly number[];
  /** The write-up can be read by those invited. */
  published: boolean;
  /** Facilitators with a stake in what happened: name, and what it is. */
  involved: readonly {
    name: string;
    how: 'was involved' | 'leads people who were involved' | 'is on a closest team' | 'leads a closest team';
  }[];
  /** Facilitators and invited people from outside the closest teams who were not involved either. */
  fromOutside: number;
  /** Moments and findings of the write-up that no stage presents. */
  momentsLeftOut: number;
  /** Everyone an action session names, facilitators too. */
  named?: number;
  /** The day it begins on, where nobody works then: "Fri 25 Dec 2026", and what it is called if it has a name. */
  freeDay?: { day: string; name: string } | null;
  /** Of those named, who is in another meeting in Soak then. */
  busy?: readonly string[];
}

const MOST_DECIDING = 8;
const LEAST_DECIDING = 3;

/** What a planner should know before sending; plain sentences, none of which stops anything. */
export function planWarnings(plan: PlanFacts): string[] {
  const warnings: string[] = [];
  const ahead = plan.startsAt.getTime() - plan.toldAt.getTime();
  if (plan.kind === 'review' && ahead < PRE_READ_HOURS * HOUR_MS)
    warnings.push('People have less than a day to read before they come. A day is what most need.');
  if (plan.freeDay) warnings.push(freeDayWords(plan.freeDay));
  const agenda = plan.stageMinutes.reduce((sum, minutes) => sum + minutes, 0);
  if (agenda > plan.minutes)
    warnings.push(
      `The agenda takes ${formatMinutes(agenda)}, the meeting has ${formatMinutes(plan.minutes)}. Take something out, or make the meeting longer.`,
    );
  for (const { name, how } of plan.involved)
    warnings.push(
      `${name} ${how}. Somebody without a stake finds it easier to ask the plain questions; you may still choose ${name}.`,
    );
  if (plan.kind === 'review' && plan.fromOutside === 0)
    warnings.push(
      'Nobody from outside the closest teams is invited. Somebody who sees it for the first time asks what nobody inside would.',
    );
  if (plan.kind === 'review' && !plan.published)
    warnings.push('The write-up is a draft: only those named can read it, and those you invite here.');
  if (plan.momentsLeftOut > 0) warnings.push(leftOutWords(plan.momentsLeftOut));
  if (plan.kind === 'action' && plan.named !== undefined) warnings.push(...circleWarnings(plan.named));
  if (plan.busy !== undefined && plan.busy.length > 0)
    warnings.push(
      `${listedNames(plan.busy)} ${plan.busy.length === 1 ? 'is' : 'are'} in another meeting in Soak then. Other calendars Soak does not see.`,
    );
  return warnings;
}

const freeDayWords = ({ day, name }: { day: string; name: string }): string =>
  `${day} is a day off here${name ? ` (${name})` : ''}. Another day will suit most people better.`;

const leftOutWords = (moments: number): string =>
  `${moments === 1 ? 'One moment of the write-up is' : `${moments} moments of the write-up are`} in no stage. Tick ${moments === 1 ? 'it' : 'them'} in one, or add a stage; everyone can open ${moments === 1 ? 'it' : 'them'} under Look around once the walk has come that far.`;

/** S4: three to eight people decide well together; a gentle word beyond that, either way. */
function circleWarnings(named: number): string[] {
  if (named > MOST_DECIDING)
    return [
      `That is ${named} people. Deciding goes well with three to eight; everyone else reads afterwards what was decided, and why.`,
    ];
  return named < LEAST_DECIDING
    ? ['That is a small circle. Those who will own the work should be asked to come.']
    : [];
}

const listedNames = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
