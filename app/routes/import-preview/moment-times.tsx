import { timeOf } from '#app/components/clock-words.ts';
import { TextField, Tick } from '#app/components/field.tsx';
import type { Doubt } from '#domain/import/place-moments.ts';
import type { PreviewRow } from '#server/import/preview.ts';

type Row = Extract<PreviewRow, { type: 'moment' }>;

/** The day of a moment, what the text leaves open about it, and the way to keep an order alone. */
export const MomentTimes = ({ row, zone }: { row: Row; zone: string }) => (
  <>
    <input type="hidden" name={`proposed.${row.id}`} value={row.proposed} />
    <TextField
      key={`${row.id}-${row.day}`}
      label="Day"
      type="date"
      name={`day.${row.id}`}
      defaultValue={row.day}
    />
    <Tick name={`order.${row.id}`} defaultChecked={row.orderOnly && !row.doubts.includes('time-unknown')}>
      Keep the order only
    </Tick>
    <p className="hint doubts" id={`doubts-${row.id}`}>
      <Doubts row={row} zone={zone} />
    </p>
  </>
);

const Doubts = ({ row, zone }: { row: Row; zone: string }) => (
  <>
    {row.at && (
      <>
        <span className="num">{timeOf(row.at, zone)}</span>
        {row.doubts.length > 0 && '. '}
      </>
    )}
    {row.doubts.map((doubt) => (
      <span key={doubt} className={doubt === 'runs-backwards' ? 'doubt weighty' : 'doubt'}>
        {DOUBT_WORDS[doubt]}{' '}
      </span>
    ))}
  </>
);

const DOUBT_WORDS: Record<Doubt, string> = {
  'time-unknown': 'No time in the text: it keeps its place.',
  'day-missing': 'No day in the text: proposed.',
  'year-missing': 'No year in the text: proposed.',
  'runs-backwards': 'Time runs backwards here: the neighbouring day is proposed.',
};
