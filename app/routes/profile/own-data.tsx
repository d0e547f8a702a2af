import { Link } from 'react-router';
import { Ruled } from '#app/components/page.tsx';

/** One action takes everything along; another page takes it away. */
export const OwnData = () => (
  <section>
    <Ruled>What Soak holds of you</Ruled>
    <p>What you stated, wrote, sealed and read, in one file that nobody else is given.</p>
    <div className="acts">
      <a className="btn" href="/profile/mine.json" download>
        Take it along
      </a>
      <Link className="btn quiet" to="/profile/erase">
        Erase yourself…
      </Link>
    </div>
  </section>
);
