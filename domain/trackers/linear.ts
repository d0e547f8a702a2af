import {
  type Answer,
  askedToWait,
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

const NAME = 'Linear';
const ISSUE = 'id identifier url updatedAt state { name type }';

/** Linear's GraphQL API. It takes our id for an issue, so the same item sent twice is one. */
export const linear: Tongue = {
  takesOurId: true,
  check: (place) =>
    ask(place, 'query Team($key: String!) { teams(filter: { key: { eq: $key } }) { nodes { id } } }', {
      key: place.project,
    }),
  readCheck(answer, now) {
    const wrong = meaning(answer, now);
    if (wrong) return wrong;
    const id = wordAt(jsonOf(answer), 'data', 'teams', 'nodes', 0, 'id');
    return id === ''
      ? { trouble: 'Linear knows no team by this key, or does not show it to this token.', until: null }
      : { got: id };
  },
  create: (place, { id, title, body }) =>
    ask(
      place,
      `mutation Create($input: IssueCreateInput!) { issueCreate(input: $input) { success issue { ${ISSUE} } } }`,
      {
        input: { id, teamId: place.place, title, description: body },
      },
    ),
  readCreated(answer, _place, now) {
    const wrong = meaning(answer, now);
    if (wrong) return wrong;
    const made = asRemote(at(jsonOf(answer), 'data', 'issueCreate', 'issue'));
    return made ? { got: made } : { lost: `${NAME} took it and did not say what it made of it.` };
  },
  recent: (place, item) => byId(place, item),
  readRecent(answer, _place, _item, { now }) {
    const read = readOne(answer, now);
    return 'got' in read ? { got: { found: read.got, next: null } } : read;
  },
  look: (place, { id, key }) => byId(place, id || key),
  readLook: (answer, _place, now) => readOne(answer, now),
  readLink(place, url) {
    const [, key] = /^\/[^/]+\/issue\/([A-Z0-9]{1,20}-\d{1,12})(?:\/|$)/.exec(url.pathname) ?? [];
    return url.host === 'linear.app' && key?.startsWith(`${place.project}-`) ? { id: '', key } : null;
  },
};

/** An issue of Linear's, from its API or a webhook's `data`. */
export function asRemote(issue: unknown): Remote | null {
  const id = wordAt(issue, 'id');
  const key = wordAt(issue, 'identifier');
  if (id === '' || key === '') return null;
  const type = wordAt(issue, 'state', 'type');
  const isDropped = type === 'canceled' || type === 'duplicate';
  return {
    id,
    key,
    url: linkAt(issue, 'url'),
    work: type === 'completed' ? 'done' : isDropped ? 'dropped' : 'open',
    workWords: wordAt(issue, 'state', 'name') || 'open',
    workAt: dateAt(issue, 'updatedAt'),
  };
}

const byId = (place: Place, id: string) =>
  ask(place, `query One($id: String!) { issue(id: $id) { ${ISSUE} } }`, { id });

function readOne(answer: Answer, now: Date): Meaning<Remote | null> {
  // an id it does not know is an error among errors, not a null
  if (/not found|could not find/i.test(`${errorWords(answer)}`)) return { got: null };
  const wrong = meaning(answer, now);
  return wrong ?? { got: asRemote(at(jsonOf(answer), 'data', 'issue')) };
}

const errorWords = (answer: Answer): string => wordAt(jsonOf(answer), 'errors', 0, 'message');

/** GraphQL says what is wrong in `errors`, with 200 and with 400 alike. */
function meaning(answer: Answer, now: Date): Exclude<Meaning<never>, { got: never }> | null {
  const read = jsonOf(answer);
  const code = wordAt(read, 'errors', 0, 'extensions', 'code');
  const type = wordAt(read, 'errors', 0, 'extensions', 'type');
  const said = wordAt(read, 'errors', 0, 'extensions', 'userPresentableMessage') || errorWords(answer);
  if ('headers' in answer && (code === 'RATELIMITED' || type === 'ratelimited'))
    return { trouble: `${NAME} asks us to be slower.`, until: askedToWait(answer.headers, now) };
  if (code === 'AUTHENTICATION_ERROR' || /authenti/i.test(type))
    return {
      trouble: `${NAME} did not accept the token. An administrator can put in a new one.`,
      until: null,
    };
  const wrong = commonMeaning(answer, now, NAME);
  if (wrong) return wrong;
  return said === ''
    ? 'status' in answer && answer.status >= 400
      ? { refused: `${NAME} did not take it.` }
      : null
    : { refused: `${NAME} did not take it: “${said}”.` };
}

/** A personal key stands alone; tokens of OAuth say that they are. */
const ask = (place: Place, query: string, variables: object) => ({
  method: 'POST' as const,
  url: place.address,
  headers: {
    accept: 'application/json',
    authorization: place.token.startsWith('lin_api_') ? place.token : `Bearer ${place.token}`,
  },
  body: JSON.stringify({ query, variables }),
});
