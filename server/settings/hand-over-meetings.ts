import { listMeetingsResting } from '#db/hand-over.ts';
import { insertEvent } from '#db/meeting-events.ts';
import { lockMeeting, saveMeeting, setMeetingPeople } from '#db/meetings.ts';
import type { MeetingId, PersonId } from '#domain/ids.ts';
import { raised } from '#domain/meeting/decide.ts';
import { DAY } from '#domain/soak/wall-clock.ts';
import type { App, Database, SignedIn } from '../app.ts';

/** What is to come and rests on one person: `alone` needs somebody to take over, `shared` has others who facilitate. */
export interface MeetingsResting {
  alone: MeetingId[];
  shared: MeetingId[];
}

/** Meetings of the last day count as to come: one that is late may still be begun. */
export async function meetingsResting(db: Database, app: App, person: PersonId): Promise<MeetingsResting> {
  const all = await listMeetingsResting(db, person, new Date(app.clock.now().getTime() - DAY));
  const those = (alone: boolean) => all.filter((each) => each.alone === alone).map(({ id }) => id);
  return { alone: those(true), shared: those(false) };
}

/** The successor takes the leaving person's place among those who facilitate; null only takes the leaving person out. */
export async function handOverMeetings(
  tx: Database,
  app: App,
  by: Pick<SignedIn, 'id'>,
  meetings: readonly MeetingId[],
  { leaving, successor }: { leaving: PersonId; successor: PersonId | null },
): Promise<void> {
  for (const id of meetings) {
    const meeting = await lockMeeting(tx, id);
    if (!meeting) continue;
    const { facilitators, invited } = meeting.plan;
    const leading = facilitators.flatMap((each) => (each === leaving ? (successor ?? []) : each));
    const after = raised(
      { ...meeting, plan: { ...meeting.plan, facilitators: [...new Set(leading)] } },
      'steering',
    );
    await saveMeeting(tx, meeting, after);
    if (successor && invited.includes(successor))
      await setMeetingPeople(
        tx,
        id,
        'invited',
        invited.filter((each) => each !== successor),
      );
    const event = {
      meeting: id,
      rev: after.rev,
      at: app.clock.now(),
      actor: by.id,
      command: 'roles',
    } as const;
    await insertEvent(tx, { ...event, about: {} });
  }
}
