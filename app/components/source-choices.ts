import type { StageKind } from '#domain/meeting/stage.ts';
import { type Target, targetValue } from '#domain/meeting/target.ts';

/** Something a stage can present, by its name, as a form ticks it. */
export interface SourceChoice {
  value: string;
  words: string;
}

/** What stages of a write-up can be made from, as its names stand. */
export interface Sources {
  byKind: Partial<Record<StageKind, readonly SourceChoice[]>>;
  /** Names of what stages present besides, by value: a passage, say. */
  others: Readonly<Record<string, string>>;
}

/** What a stage of this kind can present, and what this one does besides: something since taken out can still be unticked. */
export function choicesOf(sources: Sources, kind: StageKind, targets: readonly Target[]): SourceChoice[] {
  const offered = sources.byKind[kind] ?? [];
  const besides = targets.map(targetValue).filter((value) => !offered.some((one) => one.value === value));
  return [...offered, ...besides.map((value) => ({ value, words: nameOf(sources, value) }))];
}

/** What a stage presents, named: the first two, and how many more. */
export function presentedWords(sources: Sources, targets: readonly Target[]): string {
  const names = targets
    .slice(0, targets.length === 3 ? 3 : 2)
    .map((target) => nameOf(sources, targetValue(target)));
  const more = targets.length - names.length;
  return [...names, ...(more > 0 ? [`and ${more} more`] : [])].join(' · ');
}

const nameOf = ({ byKind, others }: Sources, value: string): string =>
  Object.values(byKind)
    .flat()
    .find((one) => one.value === value)?.words ??
  others[value] ??
  'No longer in the write-up';
