import { listOrigins, noteItAnswers, noteTrouble, type StoredTracker, setPlace } from '#db/trackers.ts';
import type { Answer, Ask, Meaning, Place } from '#domain/trackers/answers.ts';
import { leftAloneUntil } from '#domain/trackers/schedule.ts';
import { TONGUES } from '#domain/trackers/tongues.ts';
import type { App } from '../app.ts';
import type { TrackersPort } from './port.ts';
import { hookSecretOf, standardSignature, tokenOf, unseal } from './seal.ts';

export type Speaking = Pick<App, 'db' | 'clock' | 'log'> & { trackers: TrackersPort };

const SEALED_AWAY =
  'Its token cannot be read with the SECRET_KEY of this program. An administrator can put the token in again.';
const SECRET_SEALED_AWAY =
  'Its signing secret cannot be read with the SECRET_KEY of this program. An administrator can make a new one.';

/** A tracker with its secrets open, for the length of one deed. */
export interface Opened extends StoredTracker {
  at: Place;
  sign(id: string, body: string, now: Date): Record<string, string>;
}

/** Null, with its trouble noted: the token cannot be read. */
export async function openTracker(app: Speaking, tracker: StoredTracker): Promise<Opened | null> {
  const { key } = app.trackers;
  const isWebhook = tracker.kind === 'webhook';
  // a webhook is called without a token
  const token = isWebhook ? '' : unseal(tracker.token, key, tokenOf(tracker.id));
  const secret = unseal(tracker.hookSecret, key, hookSecretOf(tracker.id));
  if (token === null || (isWebhook && secret === null)) {
    await note(app, tracker, isWebhook ? SECRET_SEALED_AWAY : SEALED_AWAY, null);
    return null;
  }
  const { address, project, account, issueType, place } = tracker;
  return {
    ...tracker,
    at: { address, project, account, issueType, place, token },
    sign(id, body, now): Record<string, string> {
      if (tracker.kind !== 'webhook' || secret === null) return {};
      const seconds = String(Math.floor(now.getTime() / 1_000));
      return {
        'webhook-id': id,
        'webhook-timestamp': seconds,
        'webhook-signature': `v1,${standardSignature(secret, id, seconds, body)}`,
      };
    },
  };
}

/** Linear wants to hear its own id of a team: it is asked for once. Otherwise a question whether the connection holds. */
export async function findPlace(app: Speaking, tracker: Opened): Promise<Meaning<Opened>> {
  if (tracker.kind !== 'linear' || tracker.at.place !== '') return { got: tracker };
  const checked = await check(app, tracker);
  if (!('got' in checked)) return checked;
  await setPlace(app.db, tracker.id, checked.got);
  return { got: { ...tracker, at: { ...tracker.at, place: checked.got } } };
}

/** Whether the tracker is there and knows the project. */
export async function check(app: Speaking, tracker: Opened): Promise<Meaning<string>> {
  const tongue = TONGUES[tracker.kind];
  const ask = tongue.check(tracker.at);
  return ask === null ? { got: '' } : tongue.readCheck(await call(app, ask), app.clock.now());
}

export const call = async (app: Speaking, ask: Ask): Promise<Answer> =>
  app.trackers.call(ask, await listOrigins(app.db));

/** Something is wrong with it: it says so on the page, and everything for it waits. */
export async function note(
  { db, clock, log }: Speaking,
  tracker: StoredTracker,
  said: string,
  asked: Date | null,
): Promise<Date> {
  const at = clock.now();
  const until = leftAloneUntil(tracker.failures + 1, at, asked);
  await noteTrouble(db, tracker.id, { said, at, until });
  log.info('tracker does not answer', { tracker: tracker.id, failures: tracker.failures + 1 });
  return until;
}

export const noteWell = (app: Speaking, tracker: StoredTracker) =>
  tracker.failures > 0 ? noteItAnswers(app.db, tracker.id) : Promise.resolve();
