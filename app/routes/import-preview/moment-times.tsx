import { TextField, Tick } from '#app/components/field.tsx';
import { When } from '#app/components/when.tsx';
import type { Doubt } from '#domain/import/place-moments.ts';
import type { PreviewRow } from '#server/import/preview.ts';

type Row = Extract<PreviewRow, { type: 'moment' }>;

/** The day of a moment, what the text leaves open about it, and the way to keep an order alone. */
export const MomentTimes = ({ row, zone }: { row: Row; zone: string }) => (
  <>
    <input type="hidden" name={`proposed.${row.id}`} value={row.day} />
    <TextField
      key={`${row.id}-${row.day}`}
      label="Day"
      type="date"
      name={`day.${row.id}`}
      defaultValue={row.day}
      hint={<Doubts row={row} zone={zone} />}
    />
    <Tick name={`order.${row.id}`} defaultChecked={row.orderOnly && !row.doubts.includes('time-unknown')}>
      Keep the order only
    </Tick>
  </>
);

const Doubts = ({ row, zone }: { row: Row; zone: string }) => (
  <>
    {row.at && (
      <>
        <When at={row.at} zone={zone} />
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
  'time-unknown': 'The text gives no time: it keeps its place in the order.',
  'day-missing': 'The text gives no day; this one is proposed.',
  'year-missing': 'The text gives no year; this one is proposed.',
  'runs-backwards': 'Time runs backwards here; the neighbouring day is proposed.',
};
