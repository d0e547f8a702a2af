import './screen-inputs.css';
import {
  CHOICES,
  countWord,
  FEW_CONFIDENT,
  fewestAnswers,
  type InputKind,
  isPoll,
  type PollKind,
} from '#domain/meeting/inputs.ts';
import type { ScreenInputs as Inputs } from '#domain/meeting/screen-inputs.ts';

/** What everyone wrote or answered, once everyone reads it. */
export function ScreenInputs({ inputs }: { inputs: Inputs }) {
  if (isPoll(inputs.kind)) return <Counts kind={inputs.kind} counts={inputs.counts} />;
  if (inputs.texts.length === 0 && inputs.more === 0)
    return <p className="screen-under">Nothing was written.</p>;
  return (
    <>
      <ul className="screen-texts">
        {inputs.texts.map(({ id, words, by }) => (
          <li key={id}>
            <p>{words}</p>
            {by !== null && <p className="by">{by}</p>}
          </li>
        ))}
      </ul>
      {inputs.more > 0 && (
        <p className="screen-under">
          {inputs.more === 1 ? 'One more is' : `${inputs.more} more are`} on everyone’s own screen.
        </p>
      )}
    </>
  );
}

/** What was said against a claim stands beside it, on a screen of one's own. */
export const ScreenViews = ({ count }: { count: number }) => (
  <p className="screen-under">
    {count === 1 ? 'One different view is' : `${count} different views are`} on everyone’s own screen, kept as
    said.
  </p>
);

/** While everyone writes or answers for themselves: what is asked, where, and when it is shown. */
export const ScreenAsks = ({ kind }: { kind: InputKind }) => (
  <>
    {isPoll(kind) && (
      <ul className="screen-choices">
        {CHOICES[kind].map(({ choice, words }) => (
          <li key={choice}>{words}</li>
        ))}
      </ul>
    )}
    <p className="screen-under">{isPoll(kind) ? ASK_WORDS.poll : ASK_WORDS[kind]}</p>
  </>
);

const ASK_WORDS = {
  poll: 'Everyone answers on their own screen, without a name. The counts come when the poll closes.',
  unsaid:
    'Whoever likes puts something in on their own screen, without a name. It is read once the box is opened.',
  'silent-writing':
    'Everyone writes on their own screen. Nobody reads along: the texts are shown all at once, with names.',
} as const;

function Counts({ kind, counts }: { kind: PollKind; counts: Inputs['counts'] }) {
  if (counts.length === 0)
    return (
      <p className="screen-under">
        Fewer than {fewestAnswers(kind) === FEW_CONFIDENT ? 'five' : 'three'} answered, so there are no
        counts.
      </p>
    );
  const most = Math.max(1, ...counts.map(({ count }) => count ?? 2));
  return (
    <dl className="screen-counts" aria-label="How it was answered">
      {CHOICES[kind].map(({ choice, words }) => {
        const found = counts.find((one) => one.choice === choice);
        const count = found ? found.count : 0;
        return (
          <div key={choice}>
            <dt>{words}</dt>
            <dd>
              <span
                className={count === null ? 'share about' : 'share'}
                style={{ '--share': `${((count ?? 1.5) / most) * 100}%` } as React.CSSProperties}
              />
              {countWord(count)}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
