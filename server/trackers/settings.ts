import { z } from 'zod';
import { recordAudit } from '#db/audit.ts';
import {
  findTracker,
  hasLinkedItems,
  insertTracker,
  listOrigins,
  listTrackers,
  lookAgain,
  noteItAnswers,
  removeTracker,
  replaceOrigins,
  type StoredTracker,
  setHookSecret,
  setPlace,
  updateTracker,
} from '#db/trackers.ts';
import { isUuid } from '#domain/ids.ts';
import { isRefused, type Refused, refuse } from '#domain/refused.ts';
import {
  checkTracker,
  KINDS,
  readOrigins,
  type TrackerFields,
  type TrackerKind,
  type TrackerRefused,
} from '#domain/trackers/tracker.ts';
import type { App, SignedIn } from '../app.ts';
import { optionalLine } from '../doors/fields.ts';
import { notFound } from '../not-found.ts';
import { signInNow } from '../people/sign-in-times.ts';
import { requireAdministrator } from '../settings/require-administrator.ts';
import { hookSecretOf, NONCE, seal, tokenOf, unseal } from './seal.ts';
import { check, note, openTracker } from './speak.ts';

export interface TrackersSettings {
  /** False: SECRET_KEY has to be set before a token can be kept. */
  hasKey: boolean;
  trackers: (Omit<StoredTracker, 'token' | 'hookSecret' | 'removedAt' | 'failures'> & {
    hookAddress: string;
    hasHookSecret: boolean;
    /** Its token, or a webhook's secret, was sealed with another key. */
    isSealedAway: boolean;
    /** The secret of its calls was: they are refused. */
    isHookSealedAway: boolean;
  })[];
  origins: string[];
}

/** T1: what an administrator reads of trackers. No token leaves the program. */
export async function readTrackers(app: App, person: SignedIn): Promise<TrackersSettings> {
  requireAdministrator(person);
  const key = app.trackers?.key ?? null;
  const stored = await listTrackers(app.db);
  return {
    hasKey: key !== null,
    trackers: stored.map(({ token, hookSecret, removedAt: _removed, failures: _failures, ...tracker }) => ({
      ...tracker,
      hookAddress: hookAddressOf(app, tracker.id),
      hasHookSecret: hookSecret !== null,
      isSealedAway: isSealedAway({ ...tracker, token, hookSecret }, key),
      isHookSealedAway: hookSecret !== null && unseal(hookSecret, key, hookSecretOf(tracker.id)) === null,
    })),
    origins: await listOrigins(app.db),
  };
}

const isSealedAway = (
  { id, kind, token, hookSecret }: Pick<StoredTracker, 'id' | 'kind' | 'token' | 'hookSecret'>,
  key: Uint8Array | null,
): boolean =>
  (kind === 'webhook' ? unseal(hookSecret, key, hookSecretOf(id)) : unseal(token, key, tokenOf(id))) === null;

const hookAddressOf = ({ origin }: Pick<App, 'origin'>, tracker: string) =>
  `${origin}/trackers/${tracker}/hook`;

/** A tracker as forms name it. */
export const trackerId = () => z.string().refine(isUuid, 'This is not something we know.');

const secretLine = () =>
  z
    .string()
    .max(4_000, 'This is longer than a token.')
    .regex(/^[\x20-\x7e]*$/, 'A token is letters, figures and signs, without breaks.')
    .transform((value) => value.trim())
    .default('');

/** What the page sends, told apart by `intent`. */
export const trackersForm = z.discriminatedUnion('intent', [
  z.strictObject({
    intent: z.literal('keep'),
    /** Empty: a new one. */
    tracker: z.union([z.literal('').transform(() => null), trackerId()]).default(null),
    kind: z.enum(KINDS),
    name: optionalLine(60),
    address: optionalLine(500),
    project: optionalLine(200),
    account: optionalLine(200),
    issueType: optionalLine(60),
    token: secretLine(),
    hookSecret: secretLine(),
  }),
  z.strictObject({ intent: z.literal('check'), tracker: trackerId() }),
  z.strictObject({ intent: z.literal('secret'), tracker: trackerId() }),
  z.strictObject({ intent: z.literal('remove'), tracker: trackerId() }),
  z.strictObject({ intent: z.literal('origins'), origins: z.string().max(5_000).default('') }),
]);

