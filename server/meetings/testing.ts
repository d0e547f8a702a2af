/** A little field for tests of the room: a review with its people and a planned meeting, in rows. */
import { putReviewPerson } from '#db/review-people.ts';
import { updateReview } from '#db/reviews.ts';
import type { MeetingId } from '#domain/ids.ts';
import type { Database, SignedIn } from '../app.ts';
import { aReview, type Field } from '../soak/testing.ts';
import type { AskedCommand } from './parse-command.ts';
import type { PlanInput } from './plan-input.ts';
import { planMeeting } from './plan-meeting.ts';
import { type CommandAnswer, runCommand } from './run-command.ts';

export interface RoomField extends Field {
  analyst: SignedIn;
  felicity: SignedIn;
  priya: SignedIn;
  otto: SignedIn;
  meeting_: MeetingId;
  /** Presses a button; the revision is the newest unless said otherwise. */
  press(
    person: SignedIn,
    command: AskedCommand['command'],
    options?: { rev?: number; key?: string },
  ): Promise<CommandAnswer>;
  rev(): Promise<number>;
}

export const aPlan = (
  field: { felicity: SignedIn; priya?: SignedIn },
  changes: Partial<PlanInput> = {},
): PlanInput => ({
  title: 'A database deleted on the wrong host',
  day: '2026-11-18',
  time: '10:10',
  zone: 'Europe/Berlin',
  minutes: 60,
  callLink: '',
  takeOver: 'co-facilitators',
  scribe: null,
  facilitators: [field.felicity.id],
  invited: field.priya ? [field.priya.id] : [],
  stages: ['Welcome', 'Walk', 'Close'].map((title) => ({
    kind: 'section',
    title,
    minutes: 10,
    prompt: '',
    notes: `only facilitators: ${title}`,
    targets: [{ type: 'section', id: `s-${title}`, section: null }],
    teller: null,
  })),
  ...changes,
});

let presses = 0;

/** Wednesday 18 November 2026, 10:00 in Berlin: a meeting is planned for 10:10, so its lobby is open. */
export async function aMeeting(db: Database, changes: Partial<PlanInput> = {}): Promise<RoomField> {
  const field = await aReview(db);
  const [felicity, priya, otto] = [
    await field.person('Felicity'),
    await field.person('Priya'),
    await field.person('Otto'),
  ];
  const planned = await planMeeting(
    field.app,
    field.analyst,
    field.review,
    'review',
    aPlan({ felicity, priya }, changes),
  );
  if (!('meeting' in planned)) throw new Error(planned.refused);
  const meeting_ = planned.meeting;
  const rev = async () =>
    (await db.selectFrom('meetings').select('rev').where('id', '=', meeting_).executeTakeFirstOrThrow()).rev;
  return {
    ...field,
    felicity,
    priya,
    otto,
    meeting_,
    rev,
    press: async (person, command, options = {}) =>
      runCommand(field.app, person, meeting_, {
        command,
        expectedRev: options.rev ?? (await rev()),
        key: options.key ?? `press-${++presses}`,
      }),
  };
}

export const makePrivate = async (field: Field, readers: readonly SignedIn[]): Promise<void> => {
  await updateReview(field.app.db, field.review, { privacy: 'private' });
  for (const { id } of readers)
    await putReviewPerson(field.app.db, field.review, {
      person_id: id,
      role: 'reader',
      was_involved: false,
      leads_involved: false,
    });
};
