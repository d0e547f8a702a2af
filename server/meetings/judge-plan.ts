import { listActivePeople } from '#db/meeting-people.ts';
import type { PlanColumns } from '#db/meetings.ts';
import type { PersonId, ReviewId } from '#domain/ids.ts';
import { checkPlan, type PlanRefused } from '#domain/meeting/check-plan.ts';
import type { MeetingKind } from '#domain/meeting/meeting.ts';
import { refuse } from '#domain/refused.ts';
import { HOUR, instantAt, MINUTE } from '#domain/soak/wall-clock.ts';
import type { Database } from '../app.ts';
import { mayPlanActionSessionAt } from '../soak/expected-soak-end.ts';
import type { PlanInput } from './plan-input.ts';

/** A plan that may be written down: its instant found, its people known. */
export type JudgedPlan = PlanColumns & { facilitators: PersonId[]; invited: PersonId[]; tellers: PersonId[] };

/** Everything a plan has to be, for planning and for changing alike. */
export async function judgePlan(
  db: Database,
  review: ReviewId,
  kind: MeetingKind,
  input: PlanInput,
  now: Date,
): Promise<JudgedPlan | PlanRefused> {
  const plan = { ...planOf(input), ...peopleOf(input) };
  const checked = checkPlan({ ...plan, stages: input.stages }, now);
  if (checked !== true) return checked;
  const unknown = await findUnknown(db, plan);
  if (unknown !== null) return unknown;
  if (kind === 'action') {
    const may = await mayPlanActionSessionAt(db, review, plan.startsAt);
    if (may !== true) return { ...may, field: 'when' };
  }
  return plan;
}

const planOf = (input: PlanInput): PlanColumns => ({
  title: input.title,
  startsAt: startOf(input),
  zone: input.zone,
  localTime: `${input.day}T${input.time}`,
  minutes: input.minutes,
  callLink: input.callLink,
  takeOver: input.takeOver,
  scribe: input.scribe,
});

/** The instant the wall clock of that zone shows this; in a spring gap with the offset before it, of two the first (S2). */
export const startOf = ({ day, time, zone }: Pick<PlanInput, 'day' | 'time' | 'zone'>): Date => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return instantAt({ day, time: hours * HOUR + minutes * MINUTE }, zone);
};

const peopleOf = ({ facilitators, invited, scribe, stages }: PlanInput) => {
  const leading = [...new Set(facilitators)];
  return {
    facilitators: leading,
    invited: [...new Set([...invited, ...(scribe === null ? [] : [scribe])])].filter(
      (person) => !leading.includes(person),
    ),
    tellers: [...new Set(stages.flatMap(({ teller }) => teller ?? []))],
  };
};

async function findUnknown(
  db: Database,
  { facilitators, invited, tellers }: ReturnType<typeof peopleOf>,
): Promise<PlanRefused | null> {
  const known = new Set(await listActivePeople(db, [...facilitators, ...invited, ...tellers]));
  const fields = [
    ['facilitators', facilitators],
    ['invited', invited],
    ['stages', tellers],
  ] as const;
  const wrong = fields.find(([, people]) => !people.every((person) => known.has(person)));
  return wrong ? { ...refuse('Somebody chosen is no longer here. Choose again.'), field: wrong[0] } : null;
}
