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
  const held = heldUntil(strip, soak, page.ahead?.startsAt ?? null);
  const counted = { from: held ?? strip.soak.from, to: strip.soak.to };
  const free = strip.free.filter(({ from }) => from >= counted.from);
  return (
    <figure className="soak-strip">
      <div className="picture" aria-hidden="true">
        <Marks
          strip={strip}
          page={page}
          held={held}
          began={`began ${timeOf(soak.startedAt, zone)}`}
          ends={timeOf(ends, zone)}
          zone={zone}
        />
        <div className="track">
          <i className="soaking" style={span(counted)} />
          {held === null ? (
            <i className="over" style={span(strip.over)} />
          ) : (
            <i className="free" style={span({ from: strip.soak.from, to: held })}>
              {held - strip.soak.from > 0.16 && <span>waits for the meeting</span>}
            </i>
          )}
          {free.map((free) => (
            <i className="free" key={free.from} style={span(free)}>
              {free.to - free.from > 0.16 && <span>{free.kind}, not counted</span>}
            </i>
          ))}
          <i className="edge" style={span(counted)} />
          {held !== null && <i className="pole session" style={{ left: percent(held) }} />}
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
        {page.ahead &&
          held !== null &&
          page.ahead.startsAt > page.now &&
          `It waits for the meeting ${dayTimeOf(page.ahead.startsAt, zone, page.now)}. `}
        {soak.openedEarlyAt ? 'It would have ended' : 'Ideas may open'} {dayTimeOf(ends, zone, page.now)}
        {soak.heldFor === null ? '' : ', or so'}.
        {page.session && ` Action session ${dayTimeOf(page.session.startsAt, zone, page.now)}.`}
        {free.length > 0 && ' Free days are not counted.'}
      </figcaption>
    </figure>
  );
}

/** Labels above the strip, each in the lowest row where it covers no other. */
function Marks({
  strip,
  page,
  held,
  began,
  ends,
  zone,
}: {
  strip: Strip;
  page: PageFacts['page'];
  held: number | null;
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
    words: endWords(page, held, ends),
    align: 'middle',
  });
  if (held !== null && page.ahead)
    marks.push({ at: held, words: `meeting ${timeOf(page.ahead.startsAt, zone)}`, align: 'middle' });
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

function endWords({ soak }: PageFacts['page'], held: number | null, ends: string): string {
  if (soak?.openedEarlyAt) return `would have ended ${ends}`;
  return held === null ? `ideas may open ${ends}` : `ideas may open ${ends}, or so`;
}

/** S1: where on the strip the further meeting stands that a held soak waits for; what lies before it does not count. */
function heldUntil({ soak: { from, to } }: Strip, soak: StoredSoak, meeting: Date | null): number | null {
  if (soak.heldFor === null || meeting === null) return null;
  const started = soak.startedAt.getTime();
  const at = from + ((meeting.getTime() - started) / (soak.endsAt.getTime() - started)) * (to - from);
  return Math.min(Math.max(at, from), to);
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
