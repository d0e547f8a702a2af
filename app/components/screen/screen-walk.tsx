import type { WalkShown } from '#domain/meeting/screen.ts';
import type { Moment } from '#domain/write-up.ts';
import { MomentShape } from '../moment-mark.tsx';
import { placeMoments } from '../place-moments.ts';
import { type Scale, timeScale } from '../time-scale.ts';

const WIDTH = 1680;
const EDGE = 12;
const AXIS_Y = 164;
const MARK = 27;
const MARKS_Y = 46;

/** The small timeline over a walk, for the back row. What came later than where the group stands is a blank ground. */
export function ScreenWalk({ walk, zone }: { walk: WalkShown; zone: string }) {
  const { starts, marks } = walk;
  const scale = timeScale(
    starts.flatMap((start) => start ?? []).map((start) => Date.parse(start)),
    zone,
  );
  const placed = placeMoments(starts.map(asMoment), scale)
    .slice(0, marks.length)
    .map(({ at, isTimed }, place) => ({ x: along(at), isTimed, ...marks[place] }));
  const here = placed.at(-1);
  const now = here?.x ?? EDGE;
  return (
    <svg
      className="screen-walk"
      viewBox={`0 0 ${WIDTH} 210`}
      role="img"
      aria-label={`Timeline of this walk, at ${marks.length} of ${starts.length}. What came later is not shown yet.`}
    >
      <rect x={now} y="0" width={Math.max(0, WIDTH - now)} height={AXIS_Y} fill="var(--ground)" />
      {WIDTH - now > 520 && (
        <text x={now + (WIDTH - now) / 2} y="92" textAnchor="middle">
          what came later opens as we walk
        </text>
      )}
      <Ticks scale={scale} now={now} />
      <Theory placed={placed} now={now} scale={scale} />
      {placed.slice(0, -1).map(({ x, kind, isTimed }, place) => (
        <Mark key={`${place} ${x}`} x={x} kind={kind} isTimed={isTimed} />
      ))}
      <path d={`M${now} 0V${AXIS_Y}`} stroke="var(--accent)" strokeWidth="4" />
      <circle
        cx={now}
        cy={MARKS_Y}
        r="28"
        fill="var(--paper)"
        stroke="var(--accent)"
        strokeWidth="5"
        strokeDasharray={here?.isTimed ? undefined : '5 7'}
      />
      <Mark x={now} kind={here?.kind} isTimed />
    </svg>
  );
}

type Kind = WalkShown['marks'][number]['kind'];

const Mark = ({ x, kind, isTimed }: { x: number; kind: Kind | undefined; isTimed: boolean }) =>
  kind && (
    <g className="mark-in" transform={`translate(${x - MARK / 2} ${MARKS_Y - MARK / 2}) scale(${MARK / 16})`}>
      <MomentShape kind={kind} />
      {!isTimed && <path d="M1 21h14" strokeDasharray="1.5 3" />}
    </g>
  );

function Ticks({ scale, now }: { scale: Scale | null; now: number }) {
  const ticks = scale?.ticks ?? [];
  return (
    <>
      {ticks.map((tick, place) => {
        const x = along(tick.at);
        const anchor = place === 0 ? 'start' : place === ticks.length - 1 ? 'end' : 'middle';
        return (
          <g key={`${tick.words} ${tick.at}`}>
            <path d={`M${x} ${AXIS_Y - 12}v12`} stroke="var(--line-strong)" strokeWidth="2" />
            <text
              x={anchor === 'start' ? 0 : anchor === 'end' ? WIDTH : x}
              y="200"
              textAnchor={anchor}
              className={Math.abs(x - now) < 4 ? 'here' : ''}
            >
              {tick.words}
            </text>
          </g>
        );
      })}
      <path d={`M0 ${AXIS_Y}H${WIDTH}`} stroke="var(--line-strong)" strokeWidth="2" />
    </>
  );
}

/** The newest theory: open to the right while it is still held. */
function Theory({
  placed,
  now,
  scale,
}: {
  placed: readonly { x: number; kind?: Kind; end?: string | null; words?: string }[];
  now: number;
  scale: Scale | null;
}) {
  const theory = placed.filter(({ kind }) => kind === 'working-theory').at(-1);
  if (!theory) return null;
  const end = theory.end && scale ? along(scale.at(Date.parse(theory.end))) : null;
  const right = end === null ? now : Math.max(end, theory.x + 64);
  const left = end === null ? Math.min(theory.x, now - 40) : theory.x;
  const top = 92;
  const capsule =
    end === null
      ? `M${right} ${top}H${left + 28}a28 28 0 0 0 0 56H${right}`
      : `M${right - 28} ${top}H${left + 28}a28 28 0 0 0 0 56H${right - 28}a28 28 0 0 0 0 -56Z`;
  const before = left > WIDTH / 3;
  return (
    <g>
      <path d={capsule} fill="var(--paper)" stroke="var(--ink)" strokeWidth="3.5" />
      <text
        className="th"
        x={before ? left - 20 : right + 20}
        y={top + 39}
        textAnchor={before ? 'end' : 'start'}
      >
        {shortened(theory.words ?? '', before ? left : now - right)}
      </text>
    </g>
  );
}

function shortened(words: string, width: number): string {
  const most = Math.floor(width / 17) - 2;
  if (words.length <= most) return words;
  return most < 8 ? '' : `${words.slice(0, most - 1).trimEnd()}…`;
}

const along = (share: number) => EDGE + share * (WIDTH - 2 * EDGE);

/** Only its place in time is asked of it. */
const asMoment = (start: string | null): Moment => ({
  id: '',
  kind: 'observation',
  time: start === null ? { certainty: 'order-only' } : { certainty: 'exact', start, end: null },
  lane: '',
  blocks: [],
  accounts: [],
  evidence: [],
  herring: null,
});
