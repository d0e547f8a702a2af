import { MOMENT_WORD, MomentShape } from '#app/components/moment-mark.tsx';
import { LETTER, type Mark, THEORY_ENDS } from './lay-out.ts';

/** One mark with its words: a shape, a span, or a fish where a theory led nowhere. */
export function MarkShape({ mark }: { mark: Mark }) {
  const { id, kind, label, orderOnly, about, herring } = mark;
  const said = [
    MOMENT_WORD[kind],
    herring && 'led nowhere',
    orderOnly && 'time not known',
    about && 'time about',
  ];
  return (
    <a href={`#moment-${id}`} aria-label={`${label}: ${said.filter(Boolean).join(', ')}`}>
      {mark.endX === null || kind !== 'working-theory' ? (
        <Point mark={mark} />
      ) : (
        <Theory mark={mark} end={mark.endX} />
      )}
    </a>
  );
}

function Point({ mark }: { mark: Mark }) {
  const { x, y, kind, endX, label, labelLeft, orderOnly, otherXs } = mark;
  const wordsX = labelLeft ? Math.min(x, ...otherXs) - 14 : Math.max(x, endX ?? 0, ...otherXs) + 14;
  return (
    <>
      {endX !== null && <path className="lasting" d={`M${x} ${y}H${endX}M${endX} ${y - 5}V${y + 5}`} />}
      {otherXs.map((other) => (
        <g key={other}>
          <path className="told" d={`M${x} ${y}H${other}`} />
          <Shape kind={kind} x={other} y={y} />
        </g>
      ))}
      <Shape kind={kind} x={x} y={y} orderOnly={orderOnly} />
      <text className="label" x={wordsX} y={y + 5} textAnchor={labelLeft ? 'end' : 'start'}>
        {label}
      </text>
    </>
  );
}

const Shape = ({
  kind,
  x,
  y,
  orderOnly = false,
}: {
  kind: Mark['kind'];
  x: number;
  y: number;
  orderOnly?: boolean;
}) => (
  <g transform={`translate(${x - 8} ${y - 8})`} className="shape">
    <circle className="halo" cx="8" cy="8" r="11" />
    <MomentShape kind={kind} />
    {orderOnly && <circle className="unsure" cx="8" cy="8" r="9.5" />}
  </g>
);

function Theory({ mark, end }: { mark: Mark; end: number }) {
  const { x, y, label, labelLeft, herring } = mark;
  const inside = end - x >= label.length * LETTER + THEORY_ENDS;
  const wordsX = inside ? x + (herring ? 26 : 14) : labelLeft ? x - 8 : end + (herring ? 18 : 8);
  return (
    <>
      {herring ? (
        <Fish x={x} y={y} end={end} />
      ) : (
        <rect className="capsule" x={x} y={y - 11} width={end - x} height="22" rx="11" />
      )}
      <text className="theory" x={wordsX} y={y + 5} textAnchor={!inside && labelLeft ? 'end' : 'start'}>
        {label}
      </text>
    </>
  );
}

/** A theory's span that closes as a fish. */
function Fish({ x, y, end }: { x: number; y: number; end: number }) {
  const nose = Math.min(26, (end - x) / 3);
  const tail = end - Math.min(14, (end - x) / 4);
  const body = `M${x} ${y}C${x + nose / 2} ${y - 12} ${x + nose} ${y - 12} ${x + nose} ${y - 12}H${tail - nose}C${tail - nose / 2} ${y - 12} ${tail} ${y - 5} ${tail} ${y}C${tail} ${y + 5} ${tail - nose / 2} ${y + 12} ${tail - nose} ${y + 12}H${x + nose}C${x + nose} ${y + 12} ${x + nose / 2} ${y + 12} ${x} ${y}Z`;
  return (
    <g className="fish">
      <path d={body} />
      <path className="fin" d={`M${tail} ${y}L${end} ${y - 10}M${tail} ${y}L${end} ${y + 10}`} />
      <circle className="eye" cx={x + nose * 0.6} cy={y - 2} r="2" />
    </g>
  );
}
