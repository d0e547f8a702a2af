import { Link } from 'react-router';
import { Ruled } from '#app/components/page.tsx';
import type { Home } from '#server/home/read-home.ts';

const LONGEST = 160;

/** Comments that name me, until I have looked. */
export const NamedIn = ({ home }: { home: Home }) =>
  home.mentions.length > 0 && (
    <section>
      <Ruled>Comments that name you</Ruled>
      {home.mentions.map(({ review, title, thread, by, words }) => (
        <div className="item" key={`${thread} ${words}`}>
          <h3>
            <Link to={`/reviews/${review}#thread-${thread}`}>
              {by}: “{words.length > LONGEST ? `${words.slice(0, LONGEST).trimEnd()}…` : words}”
            </Link>
          </h3>
          <p>{title}</p>
        </div>
      ))}
    </section>
  );
