import { dayOf, dayTimeOf, timeOf } from '#app/components/clock-words.ts';
import { upToTheMinute } from '#domain/soak/soak.ts';
import { type SoakStrip as Strip, soakStrip } from '#domain/soak/strip.ts';
import type { StoredSoak } from '#server/actions/read-actions-page.ts';
import type { PageFacts } from './page-facts.ts';
import './soak-strip.css';

/** One strip to one time scale: filled to now, tint still to come, free days hatched, the session on its pole. */
export function SoakStrip({ page, soak, zone }: { page: PageFacts['page']; soak: StoredSoak; zone: string }) {
  const strip = soakStrip(soak, page.session?.startsAt ?? null, page.now, zone);
  const ends = upToTheMinute(soak.endsAt);
  return (
    <figure className="soak-strip">
      <div className="picture" aria-hidden="true">
        <Marks
          strip={strip}
          page={page}
          began={`began ${timeOf(soak.startedAt, zone)}`}
          ends={timeOf(ends, zone)}
          zone={zone}
        />
        <div className="track">
          <i className="soaking" style={span(strip.soak)} />
          <i className="over" style={span(strip.over)} />
          {strip.free.map((free) => (
            <i className="free" key={free.from} style={span(free)}>
              {free.to - free.from > 0.16 && <span>{free.kind}, not counted</span>}
            </i>
          ))}
          <i className="edge" style={span(strip.soak)} />
          {strip.now !== null && <i className="pole now" style={{ left: percent(strip.now) }} />}
          {strip.session !== null && <i className="pole session" style={{ left: percent(strip.session) }} />}
        </div>
        <div className="days">
          {strip.days.map((day) => (
            <span key={day.day} style={span(day)}>
              {dayOf(`${day.day}T12:00:00Z`, 'UTC').replace(/ \w+$/, '')}
            </span>
          ))}
        </div>
      </div>
      <figcaption>
        Began {dayTimeOf(soak.startedAt, zone, page.now)}. Now it is {dayTimeOf(page.now, zone, page.now)}.{' '}
        {soak.openedEarlyAt ? 'It would have ended' : 'Ideas may open'} {dayTimeOf(ends, zone, page.now)}
        {soak.heldFor === null ? '' : ', or so'}.
        {page.session && ` Action session ${dayTimeOf(page.session.startsAt, zone, page.now)}.`}
        {strip.free.length > 0 && ' Free days are not counted.'}
      </figcaption>
    </figure>
  );
}

/** Labels above the strip, each in the lowest row where it covers no other. */
function Marks({
  strip,
  page,
  began,
  ends,
  zone,
}: {
  strip: Strip;
  page: PageFacts['page'];
  began: string;
  ends: string;
  zone: string;
}) {
  const { now, session } = strip;
  const marks: Mark[] = [{ at: strip.soak.from, words: began, align: 'start' }];
  if (now !== null)
    marks.push({ at: now, words: `now, ${timeOf(page.now, zone)}`, align: 'middle', isNow: true });
  marks.push({
    at: strip.soak.to,
    words: page.soak?.openedEarlyAt ? `would have ended ${ends}` : `ideas may open ${ends}`,
    align: 'middle',
  });
  if (session !== null && page.session !== null)
    marks.push({
      at: session,
      words: `action session ${timeOf(page.session.startsAt, zone)}`,
      align: 'middle',
    });
  const placed = inRows(marks);
  return (
    <div className="marks" style={{ height: `${30 + 20 * Math.max(...placed.map(({ row }) => row))}px` }}>
      {placed.map(({ at, words, align, isNow, row }) => (
        <span
          key={words}
          className={isNow ? `${align} strong` : align}
          style={{ left: percent(at), bottom: `${10 + 20 * row}px` }}
        >
          {words}
        </span>
      ))}
    </div>
  );
}

interface Mark {
  at: number;
  words: string;
  align: 'start' | 'middle';
  isNow?: true;
}

/** About the width of a letter, as a fraction of a strip of 1120 px. */
const LETTER = 0.0064;

function inRows(marks: readonly Mark[]): (Mark & { row: number })[] {
  const ends: number[] = [];
  return marks
    .toSorted((a, b) => a.at - b.at)
    .map((mark) => {
      const width = mark.words.length * LETTER;
      const from = mark.align === 'start' ? mark.at : mark.at - width / 2;
      const free = ends.findIndex((end) => end < from);
      const row = free === -1 ? ends.length : free;
      ends[row] = from + width + LETTER;
      return { ...mark, row };
    });
}

const percent = (fraction: number) => `${(fraction * 100).toFixed(3)}%`;
const span = ({ from, to }: { from: number; to: number }) => ({
  left: percent(from),
  width: percent(to - from),
});
