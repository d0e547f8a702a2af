import { Link } from 'react-router';
import { messagesIn } from '#app/components/counted.ts';
import { Ruled } from '#app/components/page.tsx';
import { When } from '#app/components/when.tsx';
import type { EvidencePage } from '#server/evidence/read-evidence.ts';

/** Where the evidence comes from: each channel and each pasted chat, with how much it holds. */
export function Sources({
  evidence: { sources, source },
  into,
  now,
}: {
  evidence: EvidencePage;
  into: string;
  now: Date;
}) {
  if (sources.length === 0) return null;
  return (
    <>
      <Ruled>Sources</Ruled>
      <ul className="sources">
        {sources.map((one) => (
          <li key={one.id}>
            <Link
              className="link"
              to={`?${new URLSearchParams({ source: one.id, into })}`}
              aria-current={one.id === source?.id ? 'page' : undefined}
            >
              {one.name}
            </Link>
            <span className="quietly num">
              {messagesIn(one.count)}
              {one.first && (
                <>
                  {' '}
                  from <When at={one.first} now={now} />
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
