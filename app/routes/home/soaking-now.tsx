import { Link } from 'react-router';
import { dayOf, lastingWords, nearDayOf, timeOf } from '#app/components/clock-words.ts';
import { counted } from '#app/components/counted.ts';
import { Ruled } from '#app/components/page.tsx';
import { useZone } from '#app/components/when.tsx';
import { upToTheMinute } from '#domain/soak/soak.ts';
import { soakStrip } from '#domain/soak/strip.ts';
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
  const label = (at: Date) => `${dayOf(at, zone).slice(0, 3)} ${timeOf(at, zone)}`;
  return (
    <div className="soaking-now">
      <h3>
        <Link to={`/reviews/${id}/actions`}>{title}</Link>
      </h3>
      <div className="bar" aria-hidden="true">
        <Track soak={soak} now={now} zone={zone} />
        <div className="ends num">
          <span>{label(soak.startedAt)}</span>
          <NowLabel soak={soak} now={now} zone={zone} />
          <span>{label(ends)}</span>
        </div>
      </div>
      <p>
        {soak.heldFor === null
          ? `Soaks until ${nearDayOf(ends, zone, now)}, ${timeOf(ends, zone)}: ${lastingWords(ends.getTime() - now.getTime())} more.`
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

/** "now" under the mark, where neither end's words stand. */
function NowLabel({ soak, now, zone }: { soak: Soaking['soak']; now: Date; zone: string }) {
  const { soak: whole, over } = soakStrip(soak, null, now, zone);
  const at = (over.to - whole.from) / (whole.to - whole.from);
  return at > 0.34 && at < 0.66 ? (
    <b className="now-words" style={{ left: `${at * 100}%` }}>
      now
    </b>
  ) : null;
}

/** The soak alone, filled to now; what is not counted is hatched. */
function Track({ soak, now, zone }: { soak: Soaking['soak']; now: Date; zone: string }) {
  const strip = soakStrip(soak, null, now, zone);
  const within = (at: number) => `${((at - strip.soak.from) / (strip.soak.to - strip.soak.from)) * 100}%`;
  const span = ({ from, to }: { from: number; to: number }) => ({
    left: within(from),
    right: `calc(100% - ${within(to)})`,
  });
  return (
    <div className="track">
      <i className="over" style={span(strip.over)} />
      {strip.free.map((free) => (
        <i className="free" key={free.from} style={span(free)} />
      ))}
      <i className="now" style={{ left: within(strip.over.to) }} />
    </div>
  );
}
