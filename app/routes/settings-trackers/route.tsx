import '#app/components/made-token.css';
import './route.css';
import { useEffect, useRef } from 'react';
import { data, Form, Link } from 'react-router';
import { CopyButton } from '#app/components/copy-button.tsx';
import { EmptyState } from '#app/components/empty-state.tsx';
import { WordsField } from '#app/components/field.tsx';
import { Ruled } from '#app/components/page.tsx';
import { Refusal } from '#app/components/refusal.tsx';
import { requirePerson } from '#app/context.ts';
import { isRefused } from '#domain/refused.ts';
import { isKind, KIND_WORDS, KINDS } from '#domain/trackers/tracker.ts';
import { parseForm } from '#server/doors/parse-form.ts';
import { readForm } from '#server/doors/read-form.ts';
import { requireAdministrator } from '#server/settings/require-administrator.ts';
import {
  checkTrackerNow,
  disconnectTracker,
  keepTracker,
  listPrivateOrigins,
  readTrackers,
  renewHookSecret,
  trackersForm,
} from '#server/trackers/settings.ts';
import type { Route } from './+types/route';
import { TrackerForm } from './tracker-form.tsx';
import { TrackerList } from './tracker-list.tsx';

export async function loader({ context, request }: Route.LoaderArgs) {
  const { app, person } = requirePerson(context, request);
  const asked = new URL(request.url).searchParams;
  const kind = asked.get('connect');
  return {
    ...(await readTrackers(app, person)),
    connecting: isKind(kind) ? kind : null,
    changing: asked.get('change'),
  };
}

interface Answer {
  problems: Record<string, string>;
  given: Record<string, string>;
  said: string | null;
  /** What the tracker answered when it was tried, if it was not well. */
  trouble: string | null;
  secret: string | null;
}
const NOTHING: Answer = { problems: {}, given: {}, said: null, trouble: null, secret: null };

export async function action({ context, request }: Route.ActionArgs) {
  const { app, person } = requirePerson(context, request);
  requireAdministrator(person);
  const form = parseForm(trackersForm, await readForm(request));
  const refused = (problems: Record<string, string>, given: Record<string, string> = {}) => {
    // a token never comes back to a page
    const { token: _token, hookSecret: _secret, ...rest } = given;
    return data({ ...NOTHING, problems, given: rest }, { status: 422 });
  };
  if ('problems' in form) return refused(form.problems, form.given);
  const { values } = form;
  const given = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, String(value ?? '')]),
  );
  switch (values.intent) {
    case 'keep': {
      const kept = await keepTracker(app, person, values);
      if (isRefused(kept)) return refused({ [kept.field]: kept.refused }, given);
      return said(
        kept.said === '' ? `${kept.name} is connected.` : `${kept.name} is kept, but it does not work yet.`,
        kept,
      );
    }
    case 'secret': {
      const made = await renewHookSecret(app, person, values.tracker);
      return isRefused(made) ? refused({ form: made.refused }) : said(`${made.name} has a new secret.`, made);
    }
    case 'check': {
      const trouble = await checkTrackerNow(app, person, values.tracker);
      return data({
        ...NOTHING,
        said:
          trouble === ''
            ? 'It is there and knows the project.'
            : 'It does not work yet. What was wrong stands with it.',
        trouble: trouble || null,
      });
    }
    case 'remove':
      return data({
        ...NOTHING,
        said: `${await disconnectTracker(app, person, values.tracker)} is disconnected.`,
      });
    case 'origins': {
      const done = await listPrivateOrigins(app, person, values.origins);
      return isRefused(done)
        ? refused({ origins: done.refused }, given)
        : data({ ...NOTHING, said: 'Kept.' });
    }
  }
}

// a secret is shown this once: no copy of the page is kept on the way
const said = (words: string, kept: { said: string; secret: string | null }) =>
  data(
    { ...NOTHING, said: words, trouble: kept.said || null, secret: kept.secret },
    { headers: { 'Cache-Control': 'no-store' } },
  );

export const headers: Route.HeadersFunction = ({ actionHeaders }) => actionHeaders;

export default function TrackersSettings({ loaderData, actionData }: Route.ComponentProps) {
  const { hasKey, trackers, origins, connecting, changing } = loaderData;
  const { problems, given, said: words, trouble, secret } = actionData ?? NOTHING;
  // a form that was refused stays open with what was typed
  const tracker = trackers.find(({ id }) => id === (given.tracker || changing)) ?? null;
  const typed = given.kind ?? null;
  const kind = tracker?.kind ?? (isKind(typed) ? typed : connecting);
  const isOpen = kind !== null && words === null;
  // said with the tracker itself, it need not be said twice
  const standsBelow = trackers.some((each) => each.trouble === trouble && !each.isSealedAway);
  const told = useRef<HTMLParagraphElement>(null);
  // the form was further down: what came of it, and a secret shown this once, come into view
  useEffect(() => {
    if (actionData?.said) told.current?.focus();
  }, [actionData]);
  return (
    <>
      <h1>Where the work is</h1>
      <p className="lead">
        What an action session agrees on can be sent to where work is done, and its state comes back. Nothing
        is sent by itself: somebody sees the words first. A list as CSV needs no setting up; it stands on each
        review’s actions page.
      </p>
      {words !== null && (
        <p role="status" ref={told} tabIndex={-1}>
          {words}
        </p>
      )}
      <Refusal sentence={(standsBelow ? null : trouble) ?? problems.form ?? problems.intent} />
      {secret && (
        <div className="made-token" role="status">
          <p>
            This is the secret its webhook is signed with. It is shown this once, so copy it now if you want
            to use it.
          </p>
          <p>
            <code>{secret}</code>
          </p>
          <CopyButton text={secret} />
        </div>
      )}
      {!hasKey && (
        <p className="refusal">
          Soak cannot keep a token yet. Set SECRET_KEY, 32 bytes in hex or base64, for every node of this
          program, and start it again.
        </p>
      )}
      <section>
        <Ruled>Connected</Ruled>
        {trackers.length === 0 ? <EmptyState>None yet.</EmptyState> : <TrackerList trackers={trackers} />}
      </section>
      {isOpen ? (
        <TrackerForm kind={kind} tracker={tracker} problems={problems} given={given} />
      ) : (
        hasKey && (
          <section>
            <Ruled>Connect one</Ruled>
            <p className="tracker-kinds">
              {KINDS.map((each) => (
                <Link key={each} className="btn" to={`?connect=${each}#tracker-form`}>
                  {KIND_WORDS[each]}
                </Link>
              ))}
            </p>
          </section>
        )
      )}
      <section>
        <Ruled aside="For trackers inside your own network">Private addresses</Ruled>
        <Form method="post" className="form settings-form">
          <input type="hidden" name="intent" value="origins" />
          <WordsField
            label="Soak may call"
            name="origins"
            rows={3}
            hint="One exact origin a line, such as http://jira.internal:8080. Without it Soak calls public addresses alone, and only over https. Addresses where machines keep their own secrets are never called."
            defaultValue={given.origins ?? origins.join('\n')}
            refused={problems.origins}
          />
          <p className="acts">
            <button type="submit" className="btn">
              Keep
            </button>
          </p>
        </Form>
      </section>
    </>
  );
}