type Keep = Extract<z.output<typeof trackersForm>, { intent: 'keep' }>;

/** What was kept, and what trying it said; the secret of its webhook, shown this once. */
export interface KeptTracker {
  tracker: string;
  name: string;
  said: string;
  secret: string | null;
}

const NO_KEY =
  'Set SECRET_KEY for the program first, 32 bytes in hex or base64: with it the token is sealed before it is kept. What you typed is still here, but for the token.';

/** T1: connects a tracker or changes it, tokens sealed, and tries it. One that does not answer is kept all the same. */
export async function keepTracker(
  app: App,
  person: SignedIn,
  { tracker, token, hookSecret, ...given }: Keep,
): Promise<KeptTracker | TrackerRefused | (Refused & { field: 'token' | 'hookSecret' })> {
  requireAdministrator(person);
  const key = app.trackers?.key ?? null;
  if (key === null) return { ...refuse(NO_KEY), field: 'token' };
  const before = tracker === null ? null : await findTracker(app.db, tracker);
  if (tracker !== null && before?.kind !== given.kind) throw notFound();
  const fields = checkTracker(given);
  if (isRefused(fields)) return fields;
  if (before !== null && isElsewhere(before, fields) && (await hasLinkedItems(app.db, before.id)))
    return { ...refuse(LINKED), field: fields.address === before.address ? 'project' : 'address' };
  const isNew = before === null;
  const needsToken =
    isNew ||
    unseal(before.token, key, tokenOf(before.id)) === null ||
    movesAway(before.address, fields.address);
  if (needsToken && token === '' && fields.kind !== 'webhook')
    return {
      ...refuse(
        isNew
          ? 'Put in the token it is to be called with.'
          : 'Put the token in again: it is sent to no address it was not given for.',
      ),
      field: 'token',
    };
  const uuid = before?.id ?? app.random.uuid();
  const sealed = (words: string, about: string) => seal(words, key, about, app.random.bytes(NONCE));
  const secret = fields.kind === 'linear' ? hookSecret : isNew ? newSecret(app, fields.kind) : '';
  const secrets = {
    ...(token !== '' || isNew ? { token: sealed(token, tokenOf(uuid)) } : {}),
    ...(secret !== '' && { hookSecret: sealed(secret, hookSecretOf(uuid)) }),
  };
  await app.db.transaction().execute(async (tx) => {
    if (isNew)
      await insertTracker(tx, uuid, fields, {
        token: secrets.token ?? sealed('', tokenOf(uuid)),
        hookSecret: secrets.hookSecret ?? null,
        at: app.clock.now(),
      });
    else {
      await updateTracker(tx, uuid, fields, secrets);
      if (fields.kind !== 'webhook') await lookAgain(tx, uuid, app.clock.now());
    }
    await recordAudit(tx, signInNow(app), person.id, isNew ? 'connected a tracker' : 'changed a tracker', {
      tracker: uuid,
    });
  });
  return {
    tracker: uuid,
    name: fields.name,
    said: await tryIt(app, uuid),
    secret: isNew && fields.kind !== 'linear' ? secret : null,
  };
}

const LINKED =
  'Items are linked to what is there, and elsewhere their names mean something else. Disconnect this one and connect a new one: the links stay.';

/** T5: another project's issues have the same numbers. A webhook is told of items by their own names. */
const isElsewhere = (before: TrackerFields, after: TrackerFields): boolean =>
  after.kind !== 'webhook' &&
  (before.address !== after.address || before.project.toLowerCase() !== after.project.toLowerCase());

