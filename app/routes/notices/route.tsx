import { data, Form, Link } from 'react-router';
import { EmptyState } from '#app/components/empty-state.tsx';
import { NoticeLink } from '#app/components/notice-link.tsx';
import { PlainPage, Ruled } from '#app/components/page.tsx';
import { Refusal } from '#app/components/refusal.tsx';
import { TopBar } from '#app/components/top-bar.tsx';
import { When } from '#app/components/when.tsx';
import { requirePerson } from '#app/context.ts';
import { NOTICE_KIND_WORDS } from '#domain/notices/notice-words.ts';
import { parseForm } from '#server/doors/parse-form.ts';
import { readForm } from '#server/doors/read-form.ts';
import { noticesForm } from '#server/notices/notices-form.ts';
import { chooseNotices, readNoticesPage, readSome, stopNotices } from '#server/notices/read-notices.ts';
import type { Route } from './+types/route';
import { Choices } from './choices.tsx';
import './notices.css';

export function loader({ context, request }: Route.LoaderArgs) {
  const { app, person } = requirePerson(context, request);
  return readNoticesPage(app, person);
}

export async function action({ context, request }: Route.ActionArgs) {
  const { app, person } = requirePerson(context, request);
  const parsed = parseForm(noticesForm, await readForm(request));
  if ('problems' in parsed)
    return data({ refused: 'That could not be kept. Please choose again.', said: null }, { status: 422 });
  const { values } = parsed;
  switch (values.intent) {
    case 'read':
      await readSome(app, person, [values.notice]);
      return said(null);
    case 'read-all':
      await readSome(app, person, 'all');
      return said('All of them are marked as read.');
    case 'stop':
      await stopNotices(app, person.id, values.kind);
      return said(
        `“${NOTICE_KIND_WORDS[values.kind]}”: you get no more of these, here or by mail. Below you can begin them again.`,
      );
    case 'choose':
      await chooseNotices(app, person.id, values.kind, { shown: values.shown === 'on', mail: values.mail });
      return said(`Kept: ${NOTICE_KIND_WORDS[values.kind].toLowerCase()}.`);
  }
}

const said = (sentence: string | null) => data({ refused: null, said: sentence });

export const meta = () => [{ title: 'Notices · Soak' }];

export default function Notices({ loaderData, actionData }: Route.ComponentProps) {
  const { now, notices } = loaderData;
  return (
    <>
      <TopBar />
      <PlainPage>
        <h1>Notices</h1>
        <p className="lead">
          What happened that is yours to know. Nobody waits for an answer, and nothing here is sent again.
        </p>
        <p role="status" className="said-here">
          {actionData?.said}
        </p>
        <Refusal sentence={actionData?.refused} />
        <section>
          <Ruled aside={notices.some(({ isRead }) => !isRead) && <ReadAll />}>Lately</Ruled>
          {notices.length === 0 && (
            <EmptyState>
              Nothing yet. When somebody names you, invites you or answers you, it stands here and on{' '}
              <Link className="link" to="/">
                your day
              </Link>
              .
            </EmptyState>
          )}
          <ul className="notices">
            {notices.map((notice) => (
              <li key={notice.id} className={notice.isRead ? undefined : 'new-notice'}>
                <div>
                  <h3>
                    <NoticeLink notice={notice} />
                  </h3>
                  <p>{notice.line}</p>
                  <p className="hint">
                    {!notice.isRead && <b>New. </b>}
                    <When at={notice.at} as="near" now={now} />
                  </p>
                </div>
                <Form method="post">
                  <input type="hidden" name="intent" value="stop" />
                  <input type="hidden" name="kind" value={notice.kind} />
                  <button
                    type="submit"
                    className="btn small quiet"
                    aria-label={`Stop these: ${NOTICE_KIND_WORDS[notice.kind]}`}
                  >
                    Stop these
                  </button>
                </Form>
              </li>
            ))}
          </ul>
        </section>
        <Choices page={loaderData} />
      </PlainPage>
    </>
  );
}

const ReadAll = () => (
  <Form method="post">
    <input type="hidden" name="intent" value="read-all" />
    <button type="submit" className="link-button link">
      Mark all as read
    </button>
  </Form>
);
