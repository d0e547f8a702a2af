import { Form, Link } from 'react-router';
import { ConfirmSubmit } from '#app/components/confirm-submit.tsx';
import { When } from '#app/components/when.tsx';
import { KIND_WORDS } from '#domain/trackers/tracker.ts';
import type { TrackersSettings } from '#server/trackers/settings.ts';

type Tracker = TrackersSettings['trackers'][number];

export const TrackerList = ({ trackers }: { trackers: readonly Tracker[] }) => (
  <ul className="settings-list trackers">
    {trackers.map((tracker) => (
      <li key={tracker.id}>
        <div className="head">
          <strong>{tracker.name}</strong>
          <span className="quietly small">{KIND_WORDS[tracker.kind]}</span>
        </div>
        <p className="facts-line">
          {tracker.project && `${tracker.project}, at `}
          {tracker.address}
        </p>
        <Trouble tracker={tracker} />
        <details open={(tracker.kind === 'webhook' && tracker.isSealedAway) || undefined}>
          <summary className="link small">Let it tell Soak of changes at once</summary>
          <p className="small">
            {HOOK_WORDS[tracker.kind]} To this address:{' '}
            <span className="hook-address">{tracker.hookAddress}</span>
          </p>
          {tracker.isHookSealedAway && (
            <p className="trouble small">
              Its secret cannot be read with the SECRET_KEY of this program, so what it tells is not taken.{' '}
              {tracker.kind === 'linear'
                ? 'Paste its signing secret again under Change.'
                : 'Make a new one and put it in there.'}
            </p>
          )}
          {tracker.kind !== 'linear' && (
            <Form method="post">
              <input type="hidden" name="tracker" value={tracker.id} />
              <button type="submit" className="btn small" name="intent" value="secret">
                Make a new secret
              </button>{' '}
              <span className="quietly small">The one before stops working.</span>
            </Form>
          )}
        </details>
        <div className="acts">
          <Link
            className="btn"
            to={`?change=${tracker.id}#tracker-form`}
            aria-label={`Change ${tracker.name}`}
          >
            Change
          </Link>
          {tracker.kind !== 'webhook' && (
            <Form method="post">
              <input type="hidden" name="tracker" value={tracker.id} />
              <button
                type="submit"
                className="btn"
                name="intent"
                value="check"
                aria-label={`Ask whether it is there: ${tracker.name}`}
              >
                Ask whether it is there
              </button>
            </Form>
          )}
          <Form method="post">
            <input type="hidden" name="intent" value="remove" />
            <input type="hidden" name="tracker" value={tracker.id} />
            <ConfirmSubmit
              question={`Disconnect ${tracker.name}? Links to what it has stay; its token is forgotten.`}
              confirm="Disconnect"
            >
              Disconnect
            </ConfirmSubmit>
          </Form>
        </div>
      </li>
    ))}
  </ul>
);

function Trouble({ tracker }: { tracker: Tracker }) {
  if (tracker.isSealedAway && tracker.kind === 'webhook')
    return (
      <p className="trouble small">
        Its signing secret cannot be read with the SECRET_KEY of this program, so nothing is sent. Make a new
        secret below and put it where the calls arrive.
      </p>
    );
  if (tracker.isSealedAway)
    return (
      <p className="trouble small">
        Its token cannot be read with the SECRET_KEY of this program, so nothing is sent. Change it and put
        the token in again.
      </p>
    );
  if (tracker.trouble === '') return null;
  return (
    <p className="trouble small">
      {tracker.trouble}{' '}
      {tracker.troubleSince && (
        <>
          Since <When at={tracker.troubleSince} />. What is on its way waits
          {tracker.awayUntil && (
            <>
              , and is tried again <When at={tracker.awayUntil} />
            </>
          )}
          .
        </>
      )}
    </p>
  );
}

const HOOK_WORDS = {
  github:
    'In the repository’s settings add a webhook for issues, as JSON, with the secret shown when it was connected.',
  'jira-cloud':
    'In Jira’s system settings add a webhook for issues that are updated, with the secret shown when it was connected.',
  'jira-server':
    'In Jira’s system settings add a webhook for issues that are updated, with the secret shown when it was connected.',
  linear: 'In Linear’s settings add a webhook for issues, and paste its signing secret here under Change.',
  webhook:
    'Post { "item", "state": "open", "done" or "dropped", "words", "key", "url" }, signed as Standard Webhooks say with the same secret.',
} as const;
