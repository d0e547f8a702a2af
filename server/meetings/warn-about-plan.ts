import { listPersonChoices, listTeamTies } from '#db/choices.ts';
import { findPlannedAt } from '#db/meetings.ts';
import { listReviewPeople, listReviewTeams } from '#db/review-people.ts';
import { findWorkspace } from '#db/workspace.ts';
import { plainDay } from '#domain/clock-words.ts';
import type { MeetingId, PersonId } from '#domain/ids.ts';
import type { MeetingKind } from '#domain/meeting/meeting.ts';
import { type PlanFacts, planWarnings } from '#domain/meeting/plan-warnings.ts';
import { isWorkingDay } from '#domain/soak/working-days.ts';
import type { WriteUp } from '#domain/write-up.ts';
import type { App } from '../app.ts';
import type { AskedReview } from '../reviews/require-review.ts';
import { whoIsBusy } from '../soak/propose-session.ts';
import { startOf } from './judge-plan.ts';
import type { PlanInput } from './plan-input.ts';

/** What the planner should know before sending, in sentences; nothing of it stops anything. The caller has asked for the right to plan. */
export async function warnAboutPlan(
  app: App,
  { review }: Pick<AskedReview, 'review'>,
  kind: MeetingKind,
  plan: Pick<PlanInput, 'day' | 'time' | 'zone' | 'minutes' | 'facilitators' | 'invited' | 'stages'>,
  writeUp: WriteUp,
  meeting: MeetingId | null = null,
): Promise<string[]> {
  const named = [...new Set([...plan.facilitators, ...plan.invited])];
  const shown = new Set(plan.stages.flatMap(({ targets }) => targets.map(({ id }) => id)));
  return planWarnings({
    kind,
    toldAt: (meeting && (await findPlannedAt(app.db, meeting))) ?? app.clock.now(),
    startsAt: startOf(plan),
    minutes: plan.minutes,
    freeDay: await freeDay(app, plan.day),
    stageMinutes: plan.stages.map(({ minutes }) => minutes),
    published: review.published_at !== null,
    involved: (await listStakes(app, review.id, plan.facilitators)).flatMap(({ name, how }) =>
      how === null ? [] : [{ name, how }],
    ),
    fromOutside: (await listStakes(app, review.id, [...plan.facilitators, ...plan.invited])).filter(
      ({ how }) => how === null,
    ).length,
    momentsLeftOut: kind === 'review' ? writeUp.moments.filter(({ id }) => !shown.has(id)).length : 0,
    named: named.length,
    busy: await namesOfBusy(app, named, { startsAt: startOf(plan), minutes: plan.minutes, except: meeting }),
  });
}

/** By the workspace's days of now, whichever a soak was started with. */
async function freeDay({ db }: App, day: string): Promise<PlanFacts['freeDay']> {
  const workspace = await findWorkspace(db);
  if (workspace === null || isWorkingDay(day, workspace)) return null;
  return { day: plainDay(day), name: workspace.holiday_names[day] ?? '' };
}

async function listStakes(
  app: App,
  review: AskedReview['review']['id'],
  people: readonly PersonId[],
): Promise<{ name: string; how: Stake | null }[]> {
  const [teams, named, choices] = await Promise.all([
    listReviewTeams(app.db, review),
    listReviewPeople(app.db, review),
    listPersonChoices(app.db),
  ]);
  const ties = await listTeamTies(
    app.db,
    people,
    teams.map(({ id }) => id),
  );
  return people.flatMap((id) => {
    const name = choices.find((choice) => choice.id === id)?.name;
    const how = stake(
      ties.filter((tie) => tie.person_id === id),
      named.find((row) => row.person_id === id),
    );
    return name === undefined ? [] : [{ name, how }];
  });
}

const stake = (
  ties: readonly { leads: boolean }[],
  named: { was_involved: boolean; leads_involved: boolean } | undefined,
): Stake | null => {
  if (named?.was_involved) return 'was involved';
  if (named?.leads_involved) return 'leads people who were involved';
  if (ties.length === 0) return null;
  return ties.some(({ leads }) => leads) ? 'leads a closest team' : 'is on a closest team';
};

type Stake = PlanFacts['involved'][number]['how'];

async function namesOfBusy(
  app: App,
  named: readonly PersonId[],
  at: { startsAt: Date; minutes: number; except: MeetingId | null },
): Promise<string[]> {
  const busy = await whoIsBusy(app.db, named, at);
  if (busy.size === 0) return [];
  return (await listPersonChoices(app.db)).flatMap(({ id, name }) => (busy.has(id) ? [name] : []));
}
