import { longDayOf, nearDayOf, timeOf, zoneWords } from '#app/components/clock-words.ts';
import { useZone } from '#app/components/when.tsx';
import { upToTheMinute } from '#domain/soak/soak.ts';
import type { StoredSoak } from '#server/actions/read-actions-page.ts';
import { EarlyOpenings, OpenEarly } from './early.tsx';
import { FixedFacts } from './fixed-facts.tsx';
import type { PageFacts } from './page-facts.ts';
import { ReadingList } from './reading-list.tsx';
import { Reflections } from './reflections.tsx';
import { Sealing } from './sealing.tsx';
import { SessionPlan } from './session-plan.tsx';
import { SoakStrip } from './soak-strip.tsx';
import { leadWords } from './soak-words.ts';

/** The page while a review soaks, and after that until its session opens the ideas. The title is the clock. */
export function Soaking({ page, soak, problems, given }: PageFacts & { soak: StoredSoak }) {
  const zone = useZone();
  const ends = upToTheMinute(soak.endsAt);
  return (
    <>
      <h1>
        <Clock now={page.now} soak={soak} zone={zone} />
      </h1>
      <p className="lead">{leadWords(page, soak, zone)}</p>
      <EarlyOpenings page={page} />
      <SoakStrip page={page} soak={soak} zone={zone} />
      {soak.calendar.zone !== zone && (
        <p className="quietly small">
          Days are counted in {zoneWords(soak.calendar.zone)}, where it ends on{' '}
          {longDayOf(ends, soak.calendar.zone)}, {timeOf(ends, soak.calendar.zone)}.
        </p>
      )}
      <div className="soak-columns">
        <div>
          <ReadingList reading={page.reading} />
          <Reflections page={page} problems={problems} given={given} />
        </div>
        <div>
          <Sealing page={page} problems={problems} given={given} />
          <SessionPlan page={page} />
          <OpenEarly page={page} problems={problems} given={given} />
          <FixedFacts page={page} problems={problems} given={given} isFolded />
        </div>
      </div>
    </>
  );
}

function Clock({ now, soak, zone }: { now: Date; soak: StoredSoak; zone: string }) {
  if (soak.heldFor !== null) return 'The soak waits for a further meeting';
  if (soak.openedEarlyAt !== null && now < soak.endsAt) return 'The ideas may open early';
  if (now >= soak.endsAt) return 'The ideas have soaked';
  const ends = upToTheMinute(soak.endsAt);
  return (
    <>
      Soaking until{' '}
      <time dateTime={ends.toISOString()}>
        {nearDayOf(ends, zone, now)}, {timeOf(ends, zone)}
      </time>
    </>
  );
}
