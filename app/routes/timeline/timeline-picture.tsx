import { dayOf, lastingWords, timeOf } from '#app/components/clock-words.ts';
import { useWritingFacts } from '#app/components/writing/surroundings.tsx';
import type { Moment } from '#domain/write-up.ts';
import { type Lane, layOut, type Picture } from './lay-out.ts';
import { MarkShape } from './mark-shape.tsx';

const LEFT = 180;
const WIDTH = 1232;
const TOP = 44;
const FOOT = 34;

/** Moments as ink shapes in lanes. Every mark leads to its words in the list below; the list says all that the picture says. */
export function TimelinePicture({ moments }: { moments: readonly Moment[] }) {
  const { names, zone } = useWritingFacts();
  const picture = layOut(moments, ({ id }) => names[id] || 'without words yet', WIDTH - LEFT - 20);
  const height = TOP + picture.height + FOOT;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: wider than a phone, it is scrolled by keyboard too
    <section className="chart-scroll" tabIndex={0} aria-label="Timeline picture">
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot stand in a picture */}
      <svg
        className="chart"
        viewBox={`0 0 ${WIDTH} ${height}`}
        width={WIDTH}
        height={height}
        role="group"
        aria-label="The same moments are listed below"
      >
        <Ticks picture={picture} zone={zone} />
        {picture.lanes.map((lane) => (
          <LaneLine key={lane.name} lane={lane} />
        ))}
        <OrderKnown picture={picture} />
        <Silences picture={picture} />
        <g transform={`translate(${LEFT} ${TOP})`}>
          {picture.marks.map((mark) => (
            <MarkShape key={mark.id} mark={mark} />
          ))}
        </g>
      </svg>
    </section>
  );
}

function Ticks({ picture, zone }: { picture: Picture; zone: string }) {
  let day = '';
  return (
    <g>
      {picture.scale.ticks.map(({ at, x }) => {
        const own = dayOf(at, zone).replace(/^\w+ /, '');
        const begins = own !== day;
        day = own;
        return (
          <g key={at} transform={`translate(${LEFT + x} 0)`}>
            <path className="hair" d={`M0 ${TOP - 12}V${TOP + picture.height}`} />
            <text className="tick" textAnchor="middle" y={TOP - 26}>
              {begins ? `${own}, ${timeOf(at, zone)}` : timeOf(at, zone)}
            </text>
          </g>
        );
      })}
    </g>
  );
}

const LaneLine = ({ lane: { name, y, height } }: { lane: Lane }) => (
  <g>
    <path className="hair" d={`M0 ${TOP + y}H${WIDTH}`} />
    {wrapped(name || 'Nobody named').map((line, at) => (
      <text key={line} className="lane" x="0" y={TOP + y + 24 + at * 17}>
        {line}
      </text>
    ))}
    <path className="hair" d={`M0 ${TOP + y + height}H${WIDTH}`} />
  </g>
);

const LONGEST_LINE = 24;

/** A lane's name on at most two lines. */
function wrapped(name: string): string[] {
  if (name.length <= LONGEST_LINE) return [name];
  const at = name.lastIndexOf(' ', LONGEST_LINE);
  const first = name.slice(0, at > 0 ? at : LONGEST_LINE);
  const rest = name.slice(first.length).trim();
  return [first, rest.length > LONGEST_LINE ? `${rest.slice(0, LONGEST_LINE - 1)}…` : rest];
}

const OrderKnown = ({ picture }: { picture: Picture }) => (
  <g transform={`translate(${LEFT} ${TOP - 14})`}>
    {picture.orderKnown.map(({ from, to }) => (
      <g key={from}>
        <path className="dots" d={`M${from + 8} 0H${Math.max(to - 8, from + 8)}`} />
        {to - from > 190 && (
          <text className="quiet on-line" textAnchor="middle" x={(from + to) / 2} y="4">
            order known, minutes not
          </text>
        )}
      </g>
    ))}
  </g>
);

/** A stretch without a moment, bracketed and named; it is drawn shorter than it was. */
const Silences = ({ picture }: { picture: Picture }) => (
  <g transform={`translate(${LEFT} ${TOP + picture.height + 6})`}>
    {picture.scale.silences.map(({ from, to }) => {
      const [left, right] = [picture.scale.at(from) + 6, picture.scale.at(to) - 6];
      return (
        <g key={from}>
          <path className="bracket" d={`M${left} 0V6H${right}V0`} />
          <text className="quiet" textAnchor="middle" x={(left + right) / 2} y="22">
            {lastingWords(to - from)} without a moment
          </text>
        </g>
      );
    })}
  </g>
);
