import { findWatched, finishSent } from '#db/item-sends.ts';
import { findTracker, isKnownCall, noteCall, type StoredTracker } from '#db/trackers.ts';
import { isUuid } from '#domain/ids.ts';
import { MINUTE } from '#domain/soak/wall-clock.ts';
import { at, dateAt, type Remote, wordAt } from '#domain/trackers/answers.ts';
import { asRemote as githubIssue, isOfRepository } from '#domain/trackers/github.ts';
import { asRemote as jiraIssue } from '#domain/trackers/jira.ts';
import { asRemote as linearIssue } from '#domain/trackers/linear.ts';
import { readReport } from '#domain/trackers/webhook.ts';
import type { App } from '../app.ts';
import { takeWork } from './look-at-items.ts';
import { hmacHex, hookSecretOf, isSame, standardSignature, unseal } from './seal.ts';

/** A call that came in, as it came: the signature is over its very bytes. */
export interface Called {
  header(name: string): string;
  body: string;
}

export type TakenCall = { status: 204 } | { status: 400 | 401 | 404 | 409; sentence: string };

const CLOCKS_APART = 5 * MINUTE;
const NOT_OURS = 'This call is not signed with the secret of this tracker, so nothing was changed.';

/**
 * T5: a tracker tells of a change. Signed over the body with the secret of this tracker, compared in constant time; a call that came
 * before, or long ago, is refused. What it tells of other items is left alone.
 */
export async function takeCall(app: App, id: string | undefined, call: Called): Promise<TakenCall> {
  const tracker = isUuid(id) ? await findTracker(app.db, id) : null;
  if (!tracker || !app.trackers) return { status: 404, sentence: 'There is no such tracker here.' };
  const now = app.clock.now();
  const secret = unseal(tracker.hookSecret, app.trackers.key, hookSecretOf(tracker.id));
  const signature = secret === null ? null : signatureOf(tracker, secret, call);
  if (signature === null) return { status: 401, sentence: NOT_OURS };
  const body = json(call.body);
  if (body === null) return { status: 400, sentence: 'The body is not JSON.' };
  const sentAt = sentWhen(tracker, call, body);
  if (sentAt !== null && Math.abs(now.getTime() - sentAt.getTime()) > CLOCKS_APART)
    return {
      status: 401,
      sentence: 'This call was signed more than five minutes ago, so nothing was changed.',
    };
  if (await isKnownCall(app.db, tracker.id, signature))
    return { status: 409, sentence: 'This very call has come before, so nothing was changed.' };
  const speaking = { ...app, trackers: app.trackers };
  for (const { watched, remote } of await tellOf(app, tracker, body, sentAt ?? now))
    await takeWork(speaking, watched, remote);
  // last, so that one we broke at may come again; twice at the same moment says the same
  await noteCall(app.db, { tracker: tracker.id, signature, at: now });
  return { status: 204 };
}

/** The signature it carries, if it is right; each program puts it elsewhere. */
function signatureOf({ kind }: StoredTracker, secret: string, { header, body }: Called): string | null {
  if (kind === 'webhook') {
    const expected = standardSignature(secret, header('webhook-id'), header('webhook-timestamp'), body);
    const given = header('webhook-signature').split(' ').slice(0, 8);
    return given.some((each) => isSame(each, `v1,${expected}`)) ? expected : null;
  }
  const expected = hmacHex(secret, body);
  const given =
    kind === 'github'
      ? header('x-hub-signature-256').replace(/^sha256=/, '')
      : kind === 'linear'
        ? header('linear-signature')
        : header('x-hub-signature').replace(/^sha256=/, '');
  return isSame(given.toLowerCase(), expected) ? expected : null;
}

/** When it was signed, where the signature covers that; GitHub and Jira sign no time. */
function sentWhen({ kind }: StoredTracker, { header }: Called, body: unknown): Date | null {
  if (kind === 'linear') return dateAt(body, 'webhookTimestamp') ?? new Date(0);
  if (kind !== 'webhook') return null;
  const seconds = header('webhook-timestamp');
  return /^\d{1,12}$/.test(seconds) ? new Date(Number(seconds) * 1_000) : new Date(0);
}

async function tellOf(app: App, tracker: StoredTracker, body: unknown, sentAt: Date) {
  if (tracker.kind === 'webhook') {
    const report = readReport(body, sentAt);
    if (!report) return [];
    const { item, remote } = report;
    // it may come before the answer to our call: who tells of it has it
    const arrived = { ...remote, work: null, workWords: '', workAt: null };
    await app.db
      .transaction()
      .execute((tx) =>
        finishSent(tx, { item, tracker: tracker.id }, arrived, { at: app.clock.now(), nextLook: null }),
      );
    return withRemote(await findWatched(app.db, tracker.id, { item }), remote);
  }
  const remote = remoteOf(tracker, body);
  return remote ? withRemote(await findWatched(app.db, tracker.id, remote), remote) : [];
}

const withRemote = <T>(all: readonly T[], remote: Remote) => all.map((watched) => ({ watched, remote }));

function remoteOf(tracker: StoredTracker, body: unknown): Remote | null {
  switch (tracker.kind) {
    case 'github':
      return isOfRepository(tracker, body) ? githubIssue(at(body, 'issue')) : null;
    case 'linear':
      return wordAt(body, 'type') === 'Issue' && wordAt(body, 'action') === 'update'
        ? linearIssue(at(body, 'data'))
        : null;
    default:
      return /^jira:issue_/.test(wordAt(body, 'webhookEvent')) &&
        wordAt(body, 'webhookEvent') !== 'jira:issue_deleted'
        ? jiraIssue(at(body, 'issue'), tracker)
        : null;
  }
}

function json(body: string): object | null {
  try {
    const read: unknown = JSON.parse(body);
    return typeof read === 'object' ? read : null;
  } catch {
    return null;
  }
}
