import {
  CHOICES,
  countWord,
  FEW_CONFIDENT,
  fewestAnswers,
  type PollCount,
  type PollKind,
} from '#domain/meeting/inputs.ts';
import { useRoom } from '../room-context.ts';
import { useInputs } from './use-inputs.ts';

/** A closed poll, as it may be known to anyone (U2). */
export function PollCounts({ stage, kind }: { stage: string; kind: PollKind }) {
  const { room } = useRoom();
  const here = room.inputs?.stage === stage ? room.inputs : null;
  const fetched = useInputs(here ? null : stage, null, room.rev);
  const counts = here?.counts ?? fetched?.counts ?? [];
  return <Counts kind={kind} counts={counts} />;
}

function Counts({ kind, counts }: { kind: PollKind; counts: readonly PollCount[] }) {
  if (counts.length === 0) {
    const few = fewestAnswers(kind) === FEW_CONFIDENT ? 'five' : 'three';
    return (
      <p className="too-few">
        Fewer than {few} answered, so there are no counts: with so few, it could be told who answered what.
        The answers are gone.
      </p>
    );
  }
  const most = Math.max(...counts.map(({ count }) => count ?? 2));
  return (
    <>
      <dl className="counts" aria-label="How it was answered">
        {CHOICES[kind].map(({ choice, words }) => {
          const found = counts.find((one) => one.choice === choice);
          const count = found ? found.count : 0;
          return (
            <div key={choice}>
              <dt>{words}</dt>
              <dd>
                <span
                  className={count === null ? 'share about' : 'share'}
                  style={
                    { '--share': `${((count ?? 1.5) / Math.max(1, most)) * 100}%` } as React.CSSProperties
                  }
                />
                <span>{countWord(count)}</span>
              </dd>
            </div>
          );
        })}
      </dl>
      {counts.some(({ count }) => count === null) && (
        <p className="under">One or two of a kind have no number, so that nobody is told by subtracting.</p>
      )}
    </>
  );
}
