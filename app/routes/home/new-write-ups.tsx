import { Link } from 'react-router';
import { EmptyState } from '#app/components/empty-state.tsx';
import { Ruled } from '#app/components/page.tsx';
import { KIND_WORDS } from '#domain/export/words.ts';
import type { Home, HomeWriteUp } from '#server/home/read-home.ts';

/** Write-ups since the last visit, and my own drafts. */
export const NewWriteUps = ({ home }: { home: Home }) => (
  <>
    <section>
      <Ruled aside={<Link to="/library">All write-ups</Link>}>
        {home.isFirst ? 'To read' : 'New to you'}
      </Ruled>
      {home.newToMe.length > 0 ? <List entries={home.newToMe} /> : <NothingNew home={home} />}
    </section>
    {home.drafts.length > 0 && (
      <section>
        <Ruled aside="only those you name can read them">Your drafts</Ruled>
        <List entries={home.drafts} />
      </section>
    )}
  </>
);

const List = ({ entries }: { entries: readonly HomeWriteUp[] }) => (
  <ul className="new">
    {entries.map((entry) => (
      <li key={entry.id}>
        <div className="kd">{KIND_WORDS[entry.kind]}</div>
        <div>
          <h3>
            <Link to={`/reviews/${entry.id}`}>{entry.title || 'Untitled'}</Link>
          </h3>
          {entry.standfirst && <p>{entry.standfirst}</p>}
        </div>
        <div className="meta num">{entry.minutes} min</div>
      </li>
    ))}
  </ul>
);

const NothingNew = ({ home }: { home: Home }) =>
  home.isFirst ? (
    <EmptyState>
      Nothing has been published yet.{' '}
      <Link className="link" to="/surprise">
        Report a surprise
      </Link>{' '}
      in two minutes,{' '}
      <Link className="link" to="/reviews/import">
        bring in a post-mortem
      </Link>{' '}
      you have, or{' '}
      <Link className="link" to="/reviews/new">
        start a review
      </Link>
      .
    </EmptyState>
  ) : (
    <EmptyState>
      Nothing new since you were last here. Did something surprise you?{' '}
      <Link className="link" to="/surprise">
        Report it
      </Link>{' '}
      in two minutes.
    </EmptyState>
  );
