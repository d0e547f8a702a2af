import './route.css';
import { data, Form, Link, redirect, useNavigation, useSearchParams } from 'react-router';
import { ChosenFilesFields } from '#app/components/chosen-files-fields.tsx';
import { Tick, WordsField } from '#app/components/field.tsx';
import { PlainPage, Ruled } from '#app/components/page.tsx';
import { Refusal } from '#app/components/refusal.tsx';
import { TopBar } from '#app/components/top-bar.tsx';
import { When } from '#app/components/when.tsx';
import { requirePerson } from '#app/context.ts';
import { isRefused } from '#domain/refused.ts';
import { chosenFiles } from '#server/doors/chosen-files.ts';
import { readForm } from '#server/doors/read-form.ts';
import { beginImport } from '#server/import/begin-import.ts';
import { listImports } from '#server/import/list-imports.ts';
import { requireReview } from '#server/reviews/require-review.ts';
import type { Route } from './+types/route';

export async function loader({ context, request }: Route.LoaderArgs) {
  const { app, person } = requirePerson(context, request);
  // who may not write there hears it before anything is chosen or pasted
  const review = new URL(request.url).searchParams.get('review');
  if (review) await requireReview(app, person, review, 'write');
  return { waiting: await listImports(app, person) };
}

export async function action({ context, request }: Route.ActionArgs) {
  const { app, person } = requirePerson(context, request);
  const form = await readForm(request);
  const text = (name: string) => {
    const value = form.get(name);
    return typeof value === 'string' ? value : '';
  };
  const answer = await beginImport(app, person, {
    review: text('review') || null,
    files: await chosenFiles(form, 'files', 'folder'),
    pasted: text('pasted'),
    pastedAs: text('pastedAs') === 'chat' ? 'chat' : 'post-mortem',
  });
  if (isRefused(answer))
    return data({ ...answer, pasted: text('pasted').slice(0, 100_000) }, { status: 422 });
  throw redirect(`/reviews/import/${answer.id}`);
}

export const meta = () => [{ title: 'Bring in what you have · Soak' }];

const ACCEPT = '.md,.markdown,.txt,.zip,.json,image/png,image/jpeg,image/gif,image/webp';

export default function Import({ loaderData, actionData }: Route.ComponentProps) {
  const review = useSearchParams()[0].get('review');
  const busy = useNavigation().state !== 'idle';
  return (
    <>
      <TopBar />
      <PlainPage>
        <h1>Bring in what you have</h1>
        <p className="lead">
          A post-mortem in Markdown with its pictures, a Slack export, or text you paste. You see what becomes
          what, and decide, before anything is stored.
        </p>
        <Form method="post" encType="multipart/form-data" className="form">
          {review && <input type="hidden" name="review" value={review} />}
          <Refusal sentence={actionData?.refused} />
          <ChosenFilesFields
            accept={ACCEPT}
            hint="A .md file and the pictures it uses, a Slack export as .zip, or its .json files. 64 MB together."
          />
          <fieldset className="field pasted">
            <legend>Or paste it</legend>
            <span className="paste-kinds">
              <Tick type="radio" name="pastedAs" value="post-mortem" defaultChecked>
                It is a post-mortem
              </Tick>
              <Tick type="radio" name="pastedAs" value="chat">
                It is a chat
              </Tick>
            </span>
            <WordsField label="Text" name="pasted" rows={6} defaultValue={actionData?.pasted} />
          </fieldset>
          <span className="acts">
            <button type="submit" className="btn main" disabled={busy}>
              Show what becomes what
            </button>
            <span role="status">{busy && 'Sending and reading …'}</span>
          </span>
        </Form>
        {loaderData.waiting.length > 0 && <Waiting imports={loaderData.waiting} />}
      </PlainPage>
    </>
  );
}

type Waiting = Route.ComponentProps['loaderData']['waiting'];

const Waiting = ({ imports }: { imports: Waiting }) => (
  <section>
    <Ruled aside="Kept for two days; only you can see them">Waiting for your decision</Ruled>
    <ul className="waiting-imports">
      {imports.map(({ id, name, created_at }) => (
        <li key={id}>
          <Link className="link" to={`/reviews/import/${id}`}>
            {name}
          </Link>{' '}
          <span className="quietly">
            <When at={created_at} />
          </span>
        </li>
      ))}
    </ul>
  </section>
);
