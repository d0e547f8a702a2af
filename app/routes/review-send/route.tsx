import './route.css';
import { data, Form, Link, redirect } from 'react-router';
import { counted } from '#app/components/counted.ts';
import { EmptyState } from '#app/components/empty-state.tsx';
import { SelectField, Tick } from '#app/components/field.tsx';
import { PlainPage, Ruled } from '#app/components/page.tsx';
import { Refusal } from '#app/components/refusal.tsx';
import { ReviewPage, useReviewPage } from '#app/components/review-page.tsx';
import { requirePerson } from '#app/context.ts';
import { isRefused } from '#domain/refused.ts';
import { parseForm } from '#server/doors/parse-form.ts';
import { readForm } from '#server/doors/read-form.ts';
import { readSending, type SendingPage, sendForm, sendItems } from '#server/trackers/send-items.ts';
import type { Route } from './+types/route';

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { app, person } = requirePerson(context, request);
  const asked = new URL(request.url).searchParams;
  const item = asked.get('item');
  return { ...(await readSending(app, person, params.id, { tracker: asked.get('tracker'), item })), item };
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const { app, person } = requirePerson(context, request);
  const form = parseForm(sendForm, await readForm(request));
  // who may not send is told so before they are told what is wrong with the form
  if ('problems' in form) {
    await readSending(app, person, params.id, { tracker: null, item: null });
    return data({ refused: Object.values(form.problems)[0] ?? 'That was not understood.' }, { status: 422 });
  }
  const done = await sendItems(app, person, params.id, form.values);
  if (isRefused(done)) return data({ refused: done.refused }, { status: 422 });
  throw redirect(`/reviews/${params.id}/actions`);
}

export const meta = () => [{ title: 'Send what was agreed · Soak' }];

export default function SendItems({ loaderData: page, actionData }: Route.ComponentProps) {
  const { id } = useReviewPage();
  return (
    <ReviewPage>
      <PlainPage>
        <div>
          <h1>Send what was agreed</h1>
          {page.trackers.length === 0 ? (
            <p className="lead">
              No tracker is connected yet. An administrator can do that in the settings. Until then{' '}
              <a className="link" href={`/reviews/${id}/items.csv`}>
                the list as CSV
              </a>{' '}
              holds everything.
            </p>
          ) : page.items.length === 0 ? (
            <EmptyState>
              {page.there > 0
                ? 'Everything agreed here is there already, or on its way.'
                : 'Nothing to do was agreed here.'}
            </EmptyState>
          ) : page.chosen === null ? (
            <p className="lead">To which of them? You see every word before it is sent.</p>
          ) : (
            <p className="lead">{page.privacy}</p>
          )}
        </div>
        {page.trackers.length > 1 && page.items.length > 0 && <Which page={page} item={page.item} />}
        {page.chosen && page.items.length > 0 && (
          <Preview page={page} chosen={page.chosen} refused={actionData?.refused} />
        )}
        <p>
          <Link className="link" to={`/reviews/${id}/actions`}>
            Back to what was decided
          </Link>
        </p>
      </PlainPage>
    </ReviewPage>
  );
}

type Page = SendingPage & { item: string | null };

const Which = ({ page, item }: { page: SendingPage; item: string | null }) => (
  <Form method="get" className="form">
    {item && <input type="hidden" name="item" value={item} />}
    <SelectField label="Send to" name="tracker" defaultValue={page.chosen?.id ?? ''} key={page.chosen?.id}>
      {page.trackers.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </SelectField>
    <p className="acts">
      <button type="submit" className="btn">
        Show what would be sent
      </button>
    </p>
  </Form>
);

const mayBeThere = ({ before }: SendingPage['items'][number]) =>
  before?.state === 'unknown' || before?.state === 'unlinked';

function Preview({
  page,
  chosen,
  refused,
}: {
  page: Page;
  chosen: { id: string; name: string };
  refused: string | undefined;
}) {
  return (
    <Form method="post">
      <input type="hidden" name="tracker" value={chosen.id} />
      <Ruled aside={counted(page.items.length, 'item', 'items')}>What {chosen.name} would get</Ruled>
      <ul className="sending">
        {page.items.map((item) => (
          <li key={item.id}>
            <Tick
              name="items[]"
              value={`${item.id}.${item.seen}`}
              defaultChecked={page.item !== null || (!mayBeThere(item) && !item.isFinished)}
            >
              {item.sent.title}
            </Tick>
            {item.isFinished && <p className="small">Finished here already.</p>}
            {item.before?.state === 'unknown' && (
              <p className="small">
                {item.isLookedFor
                  ? 'We do not know whether it arrived the last time. Look there first; Soak looks once more too, and what it finds is linked instead of sent again.'
                  : `We do not know whether it arrived${item.before.trackerName ? ` in ${item.before.trackerName}` : ''} the last time. Look there first: Soak does not, so sent again it may be there twice, or in two places.`}
              </p>
            )}
            {item.before?.state === 'unlinked' && (
              <p className="small">
                {item.isLookedFor
                  ? `It had a link, which was taken away. Soak looks in ${chosen.name} for it first, and what it finds is linked again instead of sent.`
                  : 'It had a link, which was taken away. Look there first: Soak does not, so sent again it may be there twice, or in two places.'}
              </p>
            )}
            {item.before?.state === 'refused' && <p className="small">The last time: {item.before.said}</p>}
            <pre>{item.sent.body}</pre>
          </li>
        ))}
      </ul>
      <Refusal sentence={refused} />
      <p className="acts">
        <button type="submit" className="btn main">
          Send to {chosen.name}
        </button>
      </p>
    </Form>
  );
}
