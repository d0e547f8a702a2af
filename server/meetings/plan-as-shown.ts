import { listStageNotes, listStages } from '#db/meeting-stages.ts';
import { findPlannedTime } from '#db/meetings.ts';
import type { Meeting } from '#domain/meeting/meeting.ts';
import type { Database } from '../app.ts';
import type { PlanInput } from './plan-input.ts';

/** A plan as its form shows it; its notes only to those who facilitate (P6). */
export async function planAsShown(db: Database, meeting: Meeting, showsNotes: boolean): Promise<PlanInput> {
  const notes = showsNotes ? await listStageNotes(db, meeting.id) : {};
  const stages = await listStages(db, meeting.id);
  return {
    ...(await whenOf(db, meeting)),
    title: meeting.plan.title,
    zone: meeting.plan.zone,
    minutes: meeting.plan.minutes,
    callLink: meeting.plan.callLink,
    takeOver: meeting.plan.takeOver,
    scribe: meeting.plan.scribe,
    facilitators: [...meeting.plan.facilitators],
    invited: [...meeting.plan.invited],
    stages: stages.map(({ id, kind, title, minutes, prompt, targets, teller }) => ({
      id,
      kind,
      title,
      minutes,
      prompt,
      targets,
      teller,
      notes: notes[id] ?? '',
    })),
  };
}

const whenOf = async (db: Database, meeting: Meeting) => {
  const [day = '', time = ''] = ((await findPlannedTime(db, meeting.id)) ?? '').split('T');
  return { day, time };
};
