import { plainDay, zoneWords } from '#domain/clock-words.ts';
import { joinChanges, type Loaded } from '#domain/join-changes.ts';
import { joinAgendas } from '#domain/meeting/join-agendas.ts';
import { TAKE_OVER_WORDS } from '#domain/meeting/take-over.ts';
import type { PlanInput } from './plan-input.ts';

/** What two hands have changed, differently: a sentence beside each field, and the form as it goes on from there. */
export interface PlanAsked {
  /** What another has made of it meanwhile, by field. */
  asked: Record<string, string>;
  /** What this hand typed, and what others have changed elsewhere in it. */
  plan: PlanInput;
  stored: PlanInput;
}

/** Day, time and zone are one piece: half of one move and half of another would be a time nobody has chosen. */
const piecesOf = ({ day, time, zone, stages: _, ...plan }: PlanInput) => ({
  ...plan,
  when: { day, time, zone },
});

/** A plan as its form posts back how it was loaded. */
export const planAsLoaded = (plan: PlanInput): string =>
  JSON.stringify({ ...piecesOf(plan), stages: plan.stages });

/** Only what this hand has changed since its form was loaded; what others have changed differently is asked about. */
export function joinPlans(loaded: Loaded, stored: PlanInput, typed: PlanInput): PlanInput | PlanAsked {
  const { joined, both } = joinChanges(loaded, piecesOf(stored), piecesOf(typed));
  const agenda = joinAgendas(loaded.stages, stored.stages, typed.stages);
  const { when, ...pieces } = joined;
  const plan = { ...pieces, ...when, stages: agenda.stages };
  const asked = Object.fromEntries(both.map((piece) => [piece, `${isNow(stored, piece)} ${YOURS}`]));
  if (agenda.asked.length > 0) asked.stages = `${agenda.asked.join(' ')} ${YOURS}`;
  return Object.keys(asked).length === 0 ? plan : { asked, plan, stored };
}

const YOURS = 'Yours is still here: keep the plan again, and it counts.';

function isNow(stored: PlanInput, piece: keyof ReturnType<typeof piecesOf>): string {
  if (piece === 'when')
    return `Meanwhile it has been moved to ${plainDay(stored.day)}, ${stored.time} ${zoneWords(stored.zone)}.`;
  if (piece === 'title') return `Meanwhile it has been called “${stored.title}”.`;
  if (piece === 'minutes') return `Meanwhile it has been given ${stored.minutes} minutes.`;
  if (piece === 'callLink')
    return stored.callLink
      ? `Meanwhile the link has become ${stored.callLink}.`
      : 'Meanwhile the link has been taken out.';
  if (piece === 'takeOver') return `Meanwhile this has been chosen: ${TAKE_OVER_WORDS[stored.takeOver]}.`;
  return 'Meanwhile somebody else has changed this.';
}
