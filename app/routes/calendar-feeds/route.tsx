import '#app/components/made-token.css';
import './calendar-feeds.css';
import { useEffect, useRef } from 'react';
import { data, Form, Link } from 'react-router';
import { CopyButton } from '#app/components/copy-button.tsx';
import { EmptyState } from '#app/components/empty-state.tsx';
import { PlainPage, Ruled } from '#app/components/page.tsx';
import { Refusal } from '#app/components/refusal.tsx';
import { TopBar } from '#app/components/top-bar.tsx';
import { When } from '#app/components/when.tsx';
import { requirePerson } from '#app/context.ts';
import { isRefused } from '#domain/refused.ts';
import { endFeed, feedsForm, listOwnFeeds, makeFeed } from '#server/calendar/feeds.ts';
import { parseForm } from '#server/doors/parse-form.ts';
import { readForm } from '#server/doors/read-form.ts';
import { notFound } from '#server/not-found.ts';
import { offerChoices } from '#server/reviews/offer-choices.ts';
import type { Route } from './+types/route';
import { NewFeed } from './new-feed.tsx';

export async function loader({ context, request }: Route.LoaderArgs) {
  const { app, person } = requirePerson(context, request);
  const [feeds, { teams }] = await Promise.all([listOwnFeeds(app, person), offerChoices(app)]);
  return { feeds, teams };
}

export async function action({ context, request }: Route.ActionArgs) {
  const { app, person } = requirePerson(context, request);
  const parsed = parseForm(feedsForm, await readForm(request));
  if ('problems' in parsed)
    return data({ problems: parsed.problems, made: null, said: null }, { status: 422 });
  const { values } = parsed;
  if (values.intent === 'end') {
    if (!(await endFeed(app, person, values.feed))) throw notFound();
    return data({
      problems: {},
      made: null,
      said: 'That address has ended. Calendars that read it find nothing there any more.',
    });
  }
  const made = await makeFeed(app, person, { ...values, hidesTitles: values.hidesTitles === 'on' });
  if (isRefused(made))
    return data({ problems: { team: made.refused }, made: null, said: null }, { status: 422 });
  // shown this once: no copy of the page is kept on the way
  return data({ problems: {}, made: made.address, said: null }, { headers: { 'Cache-Control': 'no-store' } });
}

export const headers: Route.HeadersFunction = ({ actionHeaders }) => actionHeaders;

export const meta = () => [{ title: 'Your calendar · Soak' }];

const HOLDS = {
  named: 'Meetings you are named in',
  open: 'Every meeting you may come to',
  team: 'Review meetings close to',
} as const;

export default function CalendarFeeds({ loaderData: { feeds, teams }, actionData }: Route.ComponentProps) {
  const problems: Record<string, string> = actionData?.problems ?? {};
  return (
    <>
      <TopBar />
      <PlainPage>
        <h1>Meetings in your calendar</h1>
        <p className="lead">
          A calendar program can subscribe to an address and show Soak’s meetings beside your own.
        </p>
        {actionData?.said && <p role="status">{actionData.said}</p>}
        {actionData?.made && <Made address={actionData.made} />}
        <section>
          <Ruled aside="Whoever has an address can read what it holds.">Your addresses</Ruled>
          {feeds.length === 0 && <EmptyState>You have none yet.</EmptyState>}
          {feeds.length > 0 && (
            <ul className="feeds">
              {feeds.map((feed) => (
                <li key={feed.id}>
                  <div>
                    <strong>
                      {HOLDS[feed.kind]}
                      {feed.team && ` ${feed.team}`}
                    </strong>
                    <p className="hint">
                      {feed.hidesTitles && 'Without titles. '}Made <When at={feed.madeAt} as="day" />,{' '}
                      {feed.lastReadAt ? (
                        <>
                          last read about <When at={feed.lastReadAt} />
                        </>
                      ) : (
                        'not read yet'
                      )}
                      .
                    </p>
                  </div>
                  <Form method="post">
                    <input type="hidden" name="intent" value="end" />
                    <input type="hidden" name="feed" value={feed.id} />
                    <button
                      type="submit"
                      className="btn small"
                      aria-label={`End it: ${HOLDS[feed.kind]}${feed.team ? ` ${feed.team}` : ''}`}
                    >
                      End it
                    </button>
                  </Form>
                </li>
              ))}
            </ul>
          )}
        </section>
        <NewFeed teams={teams} problems={problems} />
        <Refusal sentence={problems.form ?? problems.intent} />
        <p>
          <Link className="link" to="/profile">
            Back to your profile
          </Link>
        </p>
      </PlainPage>
    </>
  );
}

/** Comes into view with the keyboard's place: it was asked for further down, and is shown this once. */
function Made({ address }: { address: string }) {
  const told = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (address) told.current?.focus();
  }, [address]);
  return (
    <div className="made-token" role="status">
      <p ref={told} tabIndex={-1}>
        This is your new address. It is shown this once, so copy it now, or open it in your calendar.
      </p>
      <p>
        <code>{address}</code>
      </p>
      <div className="acts">
        <CopyButton className="btn" text={address} />
        <a className="btn" href={address.replace(/^https?:/, 'webcal:')}>
          Open in my calendar
        </a>
      </div>
    </div>
  );
}
