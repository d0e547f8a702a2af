import { dayTimeOf, isoDayOf, timeOf } from '#app/components/clock-words.ts';
import { SlowLink } from '#app/components/slow-link.tsx';
import { useZone } from '#app/components/when.tsx';
import type { HistoryLine } from '#server/history/list-history.ts';
import { Choose, type Choosing } from './choosing.tsx';

/** One line: when, who or by what name, and the ways to look at it, or to choose it. @param at address of the history */
export function HistoryEntry({
  line,
  at,
  choosing,
}: {
  line: HistoryLine;
  at: string;
  choosing: Choosing | null;
}) {
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
          {choosing ? (
            <Choose end={line.seq} choosing={choosing} at={at}>
              {choosing.first ? 'Compare with this one' : 'Choose this one'}
              <span className="sr">, {aloud}</span>
            </Choose>
          ) : (
            <Ways line={line} at={at} aloud={aloud} />
          )}
        </p>
      </div>
    </li>
  );
}

const Ways = ({ line, at, aloud }: { line: HistoryLine; at: string; aloud: string }) => (
  <>
    <SlowLink to={`${at}/${line.seq}`} meanwhile="Finding it…">
      As it was then<span className="sr">, {aloud}</span>
    </SlowLink>
    {line.line === 'stretch' ? (
      <SlowLink to={`${at}/changes?from=${line.from - 1}&to=${line.seq}`} meanwhile="Comparing the two…">
        What changed<span className="sr">, {aloud}</span>
      </SlowLink>
    ) : (
      <SlowLink to={`${at}/changes?from=${line.seq}`} meanwhile="Comparing the two…">
        What changed since<span className="sr">, {aloud}</span>
      </SlowLink>
    )}
  </>
);

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
