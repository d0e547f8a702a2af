import { Form, Link } from 'react-router';
import { EmptyState } from '#app/components/empty-state.tsx';
import { SelectField, TextField } from '#app/components/field.tsx';
import { PlainPage } from '#app/components/page.tsx';
import { TopBar } from '#app/components/top-bar.tsx';
import { requirePerson } from '#app/context.ts';
import { KIND_WORDS } from '#domain/export/words.ts';
import { REVIEW_KINDS } from '#domain/write-up.ts';
import { readLibrary } from '#server/reviews/search-library.ts';
import type { Route } from './+types/route';
import './route.css';

export async function loader({ context, request }: Route.LoaderArgs) {
  const { app, person } = requirePerson(context, request);
  const { found, teams, asked } = await readLibrary(app, person, new URL(request.url).searchParams);
  const day = new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  });
  return {
    asked,
    teams,
    found: found.map((entry) => ({ ...entry, day: day.format(new Date(`${entry.happened_on}T00:00:00Z`)) })),
  };
}

export const meta = () => [{ title: 'Library · Soak' }];

export default function Library({ loaderData }: Route.ComponentProps) {
  const { asked, found, teams } = loaderData;
  const isNarrowed = asked.words !== '' || asked.kind !== null || asked.team !== null;
  return (
    <>
      <TopBar />
      <PlainPage>
        <h1>Library</h1>
        <p className="quietly">
          <Link className="link" to="/markers">
            Signs that people learned, by month
          </Link>
        </p>
        <search>
          <Form className="form find-form" action="/library">
            <TextField label="Words" type="search" name="words" defaultValue={asked.words} maxLength={200} />
            <SelectField label="Kind" name="kind" defaultValue={asked.kind ?? ''}>
              <option value="">Any</option>
              {REVIEW_KINDS.map((kind) => (
                <option key={kind} value={kind}>
                  {KIND_WORDS[kind]}
                </option>
              ))}
            </SelectField>
            <SelectField label="Closest team" name="team" defaultValue={asked.team ?? ''}>
              <option value="">Any</option>
              {teams.map((team) => (
                <option key={team.id} value={team.id}>
                  {team.name}
                </option>
              ))}
            </SelectField>
            <button type="submit" className="btn">
              Search
            </button>
          </Form>
        </search>
        {found.length === 0 ? <Nothing isNarrowed={isNarrowed} /> : <Found found={found} />}
      </PlainPage>
    </>
  );
}

const Found = ({ found }: { found: Route.ComponentProps['loaderData']['found'] }) => (
  <ol className="library">
    {found.map((entry) => (
      <li key={entry.id}>
        <span className="quietly">
          {KIND_WORDS[entry.kind]}, <span className="num">{entry.day}</span>
        </span>
        <h2>
          <Link to={`/reviews/${entry.id}`}>{entry.title}</Link>
        </h2>
        <p className="serif">
          {entry.passage.length === 0
            ? entry.standfirst
            : entry.passage.map((run, at) =>
                run.found ? <mark key={at}>{run.text}</mark> : <span key={at}>{run.text}</span>,
              )}
        </p>
      </li>
    ))}
  </ol>
);

const Nothing = ({ isNarrowed }: { isNarrowed: boolean }) =>
  isNarrowed ? (
    <EmptyState>
      No published write-up matches. Try fewer words, or{' '}
      <Link className="link" to="/library">
        see them all
      </Link>
      .
    </EmptyState>
  ) : (
    <EmptyState>
      Nothing is published yet.{' '}
      <Link className="link" to="/reviews/new">
        Start a review
      </Link>{' '}
      or{' '}
      <Link className="link" to="/reviews/import">
        bring in a post-mortem
      </Link>{' '}
      you already have.
    </EmptyState>
  );
