/** For tests: trackers of their own, real servers that answer as each API's documentation says. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Asked {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: IncomingMessage['headers'];
  body: string;
  json: Record<string, unknown>;
}

export type Reply =
  | { status: number; json?: unknown; body?: string; headers?: Record<string, string> }
  /** Takes the request and breaks the connection. */
  | 'drop'
  /** Never answers. */
  | 'hang'
  /** A byte now and then. */
  | 'drip'
  /** More than anybody reads. */
  | 'flood';

export interface FakeTracker {
  origin: string;
  asked: Asked[];
  /** What comes before the tracker's own answers, once each, in order. */
  first: ((asked: Asked, own: () => Reply) => Reply)[];
  close(): Promise<void>;
}

export async function fakeTracker(answer: (asked: Asked, origin: string) => Reply): Promise<FakeTracker> {
  const asked: Asked[] = [];
  const first: FakeTracker['first'] = [];
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const body = Buffer.concat(parts).toString('utf8');
    const url = new URL(request.url ?? '/', origin);
    const each: Asked = {
      method: request.method ?? '',
      path: url.pathname,
      query: url.searchParams,
      headers: request.headers,
      body,
      json: body === '' ? {} : (JSON.parse(body) as Record<string, unknown>),
    };
    asked.push(each);
    const own = () => answer(each, origin);
    send(response, first.shift()?.(each, own) ?? own());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    asked,
    first,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function send(response: ServerResponse, reply: Reply) {
  if (reply === 'drop') return void response.socket?.destroy();
  if (reply === 'hang') return;
  if (reply === 'drip' || reply === 'flood') {
    response.writeHead(200, { 'content-type': 'application/json' });
    const part = reply === 'drip' ? ' ' : ' '.repeat(256 * 1024);
    const timer = setInterval(() => response.write(part), reply === 'drip' ? 20 : 1);
    response.on('close', () => clearInterval(timer));
    return;
  }
  const body = reply.body ?? (reply.json === undefined ? '' : JSON.stringify(reply.json));
  response.writeHead(reply.status, { 'content-type': 'application/json; charset=utf-8', ...reply.headers });
  response.end(body);
}

export interface FakeIssue {
  id: string;
  number: number;
  title: string;
  body: string;
  state: string;
  reason: string | null;
  updatedAt: Date;
  /** In listings only from then on. */
  shownAt: Date;
}

/** What a fake tracker holds; `lag` is how late what is made shows in listings. */
export interface Held {
  issues: FakeIssue[];
  lagMs: number;
  now: () => Date;
}

const hold = (held: Held, id: string, title: string, body: string): FakeIssue => {
  const at = held.now();
  const issue: FakeIssue = {
    id,
    number: held.issues.length + 1,
    title,
    body,
    state: 'open',
    reason: null,
    updatedAt: at,
    shownAt: new Date(at.getTime() + held.lagMs),
  };
  held.issues.push(issue);
  return issue;
};

/** docs.github.com/rest/issues/issues: 201 with the issue; lists hold pull requests too; 401 without a token. */
export const fakeGithub = (held: Held) =>
  fakeTracker(({ method, path, headers, query, json }, origin) => {
    if (headers.authorization !== 'Bearer gh-token')
      return { status: 401, json: { message: 'Bad credentials' } };
    const shown = (issue: FakeIssue) => githubIssue(issue, origin);
    const [, rest] = /^\/repos\/example\/infra(\/.*)?$/.exec(path) ?? [];
    if (!path.startsWith('/repos/example/infra')) return { status: 404, json: { message: 'Not Found' } };
    if (rest === undefined) return { status: 200, json: { full_name: 'example/infra', has_issues: true } };
    if (method === 'POST') {
      if (typeof json.title !== 'string' || json.title === '')
        return { status: 422, json: { message: 'Validation Failed', errors: [{ field: 'title' }] } };
      return { status: 201, json: shown(hold(held, '', json.title, String(json.body))) };
    }
    if (rest === '/issues') {
      const since = Date.parse(query.get('since') ?? '');
      const listed = held.issues.filter(
        (issue) => issue.shownAt <= held.now() && issue.updatedAt.getTime() >= since,
      );
      return {
        status: 200,
        json: [{ number: 900, pull_request: {}, body: null, state: 'open' }, ...listed.map(shown)],
      };
    }
    const issue = held.issues.find(({ number }) => rest === `/issues/${number}`);
    return issue ? { status: 200, json: shown(issue) } : { status: 404, json: { message: 'Not Found' } };
  });

export const githubIssue = (issue: FakeIssue, origin: string) => ({
  number: issue.number,
  title: issue.title,
  body: issue.body,
  state: issue.state,
  state_reason: issue.reason,
  updated_at: issue.updatedAt.toISOString(),
  html_url: `${origin}/example/infra/issues/${issue.number}`,
});

/** developer.atlassian.com: 201 with id, key and self alone; Cloud v3 takes documents, Data Center v2 text. */
export const fakeJira = (held: Held, version: 2 | 3) =>
  fakeTracker(({ method, path, headers, query, json }) => {
    const expected =
      version === 3
        ? `Basic ${Buffer.from('ops@example.org:jira-token').toString('base64')}`
        : 'Bearer jira-token';
    if (headers.authorization !== expected)
      return { status: 401, json: { errorMessages: ['Not signed in'] } };
    const base = `/rest/api/${version}`;
    const shown = (issue: FakeIssue) => jiraIssue(issue);
    if (path === `${base}/project/OPS`) return { status: 200, json: { key: 'OPS' } };
    if (method === 'POST' && path === `${base}/issue`) {
      const fields = json.fields as { summary: string; description: unknown; issuetype: { name: string } };
      if (fields.issuetype.name !== 'Task')
        return {
          status: 400,
          json: { errorMessages: [], errors: { issuetype: 'Specify a valid issue type' } },
        };
      const isText = typeof fields.description === 'string';
      if (isText !== (version === 2))
        return {
          status: 400,
          json: {
            errorMessages: [],
            errors: { description: 'Operation value must be an Atlassian Document' },
          },
        };
      const body = isText ? String(fields.description) : JSON.stringify(fields.description);
      const issue = hold(held, '', fields.summary, body);
      return {
        status: 201,
        json: { id: String(10_000 + issue.number), key: `OPS-${issue.number}`, self: '' },
      };
    }
    if (path === `${base}/${version === 3 ? 'search/jql' : 'search'}`) {
      if (!/^project = "OPS" AND created >= "-\d+m" ORDER BY created DESC$/.test(query.get('jql') ?? ''))
        return { status: 400, json: { errorMessages: ['Error in the JQL Query'] } };
      return {
        status: 200,
        json: { issues: held.issues.filter(({ shownAt }) => shownAt <= held.now()).map(shown) },
      };
    }
    const [, name] = /^\/rest\/api\/\d\/issue\/(.+)$/.exec(path) ?? [];
    const issue = held.issues.find(
      ({ number }) => name === `OPS-${number}` || name === String(10_000 + number),
    );
    return issue
      ? { status: 200, json: shown(issue) }
      : { status: 404, json: { errorMessages: ['Issue does not exist'] } };
  });

export const jiraIssue = (issue: FakeIssue) => ({
  id: String(10_000 + issue.number),
  key: `OPS-${issue.number}`,
  fields: {
    summary: issue.title,
    description: issue.body,
    updated: issue.updatedAt.toISOString().replace('Z', '+0000'),
    status: {
      name: issue.state === 'done' ? 'Done' : 'To Do',
      statusCategory: { key: issue.state === 'done' ? 'done' : 'new' },
    },
  },
});

/** linear.app/developers: one address; 200 or 400 with `errors`; an issue may be given its id, once. */
export const fakeLinear = (held: Held) =>
  fakeTracker(({ headers, json }) => {
    if (headers.authorization !== 'lin_api_token')
      return {
        status: 401,
        json: {
          errors: [{ message: 'Authentication required', extensions: { code: 'AUTHENTICATION_ERROR' } }],
        },
      };
    const query = String(json.query);
    const variables = json.variables as { key?: string; id?: string; input?: Record<string, string> };
    if (query.includes('teams('))
      return {
        status: 200,
        json: { data: { teams: { nodes: variables.key === 'ENG' ? [{ id: 'team-uuid' }] : [] } } },
      };
    const shown = (issue: FakeIssue) => linearIssue(issue);
    if (variables.input) {
      const { id = '', teamId, title = '', description = '' } = variables.input;
      if (teamId !== 'team-uuid') return invalid('teamId must be a UUID.');
      if (held.issues.some((issue) => issue.id === id))
        return invalid('Entity Issue already exists with this id');
      return {
        status: 200,
        json: { data: { issueCreate: { success: true, issue: shown(hold(held, id, title, description)) } } },
      };
    }
    const issue = held.issues.find(
      (each) => each.shownAt <= held.now() && [each.id, `ENG-${each.number}`].includes(variables.id ?? ''),
    );
    return issue
      ? { status: 200, json: { data: { issue: shown(issue) } } }
      : invalid('Entity not found: Issue');
  });

const invalid = (message: string): Reply => ({
  status: 200,
  json: { data: null, errors: [{ message, extensions: { code: 'INPUT_ERROR', type: 'invalid input' } }] },
});

export const linearIssue = (issue: FakeIssue) => ({
  id: issue.id,
  identifier: `ENG-${issue.number}`,
  url: `https://linear.app/example/issue/ENG-${issue.number}/x`,
  updatedAt: issue.updatedAt.toISOString(),
  state:
    issue.state === 'done' ? { name: 'Shipped', type: 'completed' } : { name: 'Backlog', type: 'backlog' },
});
