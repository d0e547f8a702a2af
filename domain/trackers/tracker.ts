import { type Refused, refuse } from '../refused.ts';

/** Where work is done: four programs with an API, or anything that takes a signed webhook. */
export type TrackerKind = 'github' | 'jira-cloud' | 'jira-server' | 'linear' | 'webhook';

/** What has become of an item where it is worked on, in three words that mean the same in each of them. */
export type WorkState = 'open' | 'done' | 'dropped';

export const KINDS = [
  'github',
  'jira-cloud',
  'jira-server',
  'linear',
  'webhook',
] as const satisfies readonly TrackerKind[];
export const isKind = (word: string | null): word is TrackerKind => KINDS.some((kind) => kind === word);

export const KIND_WORDS: Readonly<Record<TrackerKind, string>> = {
  github: 'GitHub',
  'jira-cloud': 'Jira Cloud',
  'jira-server': 'Jira Data Center',
  linear: 'Linear',
  webhook: 'A signed webhook',
};

export interface TrackerFields {
  kind: TrackerKind;
  name: string;
  address: string;
  project: string;
  account: string;
  issueType: string;
}

/** What is put in where an administrator leaves the address empty. */
export const DEFAULT_ADDRESS: Readonly<Record<TrackerKind, string>> = {
  github: 'https://api.github.com',
  'jira-cloud': '',
  'jira-server': '',
  linear: 'https://api.linear.app/graphql',
  webhook: '',
};

export interface TrackerRefused extends Refused {
  field: keyof TrackerFields;
}

const PROJECT_FORM: Readonly<Record<TrackerKind, { form: RegExp; sentence: string }>> = {
  github: {
    form: /^(?!\.{1,2}\/)[\w.-]{1,100}\/(?!\.{1,2}$)[\w.-]{1,100}$/,
    sentence: 'A repository is written owner/name, such as example/infrastructure.',
  },
  'jira-cloud': { form: /^[A-Z][A-Z0-9_]{0,30}$/, sentence: 'A project’s key is letters, such as OPS.' },
  'jira-server': { form: /^[A-Z][A-Z0-9_]{0,30}$/, sentence: 'A project’s key is letters, such as OPS.' },
  linear: { form: /^[A-Z0-9]{1,20}$/, sentence: 'A team’s key is letters, such as ENG.' },
  webhook: { form: /^$/, sentence: 'A webhook has no project.' },
};

/** T1: an address, a project as its kind writes it, and an account where one is needed. Whether the address may be called is asked at each call. */
export function checkTracker(given: TrackerFields): TrackerFields | TrackerRefused {
  const { kind } = given;
  const isKeyed = kind !== 'github' && kind !== 'webhook';
  const project = isKeyed ? given.project.trim().toUpperCase() : given.project.trim();
  const address = checkAddress(given.address.trim() || DEFAULT_ADDRESS[kind], kind);
  if (address === null)
    return say(
      'address',
      'This is not an address such as https://tracker.example.org, without a password in it.',
    );
  if (!PROJECT_FORM[kind].form.test(project)) return say('project', PROJECT_FORM[kind].sentence);
  const account = kind === 'jira-cloud' ? given.account.trim() : '';
  if (kind === 'jira-cloud' && !/^[^\s:@]+@[^\s:@]+$/.test(account))
    return say('account', 'Jira Cloud asks for the mail address the token belongs to.');
  const isJira = kind === 'jira-cloud' || kind === 'jira-server';
  return {
    kind,
    name: given.name.trim() || defaultName(kind, project, address),
    address,
    project,
    account,
    issueType: isJira ? given.issueType.trim() || 'Task' : '',
  };
}

const defaultName = (kind: TrackerKind, project: string, address: string): string =>
  kind === 'webhook' ? new URL(address).host : `${KIND_WORDS[kind]} ${project}`;

function checkAddress(words: string, kind: TrackerKind): string | null {
  if (!URL.canParse(words)) return null;
  const url = new URL(words);
  if (!/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '' || url.hash !== '')
    return null;
  // a webhook's own address may end as it likes; beneath the others paths are put
  if (kind === 'webhook') return url.href;
  return url.search === '' ? url.href.replace(/\/+$/, '') : null;
}

const say = (field: keyof TrackerFields, sentence: string): TrackerRefused => ({
  ...refuse(sentence),
  field,
});

/** Exact origins, one a line. The first line that is none is told. */
export function readOrigins(lines: string): string[] | Refused {
  const origins: string[] = [];
  for (const line of lines.split('\n').map((each) => each.trim())) {
    if (line === '') continue;
    if (!URL.canParse(line) || !isOrigin(new URL(line)))
      return refuse(
        `“${line.slice(0, 80)}” is not an origin such as http://jira.internal:8080, without a path.`,
      );
    origins.push(new URL(line).origin);
  }
  return origins.length > MOST_ORIGINS
    ? refuse(`Please list ${MOST_ORIGINS} at most.`)
    : [...new Set(origins)];
}

const MOST_ORIGINS = 50;
const isOrigin = ({ protocol, pathname, search, hash, username }: URL): boolean =>
  /^https?:$/.test(protocol) && pathname === '/' && search === '' && hash === '' && username === '';
