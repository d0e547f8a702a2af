import { Link } from 'react-router';
import { counted } from '#app/components/counted.ts';
import type { ReviewMarkers } from '#domain/attendance/markers.ts';

const ROW = 32;

/** Write-ups that point here on the left, those this one leans on at the right (R4). */
export function LinksPicture({ links: { from, to } }: Pick<ReviewMarkers, 'links'>) {
  const rows = Math.max(from.length, to.length, 1);
  const [height, middle] = [rows * ROW, (rows * ROW) / 2];
  const at = (index: number, of: number) => middle + (index - (of - 1) / 2) * ROW;
  return (
    <section>
      <h2>{title(from.length, to.length)}</h2>
      <p>Write-ups that link here on the left; on the right those this one leans on</p>
      {from.length + to.length === 0 ? (
        <p className="say">
          A link to another write-up is made while writing, with [[ and some words of its title.
        </p>
      ) : (
        <div className="pointing">
          <Titles titles={from} none="No write-up links here yet." />
          <svg
            viewBox={`0 0 90 ${height}`}
            height={height}
            width="100%"
            preserveAspectRatio="none"
            aria-hidden="true"
          >
            {from.map(({ id }, index) => (
              <path
                key={id}
                d={`M4 ${at(index, from.length)}C30 ${at(index, from.length)} 24 ${middle} 45 ${middle}`}
                fill="none"
                stroke="var(--accent)"
                strokeWidth="1.75"
              />
            ))}
            {to.map(({ id }, index) => (
              <path
                key={id}
                d={`M45 ${middle}C66 ${middle} 60 ${at(index, to.length)} 86 ${at(index, to.length)}`}
                fill="none"
                stroke="var(--accent)"
                strokeWidth="1.75"
              />
            ))}
            <circle cx="45" cy={middle} r="7" fill="var(--paper)" stroke="var(--accent)" strokeWidth="2" />
            <circle cx="45" cy={middle} r="3" fill="var(--accent)" />
          </svg>
          <Titles titles={to} none="" />
        </div>
      )}
    </section>
  );
}

const Titles = ({ titles, none }: { titles: readonly { id: string; title: string }[]; none: string }) => (
  <ul>
    {titles.length === 0 && none !== '' && <li className="no">{none}</li>}
    {titles.map(({ id, title }) => (
      <li key={id}>
        <Link to={`/reviews/${id}`}>{title || 'Untitled'}</Link>
      </li>
    ))}
  </ul>
);

const title = (from: number, to: number): string => {
  if (from > 0) return `${counted(from, 'write-up points', 'write-ups point')} here`;
  return to > 0
    ? `It leans on ${counted(to, 'earlier write-up', 'earlier write-ups').toLowerCase()}`
    : 'No write-up points here yet';
};
