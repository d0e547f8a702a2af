import { Link } from 'react-router';
import { Ruled } from '#app/components/page.tsx';

/** Attendance as far as it is published (A6): sentences here, dots on the page of markers. */
export const WhoCame = ({ said, review }: { said: readonly string[]; review: string }) => (
  <section>
    <Ruled aside="in counts">Who came</Ruled>
    <ul className="who-came">
      {said.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
    <p className="quietly small">
      Stated by each for themselves; who said nothing is not counted.{' '}
      <Link className="link" to={`/reviews/${review}/markers`}>
        As a picture
      </Link>
    </p>
  </section>
);
