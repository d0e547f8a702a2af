import { data, Form, Link } from 'react-router';
import { PlainPage } from '#app/components/page.tsx';
import { TopBar } from '#app/components/top-bar.tsx';
import { asking } from '#app/context.ts';
import { NOTICE_KIND_WORDS } from '#domain/notices/notice-words.ts';
import { notFound } from '#server/not-found.ts';
import { readStopLink, stopByLink } from '#server/notices/stop-link.ts';
import type { Route } from './+types/route';

/** P11: a link in a letter. Opening it only shows; the one button stops this kind for its recipient. */
export async function loader({ context, params }: Route.LoaderArgs) {
  const { app } = asking(context);
  const found = await readStopLink(app, params.kind, params.token);
  return { stops: found && { kind: found.kind, name: found.name } };
}

export async function action({ context, params }: Route.ActionArgs) {
  const { app } = asking(context);
  if (!(await stopByLink(app, params.kind, params.token))) throw notFound();
  return data({ stopped: true });
}

export const meta = () => [{ title: 'Stop these notices? · Soak' }, { name: 'robots', content: 'noindex' }];

export const headers = () => ({ 'Referrer-Policy': 'no-referrer', 'Cache-Control': 'no-store' });

export default function StopNotices({ loaderData: { stops }, actionData }: Route.ComponentProps) {
  return (
    <>
      <TopBar />
      <PlainPage>
        {stops === null ? (
          <>
            <h1>This link leads nowhere any more</h1>
            <p className="lead">Perhaps a part of it is missing. Nothing was changed.</p>
          </>
        ) : (
          <>
            <h1>{actionData?.stopped ? 'You get no more of these' : 'Stop these notices?'}</h1>
            <p className="lead">
              {NOTICE_KIND_WORDS[stops.kind]}, for {stops.name}.
            </p>
            {actionData?.stopped ? (
              <p role="status">
                Neither in Soak nor by mail. You can begin them again on the page of your{' '}
                <Link className="link" to="/notices">
                  notices
                </Link>
                .
              </p>
            ) : (
              <Form method="post">
                <button type="submit" className="btn main">
                  Stop them
                </button>
              </Form>
            )}
          </>
        )}
      </PlainPage>
    </>
  );
}
