import { Link } from 'react-router';
import { Ruled } from '#app/components/page.tsx';
import type { Home } from '#server/home/read-home.ts';

/** Drafts that somebody shows me before anybody else reads them. */
export const ToCalibrate = ({ home }: { home: Home }) =>
  home.toCalibrate.length > 0 && (
    <section>
      <Ruled>Waiting for your calibration</Ruled>
      {home.toCalibrate.map(({ id, title, minutes, analyst }) => (
        <div className="item" key={id}>
          <h3>
            <Link to={`/reviews/${id}`}>{title || 'Untitled'}</Link>
          </h3>
          <p>
            {analyst ?? 'Somebody'} shows you this before others read it: {minutes} min. Is this how you saw
            it?
          </p>
          <Link className="btn" to={`/reviews/${id}`} aria-label={`Read the draft: ${title || 'Untitled'}`}>
            Read the draft
          </Link>
        </div>
      ))}
    </section>
  );
