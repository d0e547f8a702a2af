import { insertOutcome } from '#db/outcomes.ts';
import type { SessionCommandBodies } from '#domain/action-session/command.ts';
import { LONGEST_REASON } from '#domain/action-session/idea.ts';
import { mayEndWith } from '#domain/action-session/outcome.ts';
import { type Refused, refuse } from '#domain/refused.ts';
import { showBox } from '../soak/reflect-unsigned.ts';
import { readOutcome } from './read-outcome.ts';
import type { SessionAsk } from './run-session-command.ts';

/** S10: writes down how the session ends; the review is done with it. Ending the meeting stays the facilitator's own act. */
export async function concludeSession(
  { tx, app, meeting }: SessionAsk,
  { outcome, reason }: SessionCommandBodies['conclude'],
): Promise<true | Refused> {
  if (reason.trim().length > LONGEST_REASON) return refuse('Say the reason in fewer words.');
  const { ideas } = await readOutcome(tx, meeting.review, []);
  const may = mayEndWith(outcome, reason, ideas);
  if (may !== true) return may;
  // the review is done, and its box is gone with that: nothing in it is lost
  await showBox(tx, app, meeting.review);
  await insertOutcome(tx, meeting.review, {
    kind: outcome,
    reason: reason.trim(),
    endedAt: app.clock.now(),
    meeting: meeting.id,
  });
  return true;
}
