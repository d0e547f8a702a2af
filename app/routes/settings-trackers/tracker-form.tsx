import { Form, Link } from 'react-router';
import { TextField } from '#app/components/field.tsx';
import { Refusal } from '#app/components/refusal.tsx';
import { DEFAULT_ADDRESS, KIND_WORDS, type TrackerKind } from '#domain/trackers/tracker.ts';
import type { TrackersSettings } from '#server/trackers/settings.ts';

type Tracker = TrackersSettings['trackers'][number];

/** One form for every kind: each asks for what it needs and says where to find it. */
export function TrackerForm({
  kind,
  tracker,
  problems,
  given,
}: {
  kind: TrackerKind;
  tracker: Tracker | null;
  problems: Record<string, string>;
  given: Record<string, string>;
}) {
  const words = WORDS[kind];
  return (
    <Form method="post" action="/settings/trackers" className="form settings-form" key={tracker?.id ?? kind}>
      <h2 id="tracker-form">{tracker ? `Change ${tracker.name}` : `Connect ${words.called}`}</h2>
      <input type="hidden" name="intent" value="keep" />
      <input type="hidden" name="tracker" value={tracker?.id ?? ''} />
      <input type="hidden" name="kind" value={kind} />
      <Refusal sentence={problems.form ?? problems.tracker} />
      <TextField
        label="Its name here"
        name="name"
        maxLength={60}
        hint="What people read beside an item. Left empty, Soak makes one up."
        defaultValue={given.name ?? tracker?.name}
        refused={problems.name}
      />
      <TextField
        label={words.address}
        name="address"
        type="url"
        inputMode="url"
        autoComplete="off"
        required={DEFAULT_ADDRESS[kind] === ''}
        hint={words.addressHint}
        defaultValue={given.address ?? tracker?.address ?? DEFAULT_ADDRESS[kind]}
        refused={problems.address}
      />
      {kind !== 'webhook' && (
        <TextField
          label={words.project}
          name="project"
          required
          autoComplete="off"
          hint={words.projectHint}
          defaultValue={given.project ?? tracker?.project}
          refused={problems.project}
        />
      )}
      {(kind === 'jira-cloud' || kind === 'jira-server') && (
        <TextField
          label="Kind of issue to make"
          name="issueType"
          hint="As your project calls it. Left empty: Task."
          defaultValue={given.issueType ?? tracker?.issueType ?? 'Task'}
          refused={problems.issueType}
        />
      )}
      {kind === 'jira-cloud' && (
        <TextField
          label="Mail address the token belongs to"
          name="account"
          type="email"
          required
          autoComplete="off"
          defaultValue={given.account ?? tracker?.account}
          refused={problems.account}
        />
      )}
      {kind !== 'webhook' && (
        <TextField
          label="Token"
          name="token"
          type="password"
          autoComplete="off"
          required={tracker === null}
          hint={
            <>
              {words.tokenHint} It is sealed before it is kept, and never shown again.
              {tracker && ' Left empty, the one before stays.'}
            </>
          }
          refused={problems.token}
        />
      )}
      {kind === 'linear' && (
        <TextField
          label="Signing secret of its webhook"
          name="hookSecret"
          type="password"
          autoComplete="off"
          hint="Only if Linear is to tell Soak of changes at once: make a webhook for issues there with the address shown here once it is connected, then paste its signing secret. Without it Soak asks every ten minutes."
          refused={problems.hookSecret}
        />
      )}
      <p className="acts">
        <button type="submit" className="btn main">
          {tracker ? 'Keep' : 'Connect'}
        </button>{' '}
        <Link className="btn quiet" to="/settings/trackers">
          Leave it
        </Link>
      </p>
    </Form>
  );
}

interface Words {
  called: string;
  address: string;
  addressHint: string;
  project: string;
  projectHint: string;
  tokenHint: string;
}

const JIRA = {
  project: 'Project',
  projectHint: 'Its key, the letters before an issue’s number: OPS.',
};

const WORDS: Readonly<Record<TrackerKind, Words>> = {
  github: {
    called: 'a repository on GitHub',
    address: 'Address of its API',
    addressHint: 'For GitHub Enterprise Server: https://github.example.org/api/v3.',
    project: 'Repository',
    projectHint: 'As owner/name.',
    tokenHint: 'A fine-grained token for this repository that may read and write issues is enough.',
  },
  'jira-cloud': {
    called: `a project in ${KIND_WORDS['jira-cloud']}`,
    address: 'Address of your site',
    addressHint: 'Such as https://example.atlassian.net.',
    ...JIRA,
    tokenHint: 'An API token of an account that may create issues in this project.',
  },
  'jira-server': {
    called: `a project in ${KIND_WORDS['jira-server']}`,
    address: 'Address of your Jira',
    addressHint: 'As people open it, with its path if it has one: https://jira.example.org.',
    ...JIRA,
    tokenHint: 'A personal access token of an account that may create issues in this project.',
  },
  linear: {
    called: 'a team in Linear',
    address: 'Address of its API',
    addressHint: 'It hardly ever differs from this.',
    project: 'Team',
    projectHint: 'Its key, the letters before an issue’s number: ENG.',
    tokenHint: 'A personal API key that may read and create issues.',
  },
  webhook: {
    called: 'a signed webhook',
    address: 'Address that is called',
    addressHint:
      'It gets each item once, signed as Standard Webhooks say, and may answer with the key and url of what it made. The signing secret is shown once it is connected.',
    project: '',
    projectHint: '',
    tokenHint: '',
  },
};
