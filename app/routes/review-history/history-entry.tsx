import { Link } from 'react-router';
import { dayTimeOf, isoDayOf, timeOf } from '#app/components/clock-words.ts';
import { useZone } from '#app/components/when.tsx';
import type { HistoryLine } from '#server/history/list-history.ts';

/** One line: when, who or by what name, and the ways to look at it. @param at address of the history */
export function HistoryEntry({ line, at }: { line: HistoryLine; at: string }) {
  const zone = useZone();
  const isStretch = line.line === 'stretch';
  const when = isStretch ? spanWords(line.fromAt, line.toAt, zone) : timeOf(line.at, zone);
  const aloud = isStretch ? `${line.by}, ${when}` : line.words;
  return (
    <li className={isStretch ? undefined : 'kept-version'}>
      <time className="num" dateTime={new Date(isStretch ? line.toAt : line.at).toISOString()}>
        {when}
      </time>
      <div>
        <p>{isStretch ? <Wrote line={line} /> : <Kept line={line} />}</p>
        <p className="ways">
          <Link className="link" to={`${at}/${line.seq}`}>
            As it was then<span className="sr">, {aloud}</span>
          </Link>
          {isStretch ? (
            <Link className="link" to={`${at}/changes?from=${line.from - 1}&to=${line.seq}`}>
              What changed<span className="sr">, {aloud}</span>
            </Link>
          ) : (
            <Link className="link" to={`${at}/changes?from=${line.seq}`}>
              What changed since<span className="sr">, {aloud}</span>
            </Link>
          )}
        </p>
      </div>
    </li>
  );
}

const Wrote = ({ line: { by, byButton } }: { line: Extract<HistoryLine, { line: 'stretch' }> }) => (
  <>
    <strong>{by}</strong> {byButton ? 'brought words in' : 'wrote'}
  </>
);

const Kept = ({ line: { words, by, kind } }: { line: Extract<HistoryLine, { line: 'version' }> }) => (
  <>
    <strong className="said">{words}</strong>{' '}
    <span className="quietly">
      {by === null ? 'kept by itself' : kind === 'named' ? `named by ${by}` : `by ${by}`}
    </span>
  </>
);

/** "10:05 to 10:40"; another day's beginning is named. */
function spanWords(from: Date, to: Date, zone: string): string {
  const [begins, ends] = [timeOf(from, zone), timeOf(to, zone)];
  if (isoDayOf(from, zone) !== isoDayOf(to, zone)) return `${dayTimeOf(from, zone)} to ${ends}`;
  return begins === ends ? begins : `${begins} to ${ends}`;
}
