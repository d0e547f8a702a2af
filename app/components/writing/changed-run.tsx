import type { By, ChangedRun, Op } from '#domain/history/changes.ts';
import { Inlines } from './inlines.tsx';

/** Names by id; whoever has left for good has none. */
export type Names = Readonly<Record<string, string>>;

/** "Amir and Priya"; nobody known is nothing. */
export const namesOf = (by: By, names: Names): string =>
  by.map((person) => (person === null ? 'Soak' : (names[person] ?? 'a former member'))).join(' and ');

/** Words as they were kept, put in or taken out. The name stands behind the last of several that one person changed. */
export function Runs({ runs, names }: { runs: readonly ChangedRun[]; names: Names }) {
  return runs.map((run, at) => {
    const next = runs[at + 1];
    const goesOn =
      next !== undefined && next.op !== 'same' && namesOf(next.by, names) === namesOf(run.by, names);
    return <Run key={`${at} ${run.op}`} run={run} by={goesOn ? '' : namesOf(run.by, names)} />;
  });
}

function Run({ run: { op, text, marks }, by }: { run: ChangedRun; by: string }) {
  const words = <Inlines runs={[{ text, marks }]} />;
  if (op === 'same') return words;
  return (
    <>
      <Changed op={op}>{words}</Changed>
      <Who by={by} />{' '}
    </>
  );
}

/** Put in is underlined, taken out struck through; said in words for those who listen. */
export const Changed = ({ op, children }: { op: Exclude<Op, 'same'>; children: React.ReactNode }) =>
  op === 'in' ? (
    <ins>
      <span className="sr">put in: </span>
      {children}
    </ins>
  ) : (
    <del>
      <span className="sr">taken out: </span>
      {children}
    </del>
  );

export const Who = ({ by }: { by: string }) => (by === '' ? null : <small className="who">{` ${by}`}</small>);
