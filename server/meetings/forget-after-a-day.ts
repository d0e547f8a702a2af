import { forgetKeys } from '#db/command-keys.ts';
import { forgetGuests } from '#db/guests.ts';
import { forgetWhoSpoke } from '#db/meeting-events.ts';
import { forgetSeen } from '#db/meeting-own.ts';
import { raiseRightsCounter } from '#db/rights.ts';
import { forgetBoxes } from '#db/unsigned-box.ts';
import { REOPEN_HOURS } from '#domain/meeting/meeting.ts';
import type { App } from '../app.ts';
import { countSurveys } from './around/survey.ts';

const KEYS_KEPT_HOURS = 24;

/** A2, G1, M4, M5, U2: what is kept for a day is gone after it. Main calls this at the start and every hour. */
export async function forgetAfterADay(app: Pick<App, 'db' | 'clock' | 'random'>): Promise<void> {
  await forgetWhoSpoke(app.db, hoursAgo(app, REOPEN_HOURS));
  await forgetSeen(app.db, hoursAgo(app, REOPEN_HOURS));
  // open rooms of guests end with their right to them, on every node (P7)
  if (await forgetGuests(app.db, hoursAgo(app, REOPEN_HOURS))) await raiseRightsCounter(app.db);
  // first: what it counts would be forgotten uncounted
  await countSurveys(app);
  await forgetBoxes(app.db, app.clock.now(), app.random.shuffle);
  await forgetKeys(app.db, hoursAgo(app, KEYS_KEPT_HOURS));
}

const hoursAgo = ({ clock }: Pick<App, 'clock'>, hours: number): Date =>
  new Date(clock.now().getTime() - hours * 3_600_000);