/** T1: a token goes to no other host than it was given for. */
const movesAway = (before: string, after: string): boolean =>
  new URL(before).origin !== new URL(after).origin;

const newSecret = ({ random }: Pick<App, 'random'>, kind: TrackerKind): string => {
  const bytes = Buffer.from(random.bytes(32));
  return kind === 'webhook' ? `whsec_${bytes.toString('base64')}` : bytes.toString('hex');
};

/** Whether it answers, in a sentence; '' where it does. */
async function tryIt(app: App, tracker: string): Promise<string> {
  const stored = await findTracker(app.db, tracker);
  if (!stored || !app.trackers) return '';
  const speaking = { ...app, trackers: app.trackers };
  const opened = await openTracker(speaking, stored);
  if (!opened)
    return stored.kind === 'webhook'
      ? 'Its signing secret cannot be read with this SECRET_KEY. Make a new secret for it.'
      : 'Its token cannot be read with this SECRET_KEY. Put the token in again.';
  const read = await check(speaking, opened);
  if ('got' in read) {
    await noteItAnswers(app.db, tracker);
    if (stored.kind === 'linear') await setPlace(app.db, tracker, read.got);
    if (stored.kind !== 'webhook') await lookAgain(app.db, tracker, app.clock.now());
    app.trackers.wake();
    return '';
  }
  const said = 'refused' in read ? read.refused : 'trouble' in read ? read.trouble : read.lost;
  await note(speaking, opened, said, 'trouble' in read ? read.until : null);
  return said;
}

/** Asks it again whether it is there. @returns '' where it is, else what it said */
export async function checkTrackerNow(app: App, person: SignedIn, tracker: string): Promise<string> {
  requireAdministrator(person);
  if (!(await findTracker(app.db, tracker))) throw notFound();
  return tryIt(app, tracker);
}

/** A new secret for calls that come in; the one before is refused from now on. Linear makes its own. */
export async function renewHookSecret(
  app: App,
  person: SignedIn,
  tracker: string,
): Promise<KeptTracker | Refused> {
  requireAdministrator(person);
  const stored = await findTracker(app.db, tracker);
  if (!stored || stored.kind === 'linear') throw notFound();
  const key = app.trackers?.key ?? null;
  if (key === null) return refuse(NO_KEY);
  const secret = newSecret(app, stored.kind);
  await app.db.transaction().execute(async (tx) => {
    await setHookSecret(tx, tracker, seal(secret, key, hookSecretOf(tracker), app.random.bytes(NONCE)));
    // what was wrong with a webhook may have been its secret: it is tried anew
    if (stored.kind === 'webhook') await noteItAnswers(tx, tracker);
    await recordAudit(tx, signInNow(app), person.id, 'made a tracker’s secret anew', { tracker });
  });
  app.trackers?.wake();
  return { tracker, name: stored.name, said: '', secret };
}

/** Its token is forgotten at once; links to what it has stay where they are. */
export async function disconnectTracker(app: App, person: SignedIn, tracker: string): Promise<string> {
  requireAdministrator(person);
  const stored = await findTracker(app.db, tracker);
  if (!stored) throw notFound();
  await app.db.transaction().execute(async (tx) => {
    await removeTracker(tx, tracker, app.clock.now());
    await recordAudit(tx, signInNow(app), person.id, 'disconnected a tracker', { tracker });
  });
  return stored.name;
}

/** Bad input 33: the private origins that may be called. Taking one out holds from the next call on. */
export async function listPrivateOrigins(app: App, person: SignedIn, lines: string): Promise<true | Refused> {
  requireAdministrator(person);
  const origins = readOrigins(lines);
  if (isRefused(origins)) return origins;
  await app.db.transaction().execute(async (tx) => {
    await replaceOrigins(tx, origins);
    await recordAudit(tx, signInNow(app), person.id, 'listed private addresses for trackers');
  });
  return true;
}
