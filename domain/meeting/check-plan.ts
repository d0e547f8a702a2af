import { type Refused, refuse } from '#domain/refused.ts';
import { MOST_STAGE_MINUTES, MOST_STAGES, type StagePlan } from './stage.ts';

export const SHORTEST_MEETING_MINUTES = 5;
export const LONGEST_MEETING_MINUTES = 480;
export const MOST_INVITED = 500;
export const MOST_FACILITATORS = 8;

/** The field is where the sentence belongs in the form. */
export interface PlanRefused extends Refused {
  field: 'when' | 'minutes' | 'facilitators' | 'invited' | 'stages';
}

export interface CheckedPlan {
  startsAt: Date;
  minutes: number;
  facilitators: readonly string[];
  invited: readonly string[];
  stages: readonly StagePlan[];
}

/** What every plan has, at planning and whenever it is changed. */
export function checkPlan(plan: CheckedPlan, now: Date): true | PlanRefused {
  if (plan.minutes < SHORTEST_MEETING_MINUTES || plan.minutes > LONGEST_MEETING_MINUTES)
    return say('minutes', 'A meeting takes from 5 minutes to 8 hours.');
  if (plan.startsAt.getTime() + plan.minutes * 60_000 <= now.getTime())
    return say('when', 'That time has passed. Choose one ahead.');
  if (plan.facilitators.length === 0) return say('facilitators', 'Choose somebody to facilitate.');
  if (plan.facilitators.length > MOST_FACILITATORS)
    return say('facilitators', `Up to ${MOST_FACILITATORS} people can facilitate.`);
  if (plan.invited.length > MOST_INVITED)
    return say('invited', `Up to ${MOST_INVITED} people can be invited by name; others may still come.`);
  return checkStages(plan.stages);
}

function checkStages(stages: readonly StagePlan[]): true | PlanRefused {
  if (stages.length === 0) return say('stages', 'An agenda has at least one stage.');
  if (stages.length > MOST_STAGES)
    return say(
      'stages',
      `An agenda holds up to ${MOST_STAGES} stages; this one has ${stages.length}. Put some together.`,
    );
  const wrong = stages.find(({ minutes }) => minutes < 1 || minutes > MOST_STAGE_MINUTES);
  return wrong ? say('stages', `“${wrong.title}” takes from 1 to ${MOST_STAGE_MINUTES} minutes.`) : true;
}

const say = (field: PlanRefused['field'], sentence: string): PlanRefused => ({ ...refuse(sentence), field });
