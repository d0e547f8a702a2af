import type { ReactNode } from 'react';
import { timeOf } from '#app/components/clock-words.ts';
import { MOMENT_WORD, MomentShape } from '#app/components/moment-mark.tsx';
import { placeMoments } from '#app/components/place-moments.ts';
import { type Scale, timeScale } from '#app/components/time-scale.ts';
import type { Moment } from '#domain/write-up.ts';
import { useRoom } from './room-context.ts';
import { useRoomUi } from './room-ui.ts';
import { momentTime, textOf } from './target-words.ts';

const WIDTH = 632;
const EDGE = 8;
const MARKS_Y = 12;
const AXIS_Y = 72;

/**
 * The small timeline over a walk. What came later than where the group stands is a blank ground, and a theory still held has no
 * end: hindsight cannot leak. Earlier moments can be opened.
 */
export function WalkPicture({
  moments,
  at,
  shown,
}: {
  moments: readonly Moment[];
  at: Moment;
  shown: Moment;
}) {
  const { momentZone: zone } = useRoom();
  const scale = timeScale(moments.flatMap(instantsOf), zone);
  const until = moments.indexOf(at);
  const placed = placeMoments(moments, scale)
    .slice(0, until + 1)
    .map(({ at: share, ...one }) => ({ ...one, x: along(share) }));
  const now = placed.at(-1)?.x ?? EDGE;
  return (
    <div className="walk-picture">
      <svg className="walk" viewBox={`0 0 ${WIDTH} 92`} role="img" aria-label={aloud(moments, at, zone)}>
        <rect x={now} y="0" width={Math.max(0, WIDTH - now)} height={AXIS_Y} fill="var(--ground)" />
        {WIDTH - now > 220 && (
          <text x={now + (WIDTH - now) / 2} y="41" textAnchor="middle">
            what came later opens as we walk
          </text>
        )}
        <Ticks scale={scale} now={now} />
        <Theories placed={placed} now={now} scale={scale} />
        {placed
          .filter(({ moment }) => moment !== at && !isSpan(moment))
          .map(({ moment, x, isTimed }) => (
            <g key={moment.id} className="mark-in" transform={`translate(${x - 8} ${MARKS_Y})`}>
              <MomentShape kind={moment.kind} />
              {!isTimed && <OrderOnly />}
            </g>
          ))}
        <path d={`M${now} 0V${AXIS_Y}`} stroke="var(--accent)" strokeWidth="2" />
        <circle
          cx={now}
          cy={MARKS_Y + 8}
          r="12"
          fill="var(--paper)"
          stroke="var(--accent)"
          strokeWidth="2"
          strokeDasharray={placed.at(-1)?.isTimed ? undefined : '2 3'}
        />
        <g className="mark-in" transform={`translate(${now - 8} ${MARKS_Y})`}>
          <MomentShape kind={at.kind} />
        </g>
      </svg>
      <Openers moments={placed.map(({ moment }) => moment)} shown={shown}>
        {placed.some(({ isTimed }) => !isTimed) && 'dotted: the order is known, the minutes are not'}
      </Openers>
    </div>
  );
}

/** Every moment so far as a button: the picture's own way in for keyboards and listeners. */
function Openers({
  moments,
  shown,
  children,
}: {
  moments: readonly Moment[];
  shown: Moment;
  children: ReactNode;
}) {
  const { momentZone: zone } = useRoom();
  const { view } = useRoomUi();
  const place = moments.indexOf(shown);
  const before = moments[place - 1];
  const after = moments[place + 1];
  const open = (moment: Moment) =>
    moment === moments.at(-1) ? view.back() : view.open({ type: 'moment', id: moment.id, section: null });
  // Where it began only: when a theory ended is not known yet where the group stands.
  const words = (moment: Moment) =>
    moment.time.certainty === 'order-only' ? MOMENT_WORD[moment.kind] : timeOf(moment.time.start, zone);
  if (!before && !after && !children) return null;
  return (
    <p className="openers">
      {before ? (
        <button type="button" className="linkish quiet" onClick={() => open(before)}>
          ‹ <span className="sr">Look back at </span>
          {words(before)}
        </button>
      ) : (
        <span />
      )}
      <span className="quietly">{children}</span>
      {after && (
        <button type="button" className="linkish quiet" onClick={() => open(after)}>
          <span className="sr">Look on to </span>
          {words(after)} ›
        </button>
      )}
    </p>
  );
}

