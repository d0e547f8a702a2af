import {
  type Answer,
  at,
  commonMeaning,
  dateAt,
  jsonOf,
  linkAt,
  type Meaning,
  type Place,
  type Remote,
  type Tongue,
  wordAt,
} from './answers.ts';
import { markerOf } from './what-is-sent.ts';

const NAME = 'GitHub';
const A_PAGE = 100;
const pageOf = (from: string): number => Number(from) || 1;

/** GitHub's REST API for issues, version 2022-11-28; GitHub Enterprise Server has it under `/api/v3`. */
export const github: Tongue = {
  takesOurId: false,
  check: (place) => ask(place, 'GET', ''),
  readCheck(answer, now) {
    const wrong = commonMeaning(answer, now, NAME);
    if (wrong) return wrong;
    const read = jsonOf(answer);
    if (at(read, 'has_issues') === false) return { refused: 'This repository has its issues turned off.' };
    return wordAt(read, 'full_name') === ''
      ? { refused: 'This does not answer as GitHub does.' }
      : { got: '' };
  },
  create: (place, { title, body }) => ask(place, 'POST', '/issues', JSON.stringify({ title, body })),
  readCreated(answer, _place, now) {
    const wrong = commonMeaning(answer, now, NAME);
    if (wrong) return wrong;
    if (isRefusal(answer)) return { refused: refusalOf(answer) };
    const made = asRemote(jsonOf(answer));
    return made ? { got: made } : { lost: `${NAME} took it and did not say what it made of it.` };
  },
  recent: (place, _item, { since, from }) =>
    ask(
      place,
      'GET',
      `/issues?state=all&sort=created&direction=desc&per_page=${A_PAGE}&page=${pageOf(from)}&since=${encodeURIComponent(since.toISOString())}`,
    ),
  readRecent(answer, _place, item, { since, now, from }) {
    const wrong = commonMeaning(answer, now, NAME);
    if (wrong) return wrong;
    const list = jsonOf(answer);
    if (!Array.isArray(list)) return { lost: `${NAME} did not answer with a list.` };
    const found = list.find((issue) => String(at(issue, 'body') ?? '').includes(markerOf(item)));
    // what was changed since then is listed too: by when it was made the end is known
    const oldest = dateAt(list, list.length - 1, 'created_at');
    const isEnd = list.length < A_PAGE || (oldest !== null && oldest < since);
    return { got: { found: found ? asRemote(found) : null, next: isEnd ? null : String(pageOf(from) + 1) } };
  },
  look: (place, { id }) => (/^\d{1,12}$/.test(id) ? ask(place, 'GET', `/issues/${id}`) : null),
  readLook(answer, _place, now): Meaning<Remote | null> {
    if ('status' in answer && (answer.status === 404 || answer.status === 410 || answer.status === 301))
      return { got: null };
    const wrong = commonMeaning(answer, now, NAME);
    if (wrong) return wrong;
    const read = asRemote(jsonOf(answer));
    return read ? { got: read } : { lost: `${NAME} did not answer with an issue.` };
  },
  readLink(place, url) {
    const [, owner, name, number] = /^\/([^/]+)\/([^/]+)\/issues\/(\d{1,12})\/?$/.exec(url.pathname) ?? [];
    const isThere =
      `${owner}/${name}`.toLowerCase() === place.project.toLowerCase() && hostOf(place) === url.host;
    return number && isThere ? { id: number, key: `#${number}` } : null;
  },
};

/** An issue of GitHub's, from its API or a webhook's `issue`. */
export function asRemote(issue: unknown): Remote | null {
  const number = at(issue, 'number');
  if (typeof number !== 'number' || !Number.isSafeInteger(number)) return null;
  const closed = at(issue, 'state') === 'closed';
  const reason = wordAt(issue, 'state_reason');
  const isDropped = reason === 'not_planned' || reason === 'duplicate';
  return {
    id: String(number),
    key: `#${number}`,
    url: linkAt(issue, 'html_url'),
    work: closed ? (isDropped ? 'dropped' : 'done') : 'open',
    workWords: closed ? (isDropped ? `closed as ${reason.replace('_', ' ')}` : 'closed') : 'open',
    workAt: dateAt(issue, 'updated_at'),
  };
}

/** GitHub tells for which repository a webhook is. */
export const isOfRepository = (place: Pick<Place, 'project'>, payload: unknown): boolean =>
  wordAt(payload, 'repository', 'full_name').toLowerCase() === place.project.toLowerCase();

const hostOf = ({ address }: Place): string => {
  const { host } = new URL(address);
  return host === 'api.github.com' ? 'github.com' : host;
};

const ask = (place: Place, method: 'GET' | 'POST', path: string, body?: string) => ({
  method,
  url: `${place.address}/repos/${place.project}${path}`,
  headers: {
    accept: 'application/vnd.github+json',
    'x-github-api-version': '2022-11-28',
    authorization: `Bearer ${place.token}`,
  },
  ...(body !== undefined && { body }),
});

const isRefusal = (answer: Answer): boolean => 'status' in answer && answer.status >= 400;
const refusalOf = (answer: Answer): string => {
  const said = wordAt(jsonOf(answer), 'message');
  return said === '' ? `${NAME} did not take it.` : `${NAME} did not take it: “${said}”.`;
};
