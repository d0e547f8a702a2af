import { Link } from 'react-router';
import { momentName } from '#app/components/writing/moment-words.ts';
import type { WriteUp } from '#domain/write-up.ts';

/** Ways to put a part of this version back, or all of it; each is asked about on a page of its own. */
export function PutBackLinks({ writeUp, at }: { writeUp: WriteUp; at: string }) {
  const { sections, findings, moments } = writeUp;
  const parts = [
    ...sections.map(({ id, title }) => ({ part: `section:${id}`, words: title || 'Not named yet' })),
    ...findings.map(({ id, title }) => ({ part: `finding:${id}`, words: title || 'Not named yet' })),
    ...moments.map((moment) => ({
      part: `moment:${moment.id}`,
      words: momentName(moment) || 'Not written yet',
    })),
  ];
  return (
    <section aria-labelledby="put-back">
      <h2 id="put-back">Put back</h2>
      <p className="quietly">You will see first what that would change.</p>
      <p>
        <Link className="link" to={`${at}?part=whole`}>
          The whole write-up
        </Link>
      </p>
      {parts.length > 0 && (
        <details>
          <summary>One part of it</summary>
          <ul>
            {parts.map(({ part, words }) => (
              <li key={part}>
                <Link className="link" to={`${at}?part=${encodeURIComponent(part)}`}>
                  {words}
                </Link>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
