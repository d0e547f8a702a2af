import { shownWords } from '#domain/attendance/markers.ts';
import type { Shown } from '#domain/attendance/shown.ts';

/** A word over what no number tells: of months, some came, or it is not said. */
export type Place = Shown | 'some' | 'untold';

/** One row of upright bars on a shared scale; what is a word and no number is an open outline, never a height. */
export const Columns = ({
  label,
  note,
  values,
  highest,
  main = false,
}: {
  label: string;
  note?: string | undefined;
  values: readonly {
    key: string;
    value: Place /** More than the number, in words. */;
    more?: boolean;
    under?: string;
  }[];
  highest: number;
  main?: boolean;
}) => (
  <div
    className={['columns-row', main && 'main', values.some(({ under }) => under) && 'under']
      .filter(Boolean)
      .join(' ')}
    aria-hidden="true"
  >
    <div className="label">
      <strong>{label}</strong>
      {note && <small>{note}</small>}
    </div>
    <ol>
      {values.map(({ key, value, more, under }) => (
        <li key={key}>
          <span className="num">
            {typeof value === 'number' ? value : SHORT[value]}
            {more && '+'}
          </span>
          <i
            className={typeof value === 'number' ? '' : value}
            style={{ height: `${heightOf(value, highest)}px` }}
          />
          {under !== undefined && <small className="num">{under}</small>}
        </li>
      ))}
    </ol>
  </div>
);

const TALLEST_PX = 72;
const SHORT = { nobody: '0', 'a-few': 'few', most: 'most', some: 'some', hidden: '–', untold: '–' } as const;

const heightOf = (value: Place, highest: number): number => {
  if (typeof value === 'number') return Math.max(2, (value / Math.max(highest, 1)) * TALLEST_PX);
  return value === 'nobody' || value === 'hidden' || value === 'untold' ? 0 : 6;
};

/** The same, for those who listen or copy. */
export const SaidAsTable = ({
  caption,
  heads,
  rows,
}: {
  caption: string;
  heads: readonly string[];
  rows: readonly (readonly (string | Shown)[])[];
}) => (
  <div className="sr">
    <table>
      <caption>{caption}</caption>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={String(row[0])}>
            {row.map((value, at) => (
              <td key={heads[at]}>{isShown(value) ? shownWords(value) : value}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);

const isShown = (value: string | Shown): value is Shown =>
  typeof value === 'number' ||
  value === 'nobody' ||
  value === 'a-few' ||
  value === 'most' ||
  value === 'hidden';
