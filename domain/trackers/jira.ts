import {
  at,
  commonMeaning,
  dateAt,
  jsonOf,
  type Meaning,
  type Place,
  type Remote,
  type Tongue,
  wordAt,
} from './answers.ts';
import { asDocument, markerOf } from './what-is-sent.ts';

const NAME = 'Jira';
const MINUTE = 60_000;
const FIELDS = 'summary,status,updated,description';

/**
 * Jira's REST API: version 3 in the cloud, where a description is a document and a token belongs to a mail address, version 2 in
 * Data Center, where it is text and a personal token stands alone.
 */
const jira = (isCloud: boolean): Tongue => {
  const base = (place: Place) => `${place.address}/rest/api/${isCloud ? 3 : 2}`;
  const ask = (place: Place, method: 'GET' | 'POST', path: string, body?: string) => ({
    method,
    url: `${base(place)}${path}`,
    headers: {
      accept: 'application/json',
      authorization: isCloud ? `Basic ${base64(`${place.account}:${place.token}`)}` : `Bearer ${place.token}`,
    },
    ...(body !== undefined && { body }),
  });
  return {
    takesOurId: false,
    check: (place) => ask(place, 'GET', `/project/${place.project}`),
    readCheck(answer, now) {
      const wrong = commonMeaning(answer, now, NAME);
      if (wrong) return wrong;
      return wordAt(jsonOf(answer), 'key') === ''
        ? { refused: 'This does not answer as Jira does.' }
        : { got: '' };
    },
    create: (place, { title, body }) =>
      ask(
        place,
        'POST',
        '/issue',
        JSON.stringify({
          fields: {
            project: { key: place.project },
            issuetype: { name: place.issueType },
            summary: title,
            description: isCloud ? asDocument(body) : body,
          },
        }),
      ),
    readCreated(answer, place, now) {
      const wrong = commonMeaning(answer, now, NAME);
      if (wrong) return wrong;
      const read = jsonOf(answer);
      if ('status' in answer && answer.status >= 400) return { refused: refusalOf(read) };
      const made = asRemote(read, place);
      return made ? { got: made } : { lost: `${NAME} took it and did not say what it made of it.` };
    },
    // the newest of the project, read through here: a search for words would lag behind its index
    recent: (place, _item, { since, now, from }) => {
      const minutes = Math.max(1, Math.ceil((now.getTime() - since.getTime()) / MINUTE));
      const jql = `project = "${place.project}" AND created >= "-${minutes}m" ORDER BY created DESC`;
      const path = isCloud ? '/search/jql' : '/search';
      const on = from && `&${isCloud ? 'nextPageToken' : 'startAt'}=${encodeURIComponent(from)}`;
      return ask(place, 'GET', `${path}?jql=${encodeURIComponent(jql)}&fields=${FIELDS}&maxResults=100${on}`);
    },
    readRecent(answer, place, item, { now, from }) {
      const wrong = commonMeaning(answer, now, NAME);
      if (wrong) return wrong;
      const read = jsonOf(answer);
      const issues = at(read, 'issues');
      if (!Array.isArray(issues)) return { lost: `${NAME} did not answer with a list.` };
      const found = issues.find((issue) =>
        (JSON.stringify(at(issue, 'fields', 'description')) ?? '').includes(markerOf(item)),
      );
      const next = isCloud ? at(read, 'nextPageToken') : nextStart(read, issues.length, Number(from));
      return {
        got: {
          found: found ? asRemote(found, place) : null,
          next: typeof next === 'string' && next !== '' ? next : null,
        },
      };
    },
    look: (place, { id, key }) => {
      const name = id || key;
      return /^[\w-]{1,60}$/.test(name)
        ? ask(place, 'GET', `/issue/${name}?fields=summary,status,updated`)
        : null;
    },
    readLook(answer, place, now): Meaning<Remote | null> {
      if ('status' in answer && answer.status === 404) return { got: null };
      const wrong = commonMeaning(answer, now, NAME);
      if (wrong) return wrong;
      const read = asRemote(jsonOf(answer), place);
      return read ? { got: read } : { lost: `${NAME} did not answer with an issue.` };
    },
    readLink(place, url) {
      const path = new URL(place.address).pathname.replace(/\/$/, '');
      const [, key] =
        /^\/browse\/([A-Z][A-Z0-9_]{0,30}-\d{1,12})\/?$/.exec(url.pathname.slice(path.length)) ?? [];
      const isThere = new URL(place.address).origin === url.origin && url.pathname.startsWith(path);
      return key?.startsWith(`${place.project}-`) && isThere ? { id: '', key } : null;
    },
  };
};

export const jiraCloud = jira(true);
export const jiraServer = jira(false);

/** An issue of Jira's, from its API or a webhook's `issue`. Just made it has no fields yet. */
export function asRemote(issue: unknown, place: Pick<Place, 'address'>): Remote | null {
  const id = wordAt(issue, 'id');
  const key = wordAt(issue, 'key');
  if (!/^\d{1,18}$/.test(id) || !/^[A-Z][A-Z0-9_]*-\d+$/.test(key)) return null;
  const status = wordAt(issue, 'fields', 'status', 'name');
  const isDone = at(issue, 'fields', 'status', 'statusCategory', 'key') === 'done';
  const isDropped = isDone && /won.?t|cancel|declin|reject|abandon|duplicate/i.test(status);
  return {
    id,
    key,
    url: `${place.address}/browse/${key}`,
    work: isDropped ? 'dropped' : isDone ? 'done' : 'open',
    workWords: status || 'open',
    workAt: dateAt(issue, 'fields', 'updated'),
  };
}

/** Data Center counts issues, and may list fewer at once than asked for. */
function nextStart(read: unknown, listed: number, start: number): string | null {
  const total = at(read, 'total');
  const end = start + listed;
  return typeof total === 'number' && listed > 0 && end < total ? String(end) : null;
}

/** Jira says what is wrong by field: `errors` beside `errorMessages`. */
function refusalOf(read: unknown): string {
  const messages = at(read, 'errorMessages');
  const errors = at(read, 'errors');
  const said = [
    ...(Array.isArray(messages) ? messages.map((_, place) => wordAt(messages, place)) : []),
    ...(typeof errors === 'object' && errors !== null
      ? Object.keys(errors).map((field) => wordAt(errors, field))
      : []),
  ].filter((words) => words !== '');
  return said.length === 0
    ? `${NAME} did not take it.`
    : `${NAME} did not take it: “${said.slice(0, 3).join(' ')}”.`;
}

const base64 = (words: string): string => btoa(String.fromCodePoint(...new TextEncoder().encode(words)));
