import { When } from '#app/components/when.tsx';
import { namedWords } from '#domain/attendance/figure-words.ts';
import {
  type MeetingFigures,
  MODE_WORDS,
  SIDE_WORDS,
  type SideFigures,
  shownWords,
} from '#domain/attendance/markers.ts';
import type { Shown } from '#domain/attendance/shown.ts';
import { attendanceTitle } from './titles.ts';

type How = 'choice' | 'asked';
type Mode = 'room' | 'remote' | 'later';

/** One meeting's attendance as people stated it: dots for people, words where a number would tell on somebody. */
export function AttendancePicture({ figures }: { figures: MeetingFigures }) {
  const { sides, changedAt, kind } = figures;
  const hasModes = sides.some(({ shown }) => 'choice room' in shown);
  return (
    <section>
      <h2>{attendanceTitle(figures)}</h2>
      <p>
        {kind === 'review' ? 'Review meeting' : 'Action session'}, <When at={figures.endedAt} as="day" />.
        Stated by each for themselves; who said nothing is not counted{firstWords(sides)}
      </p>
      {changedAt === null && (
        <p className="say">Figures appear a day after a meeting, when enough have said how they came.</p>
      )}
      {sides.flatMap((side) =>
        rowsOf(side).map((row) => <Row key={`${side.side} ${row.label}`} side={side.side} {...row} />),
      )}
      {hasModes && (
        <p className="legend" aria-hidden="true">
          {(['room', 'remote', 'later'] as const).map((mode) => (
            <span key={mode}>
              <Dot mode={mode} />
              {MODE_WORDS[mode]}
            </span>
          ))}
        </p>
      )}
      {sides.some(({ named }) => named.length > 0) && (
        <p className="by-name">By their own choice with their name: {namedWords(sides)}.</p>
      )}
    </section>
  );
}

interface RowFacts {
  label: string;
  how: How | null;
  value: Shown;
  modes: Record<Mode, number> | null;
}

/** By choice and asked apart where both may be shown, else the side as one. */
function rowsOf({ side, shown }: SideFigures): RowFacts[] {
  if (shown.all === undefined) return [];
  if (shown.choice === undefined || shown.asked === undefined)
    return [{ label: SIDE_WORDS[side], how: null, value: shown.all, modes: null }];
  return (['choice', 'asked'] as const).map((how) => ({
    label: `${SIDE_WORDS[side]}, ${how === 'choice' ? 'by choice' : 'asked to'}`,
    how,
    value: shown[how] ?? 'nobody',
    modes: shown[`${how} room`] === undefined ? null : modesOf(shown, how),
  }));
}

const modesOf = (shown: SideFigures['shown'], how: How): Record<Mode, number> => {
  const of = (mode: Mode) => {
    const value = shown[`${how} ${mode}`];
    return typeof value === 'number' ? value : 0;
  };
  return { room: of('room'), remote: of('remote'), later: of('later') };
};

const MOST_DOTS = 40;

function Row({ side, label, how, value, modes }: RowFacts & { side: string }) {
  const count = typeof value === 'number' ? value : 0;
  const dots: (Mode | null)[] = modes
    ? (['room', 'remote', 'later'] as const).flatMap((mode) =>
        Array.from({ length: modes[mode] }, () => mode),
      )
    : Array.from({ length: count }, () => null);
  return (
    <div className={`dots-row ${side} ${how ?? ''}`}>
      <span>{how === 'choice' && side === 'outside' ? <strong>{label}</strong> : label}</span>
      <span className="dots">
        {dots.length <= MOST_DOTS && dots.map((mode, at) => <Dot key={at} mode={mode} />)}
        <span className={typeof value === 'number' ? 'num' : 'word'}>
          {shownWords(value)}
          {modes && <span className="sr">{modeWords(modes)}</span>}
        </span>
      </span>
    </div>
  );
}

const modeWords = (modes: Record<Mode, number>): string =>
  `: ${(['room', 'remote', 'later'] as const).map((mode) => `${modes[mode]} ${MODE_WORDS[mode]}`).join(', ')}`;

/** Filled: in the room. Open: remote. Half: read later. Dotted where that is not said. */
const Dot = ({ mode }: { mode: Mode | null }) => (
  <svg width="13" height="13" viewBox="0 0 13 13" aria-hidden="true">
    {mode === 'room' ? (
      <circle cx="6.5" cy="6.5" r="6" fill="var(--c)" />
    ) : (
      <circle
        cx="6.5"
        cy="6.5"
        r="5.4"
        fill="none"
        stroke="var(--c)"
        strokeWidth="1.75"
        {...(mode === null && { strokeDasharray: '2 1.6' })}
      />
    )}
    {mode === 'later' && <path d="M6.5 1.1a5.4 5.4 0 0 1 0 10.8z" fill="var(--c)" />}
  </svg>
);

function firstWords(sides: readonly SideFigures[]): string {
  const fresh = sides.map(({ shown }) => shown.new).filter((one) => typeof one === 'number');
  return fresh.length === 0 ? '' : `. For ${fresh.reduce((sum, one) => sum + one, 0)} it was a first review`;
}
