import { Link } from 'react-router';
import { dayOf, nearDayOf, timeOf } from '#app/components/clock-words.ts';
import { counted } from '#app/components/counted.ts';
import { Ruled } from '#app/components/page.tsx';
import { useZone } from '#app/components/when.tsx';
import { upToTheMinute } from '#domain/soak/soak.ts';
import type { Home } from '#server/home/read-home.ts';

type Soaking = Home['soaking'][number];

/** Reviews soaking now: a bar filled to now, and the words that say until when. */
export const SoakingNow = ({ home }: { home: Home }) =>
  home.soaking.length > 0 && (
    <section>
      <Ruled>Soaking now</Ruled>
      {home.soaking.map((one) => (
        <One key={one.id} one={one} now={home.now} />
      ))}
    </section>
  );

function One({ one: { id, title, soak, sealedCount }, now }: { one: Soaking; now: Date }) {
  const zone = useZone();
  const ends = upToTheMinute(soak.endsAt);
  const gone =
    (now.getTime() - soak.startedAt.getTime()) / (soak.endsAt.getTime() - soak.startedAt.getTime());
  const label = (at: Date) => `${dayOf(at, zone).slice(0, 3)} ${timeOf(at, zone)}`;
  return (
    <div className="soaking-now">
      <h3>
        <Link to={`/reviews/${id}/actions`}>{title}</Link>
      </h3>
      <div className="bar" aria-hidden="true">
        <i style={{ width: `${Math.min(1, Math.max(0, gone)) * 100}%` }} />
        <div className="ends num">
          <span>{label(soak.startedAt)}</span>
          <span>{label(ends)}</span>
        </div>
      </div>
      <p>
        {soak.heldFor === null
          ? `Soaks until ${nearDayOf(ends, zone, now)}, ${timeOf(ends, zone)}.`
          : 'Waits for a further meeting.'}{' '}
        {sealedCount > 0 && `${counted(sealedCount, 'idea is', 'ideas are')} sealed; `}
        <Link className="link" to={`/reviews/${id}/actions#sealed`}>
          {sealedCount > 0 ? 'you can still add one' : 'Seal an idea'}
        </Link>
        .
      </p>
    </div>
  );
}
