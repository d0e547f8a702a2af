import { Link } from 'react-router';
import type { EvidencePage } from '#server/evidence/read-evidence.ts';

/** Earlier and later, where a source is longer than one page. */
export function Pages({ evidence: { page, pages, source }, into }: { evidence: EvidencePage; into: string }) {
  if (pages < 2 || !source) return null;
  const to = (at: number) => `?${new URLSearchParams({ source: source.id, page: String(at), into })}`;
  return (
    <nav className="acts" aria-label="Pages">
      {page > 1 && (
        <Link className="btn" to={to(page - 1)}>
          Earlier
        </Link>
      )}
      <span className="num">
        Page {page} of {pages}
      </span>
      {page < pages && (
        <Link className="btn" to={to(page + 1)}>
          Later
        </Link>
      )}
    </nav>
  );
}
