import { Link } from 'react-router';
import { dayOf, plainDay, timeOf } from '#app/components/clock-words.ts';
import { Ruled } from '#app/components/page.tsx';
import { SealMark } from '#app/components/seal-mark.tsx';
import { useZone } from '#app/components/when.tsx';
import { upToTheMinute } from '#domain/soak/soak.ts';
import type { Home } from '#server/home/read-home.ts';

/** My sealed ideas and my action items; one quiet line when there is none. */
export const Mine = ({ home }: { home: Home }) => (
  <>
    {home.sealed.length > 0 && <Sealed home={home} />}
    {home.lookBack.length > 0 && (
      <section>
        <Ruled aside="asked once">Did it work?</Ruled>
        {home.lookBack.map((item) => (
          <div className="item" key={item.id}>
            <h3>
              <Link to={`/reviews/${item.review}/actions#item-${item.id}`}>{item.title}</Link>
            </h3>
            <p>{item.shows ? `It worked if: ${item.shows}` : item.reviewTitle}</p>
          </div>
        ))}
      </section>
    )}
    {home.items.length > 0 ? (
      <section>
        <Ruled>My action items</Ruled>
        {home.items.map((item) => (
          <div className="item" key={item.id}>
            <h3>
              <Link to={`/reviews/${item.review}/actions`}>{item.title}</Link>
            </h3>
            <p>
              {item.reviewTitle}
              {item.dueOn && `, by ${plainDay(item.dueOn)}`}
            </p>
          </div>
        ))}
      </section>
    ) : (
      <p className="none">No action item of yours is open.</p>
    )}
    <p className="none">
      Something worked differently from what you expected?{' '}
      <Link className="link" to="/surprise">
        Report a surprise
      </Link>
      , in two minutes.
    </p>
  </>
);

function Sealed({ home }: { home: Home }) {
  const zone = useZone();
  return (
    <section>
      <Ruled aside="only you can read them">My sealed ideas</Ruled>
      {home.sealed.map((idea) => (
        <div className="idea" key={idea.id}>
          <SealMark />
          <div>
            <q>{idea.words}</q>
            <small className="num">
              <Link to={`/reviews/${idea.review}/actions#sealed`}>{idea.reviewTitle}</Link>
              {idea.opens && ` · ${opensWords(idea.opens, home.now, zone)}`}
            </small>
          </div>
        </div>
      ))}
    </section>
  );
}

function opensWords(opens: NonNullable<Home['sealed'][number]['opens']>, now: Date, zone: string): string {
  if (typeof opens === 'string') return 'waits for a further meeting';
  if (opens <= now) return 'may be opened now';
  const shown = upToTheMinute(opens);
  return `may open ${dayOf(shown, zone).slice(0, 3)} ${timeOf(shown, zone)}`;
}
