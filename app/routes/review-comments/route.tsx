import '#app/components/comments/comments.css';
import '#app/components/unsigned/unsigned.css';
import { data, redirect } from 'react-router';
import { ReviewPage } from '#app/components/review-page.tsx';
import { requirePerson } from '#app/context.ts';
import { openFirst } from '#domain/comments/thread.ts';
import { isRefused } from '#domain/refused.ts';
import { runCommentCommand } from '#server/comments/comment-command.ts';
import { commandOf, commentForm, describeTarget } from '#server/comments/comment-form.ts';
import { readComments } from '#server/comments/read-comments.ts';
import { parseForm } from '#server/doors/parse-form.ts';
import { readForm } from '#server/doors/read-form.ts';
import type { Route } from './+types/route';
import { BeginOnPart } from './begin-on-part.tsx';
import { ThreadEntry } from './thread-entry.tsx';
import './route.css';

/** Every thread of a review, open ones first, with forms that work without scripts. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { app, person } = requirePerson(context, request);
  const asked = new URL(request.url).searchParams;
  return {
    comments: await readComments(app, person, params.id),
    on: await describeTarget(app, person, params.id, asked.get('on')),
    edit: asked.get('edit'),
    me: person.id,
  };
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const { app, person } = requirePerson(context, request);
  const form = parseForm(commentForm, await readForm(request));
  if ('problems' in form) return data({ ...form, about: aboutOf(form.given) }, { status: 422 });
  const given = { text: form.values.text ?? '' };
  const command = commandOf(form.values, app.random.uuid());
  const done = await runCommentCommand(app, person, params.id, command).catch((thrown: unknown) => {
    if (given.text === '' || !isClosedDoor(thrown)) throw thrown;
    return null;
  });
  // its place went, or the comments were closed, while it was written
  if (done === null) return data({ problems: {}, given, about: '', lost: given.text }, { status: 422 });
  if (isRefused(done))
    return data({ problems: { text: done.refused }, given, about: aboutOf(form.values) }, { status: 422 });
  const thread = 'thread' in done && typeof done.thread === 'string' ? `#thread-${done.thread}` : '';
  throw redirect(`/reviews/${params.id}/comments${thread}`);
}

/** What the form stands at: worded anew, at its comment. */
const aboutOf = (form: Partial<Record<'do' | 'comment' | 'thread' | 'on', string>>): string =>
  (form.do === 'reword' ? form.comment : (form.thread ?? form.on)) ?? '';

const isClosedDoor = (thrown: unknown): boolean =>
  [403, 404].includes((thrown as { init?: { status?: number } | null } | null)?.init?.status ?? 0);

export default function CommentsPage({ loaderData, actionData }: Route.ComponentProps) {
  const { comments, on, edit, me } = loaderData;
  const problems = {
    about: '',
    problems: {} as Record<string, string>,
    given: {} as Record<string, string>,
    ...actionData,
  };
  const threads = openFirst(comments.threads);
  return (
    <ReviewPage>
      <main className="plain-page comments-page" id="main">
        <h1>Comments</h1>
        {actionData && 'lost' in actionData && (
          <div className="came-late" role="alert">
            <p>That is not there any more, or the comments are closed. Your words, to take elsewhere:</p>
            <p className="said">{actionData.lost}</p>
          </div>
        )}
        {on && <BeginOnPart on={on} problems={problems} />}
        {threads.length === 0 && !on && (
          <p className="empty">
            Nobody has commented yet. In the write-up, select some words, or press Comment at a section or
            finding.
          </p>
        )}
        <ol className="listed-threads">
          {threads.map((thread) => (
            <li key={thread.id} id={`thread-${thread.id}`}>
              <ThreadEntry
                thread={thread}
                me={me}
                edit={edit}
                mayComment={comments.may.comment}
                problems={problems}
              />
            </li>
          ))}
        </ol>
        {!comments.open && <p className="quietly">The analysts have closed the comments.</p>}
      </main>
    </ReviewPage>
  );
}
