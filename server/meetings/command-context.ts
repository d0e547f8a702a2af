import { isUnsealed } from '#db/action-sessions.ts';
import { listActivePeople } from '#db/meeting-people.ts';
import { findSoak } from '#db/soaks.ts';
import { countBox, lockBox } from '#db/unsigned-box.ts';
import { maySeal } from '#domain/action-session/session.ts';
import type { PersonId, StageId } from '#domain/ids.ts';
import type { Context } from '#domain/meeting/acts/act.ts';
import type { Command } from '#domain/meeting/command.ts';
import { FEW } from '#domain/meeting/inputs.ts';
import type { Meeting } from '#domain/meeting/meeting.ts';
import { mayWithReview, type ReviewAccess } from '#domain/permissions.ts';
import type { Refused } from '#domain/refused.ts';
import { mayStartActionMeeting } from '#domain/soak/soak.ts';
import type { App, Database } from '../app.ts';
import { mayReopenReviewMeeting } from '../soak/hold-soak.ts';
import type { AskedMeeting } from './require-meeting.ts';

/** What the domain may know beside the room, asked inside the command's transaction and only where this command needs it. */
export async function commandContext(
  tx: Database,
  app: App,
  { meeting, access, review, actor }: AskedMeeting,
  command: Command,
): Promise<Context> {
  const now = app.clock.now();
  const named = await mayBeNamed(tx, access, namedIn(command, meeting, actor.id));
  const seals = command.command === 'seal' || 'idea' in command;
  const unsealed = seals && (await isUnsealed(tx, meeting.reviewId));
  return {
    actor,
    now,
    uuid: () => app.random.uuid(),
    shuffle: (items) => app.random.shuffle(items),
    mayBeNamed: (person) => named.has(person),
    startGate: command.command === 'start' ? await startGate(tx, meeting, now) : true,
    reopenGate: command.command === 'reopen' ? await reopenGate(tx, meeting) : true,
    fewCameIn: command.command === 'reveal' && (await countClosed(tx, command.stage)) < FEW,
    ideasOpen: maySeal({ unsealed, done: review.done_at !== null }) !== true,
  };
}

/** Locked before it is counted: two that open boxes at once would wait for one another, and what comes in between is counted. */
async function countClosed(tx: Database, stage: StageId): Promise<number> {
  await lockBox(tx);
  return countBox(tx, stage);
}

/** S5: an action meeting waits for the soak; a review meeting for nothing. */
const startGate = async (tx: Database, meeting: Meeting, now: Date): Promise<true | Refused> =>
  meeting.kind === 'action' ? mayStartActionMeeting(await findSoak(tx, meeting.reviewId), now) : true;

const reopenGate = async (tx: Database, meeting: Meeting): Promise<true | Refused> =>
  meeting.kind === 'review' ? mayReopenReviewMeeting(tx, meeting.reviewId) : true;

const namedIn = (command: Command, { relieved }: Meeting, actor: PersonId): readonly PersonId[] => {
  if (command.command === 'take-over') return [actor];
  if (command.command === 'hand-back') return relieved?.before ?? [];
  if (command.command === 'roles')
    return [...command.facilitators, ...(command.scribe ? [command.scribe] : [])];
  if (command.command === 'stage-add' || command.command === 'stage-change')
    return command.teller ? [command.teller] : [];
  return command.command === 'capture' && command.forPerson ? [command.forPerson] : [];
};

/** Of these people, those who are active and may read the review. */
export async function mayBeNamed(
  db: Database,
  access: ReviewAccess,
  people: readonly PersonId[],
): Promise<ReadonlySet<PersonId>> {
  const active = await listActivePeople(db, people);
  return new Set(active.filter((id) => mayWithReview({ id, role: 'member', active: true }, 'read', access)));
}
