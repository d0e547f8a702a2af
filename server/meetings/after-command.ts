import { noteMeetingDay } from '#db/attendance.ts';
import type { Meeting } from '#domain/meeting/meeting.ts';
import { isRefused } from '#domain/refused.ts';
import { startActionSession } from '../actions/start-action-session.ts';
import type { App, Database } from '../app.ts';
import { keepPresented } from '../history/keep-presented.ts';
import { holdSoakForReopened } from '../soak/hold-soak.ts';
import { startSoakOnEnd } from '../soak/start-soak.ts';
import { beginSurvey } from './around/survey.ts';
import type { AskedMeeting } from './require-meeting.ts';

/**
 * What a command of the meeting means for the review, in the same transaction and after its rows are written.
 * @returns whether somebody's rights moved with it: a live room may write, a facilitator may read (P4)
 */
export async function followUp(
  tx: Database,
  app: App,
  { review, meeting: before }: AskedMeeting,
  command: string,
  meeting: Meeting,
): Promise<boolean> {
  const now = app.clock.now();
  if (command === 'start') await noteMeetingDay(tx, meeting.id);
  if (command === 'start' && meeting.kind === 'action') await beginSession(tx, meeting, now);
  if (meeting.kind === 'review') await keepPresented(tx, app, review, meeting.id, command);
  if (command === 'end' && meeting.kind === 'review')
    await startSoakOnEnd(tx, review.id, now, meeting.plan.zone);
  if (command === 'end') await beginSurvey(tx, app, meeting);
  if (command === 'reopen' && meeting.kind === 'review')
    await holdSoakForReopened(tx, review.id, before.id, now);
  return ['start', 'end', 'reopen', 'roles', 'take-over', 'hand-back'].includes(command);
}

async function beginSession(tx: Database, meeting: Meeting, now: Date): Promise<void> {
  const begun = await startActionSession(tx, { id: meeting.id, review: meeting.reviewId }, now);
  // the gate has said yes in this very transaction
  if (isRefused(begun)) throw new Error('the action session was refused after its start was allowed');
}