/** Under a mark whose minutes nobody knows. */
const OrderOnly = () => <path d="M1 21h14" strokeDasharray="1.5 3" />;

function Ticks({ scale, now }: { scale: Scale | null; now: number }) {
  return (
    <>
      {scale?.ticks.map((tick, place) => {
        const x = along(tick.at);
        const isHere = Math.abs(x - now) < 2;
        const anchor = place === 0 ? 'start' : place === scale.ticks.length - 1 ? 'end' : 'middle';
        return (
          <g key={tick.words + String(tick.at)}>
            <path d={`M${x} 66v6`} stroke="var(--line-strong)" />
            <text
              x={anchor === 'start' ? 0 : anchor === 'end' ? WIDTH : x}
              y="86"
              textAnchor={anchor}
              className={isHere ? 'here' : ''}
            >
              {tick.words}
            </text>
          </g>
        );
      })}
      <path d={`M0 ${AXIS_Y}H${WIDTH}`} stroke="var(--line-strong)" />
    </>
  );
}

/** A theory is a span; one still held where the group stands stays open to the right. The newest is drawn. */
function Theories({
  placed,
  now,
  scale,
}: {
  placed: { moment: Moment; x: number }[];
  now: number;
  scale: Scale | null;
}) {
  const theories = placed.filter(({ moment }) => isSpan(moment)).slice(-1);
  return (
    <>
      {theories.map(({ moment, x }) => {
        const end = endOf(moment, scale);
        const held = end === null || end >= now;
        const right = held ? now : Math.max(end, x + 28);
        const left = held ? Math.min(x, now - 16) : x;
        const words = textOf(moment.blocks).split('\n')[0] ?? '';
        const before = x > 250 || held;
        return (
          <g key={moment.id}>
            <path
              d={held ? open(left, right) : closed(left, right)}
              fill="var(--paper)"
              stroke="var(--ink)"
              strokeWidth="1.5"
            />
            <text
              className="th"
              x={before ? left - 10 : right + 8}
              y="57"
              textAnchor={before ? 'end' : 'start'}
            >
              {shortened(words, before ? left : WIDTH - right)}
            </text>
          </g>
        );
      })}
    </>
  );
}

/** As many letters as the width holds; at fewer than eight, none: the capsule speaks for itself. */
function shortened(words: string, width: number): string {
  const most = Math.floor(width / 7.2) - 2;
  if (words.length <= most) return words;
  return most < 8 ? '' : `${words.slice(0, most - 1).trimEnd()}…`;
}

const isSpan = (moment: Moment) => moment.kind === 'working-theory' && moment.time.certainty !== 'order-only';

const open = (left: number, right: number) => `M${right} 40H${left + 12}a12 12 0 0 0 0 24H${right}`;
const closed = (left: number, right: number) =>
  `M${right - 12} 40H${left + 12}a12 12 0 0 0 0 24H${right - 12}a12 12 0 0 0 0 -24Z`;

const along = (share: number) => EDGE + share * (WIDTH - 2 * EDGE);

function endOf(moment: Moment, scale: Scale | null): number | null {
  if (!scale || moment.time.certainty === 'order-only' || moment.time.end === null) return null;
  return along(scale.at(Date.parse(moment.time.end)));
}

const instantsOf = (moment: Moment): number[] =>
  moment.time.certainty === 'order-only' ? [] : [Date.parse(moment.time.start)];

function aloud(moments: readonly Moment[], at: Moment, zone: string): string {
  const place = moments.indexOf(at) + 1;
  const when = momentTime(at.time, zone);
  return `Timeline of this walk. The group is at moment ${place} of ${moments.length}${when ? `, ${when}` : ''}. Later moments are not shown yet.`;
}
