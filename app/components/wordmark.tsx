import { Link } from 'react-router';
import { Vessel } from './vessel.tsx';

/** The way home. `short` shows the vessel alone, its name for those who listen. */
export const Wordmark = ({ short = false }: { short?: boolean }) => (
  <Link className="wordmark" to="/" aria-label="Soak, home">
    <Vessel level={0.56} size={18} />
    {!short && <span className="name">Soak</span>}
  </Link>
);
