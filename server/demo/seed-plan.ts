import type { MeetingId, ReviewId } from '#domain/ids.ts';
import type { MeetingKind } from '#domain/meeting/meeting.ts';
import type { StagePlan } from '#domain/meeting/stage.ts';
import { isRefused } from '#domain/refused.ts';
import { HOUR, MINUTE, wallClockAt } from '#domain/soak/wall-clock.ts';
import type { App } from '../app.ts';
import { draftMeetingAgenda } from '../meetings/draft-agenda.ts';
import { planMeeting } from '../meetings/plan-meeting.ts';
import type { Name } from './content/meetings/story.ts';
import type { Cast } from './seed-people.ts';

export interface Planned {
  meeting: MeetingId;
  agenda: StagePlan[];
}

interface Plan {
  review: ReviewId;
  kind: MeetingKind;
  title: string;
  startsAt: Date;
  minutes: number;
  invited: Name[];
  /** Who tells the parts that walk through the story. */
  teller?: Name;
  /** The themes of its walks, in the facilitator's words; the draft names a walk by its first moment. */
  themes?: string[];
}

/** Amir plans a meeting that Felicity leads, with the agenda drafted from the write-up. */
export async function planFor(app: App, { people, zone }: Cast, plan: Plan): Promise<Planned> {
  const { review, kind, title, startsAt, minutes } = plan;
  const drafted = await draftMeetingAgenda(app, people.amir, review, { kind, minutes });
  const teller = plan.teller ? people[plan.teller].id : null;
  const themes = [...(plan.themes ?? [])];
  const agenda = drafted.stages.map((stage) => {
    if (stage.kind !== 'section' && stage.kind !== 'walk') return stage;
    const theme = stage.kind === 'walk' ? themes.shift() : undefined;
    return { ...stage, title: theme ?? stage.title, teller };
  });
  const planned = await planMeeting(app, people.amir, review, kind, {
    title,
    ...wallTime(startsAt, zone),
    zone,
    minutes,
    callLink: '',
    takeOver: 'co-facilitators',
    scribe: null,
    facilitators: [people.felicity.id],
    invited: plan.invited.map((name) => people[name].id),
    stages: agenda,
  });
  if (isRefused(planned)) throw new Error(`${title} could not be planned: ${planned.refused}`);
  return { meeting: planned.meeting, agenda };
}

/** What the wall clock shows, as the plan's form gives it. */
function wallTime(instant: Date, zone: string): { day: string; time: string } {
  const { day, time } = wallClockAt(instant, zone);
  const two = (count: number) => String(count).padStart(2, '0');
  return { day, time: `${two(Math.floor(time / HOUR))}:${two(Math.floor((time % HOUR) / MINUTE))}` };
}
