import { Link } from 'react-router';
import type { FoundImport } from '#server/import/find-import.ts';

/** Shown only where more of the same selection waits; otherwise one lands in the review. */
export const Done = ({ found, waiting }: { found: FoundImport; waiting: { id: string; name: string }[] }) => (
  <section className="running">
    <h1>It is in</h1>
    {found.review && found.address && (
      <p>
        <Link className="link" to={found.address}>
          {found.review.title}
        </Link>
      </p>
    )}
    <h2>Still waiting for your decision</h2>
    <ul>
      {waiting.map(({ id, name }) => (
        <li key={id}>
          <Link className="link" to={`/reviews/import/${id}`}>
            {name}
          </Link>
        </li>
      ))}
    </ul>
  </section>
);
