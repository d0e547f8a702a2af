import './source-ticks.css';
import type { StageKind } from '#domain/meeting/stage.ts';
import { hasSources } from '#domain/meeting/stage-sources.ts';
import { type Target, targetValue } from '#domain/meeting/target.ts';
import { Tick } from './field.tsx';
import { choicesOf, type Sources } from './source-choices.ts';

/** What a stage shows of the write-up, as a list to tick, in the write-up's order; nothing for a kind that shows none of it. */
export function SourceTicks({
  name,
  kind,
  targets,
  sources,
}: {
  /** Of each ticked value in the form; `${name}-asked` says that the list was there. */
  name: string;
  kind: StageKind;
  targets: readonly Target[];
  sources: Sources;
}) {
  if (!hasSources(kind)) return null;
  const ticked = targets.map(targetValue);
  const choices = choicesOf(sources, kind, targets);
  return (
    <fieldset className="source-ticks">
      <legend>What it shows</legend>
      <input type="hidden" name={`${name}-asked`} value="yes" />
      {choices.length === 0 ? (
        <p className="quietly">{NOTHING_YET[kind] ?? 'The write-up has nothing for it yet.'}</p>
      ) : (
        <ul>
          {choices.map(({ value, words }) => (
            <li key={value}>
              <Tick name={name} value={value} defaultChecked={ticked.includes(value)}>
                {words}
              </Tick>
            </li>
          ))}
        </ul>
      )}
    </fieldset>
  );
}

const NOTHING_YET: Partial<Record<StageKind, string>> = {
  accounts: 'No moment of the write-up has two accounts yet.',
  evidence: 'The write-up has no picture, and no moment in it rests on chat yet.',
};
