import type { Block, Moment, WriteUp } from '#domain/write-up.ts';
import { MOST_TARGETS, type StageKind } from './stage.ts';
import { isSameTarget, type Target } from './target.ts';

/** Several tellings of one moment stand beside each other and are never merged. */
export const isToldByMany = ({ accounts }: Pick<Moment, 'accounts'>): boolean => accounts.length > 1;

const target = (type: Target['type'], id: string, section: string | null = null): Target => ({
  type,
  id,
  section,
});

const SOURCES: Partial<Record<StageKind, (writeUp: WriteUp) => Target[]>> = {
  section: ({ sections }) => sections.map(({ id }) => target('section', id)),
  walk: ({ moments }) => moments.map(({ id }) => target('moment', id)),
  accounts: ({ moments }) => moments.filter(isToldByMany).map(({ id }) => target('moment', id)),
  evidence: ({ sections, moments }) => [
    ...sections.flatMap(({ id, blocks }) =>
      blocks.filter(isPicture).map((block) => target('picture', block.id, id)),
    ),
    ...moments.filter(({ evidence }) => evidence.length > 0).map(({ id }) => target('chat', id)),
  ],
  finding: ({ findings }) => findings.map(({ id }) => target('finding', id)),
  'open-questions': ({ findings }) =>
    findings.filter(({ kind }) => kind === 'open-question').map(({ id }) => target('finding', id)),
};

const isPicture = ({ type }: Block) => type === 'picture';

/** Whether something of the write-up is chosen for a stage of this kind. A reading shows all of it, the others none. */
export const hasSources = (kind: StageKind): boolean => SOURCES[kind] !== undefined;

/** What of the write-up a stage of this kind can present, in its order. */
export const sourcesFor = (kind: StageKind, writeUp: WriteUp): Target[] => SOURCES[kind]?.(writeUp) ?? [];

/** What of its planned targets a stage keeps: a reading has the whole write-up and steps through none of it. */
export const targetsKept = (kind: StageKind, targets: readonly Target[]): readonly Target[] =>
  kind === 'reading' ? [] : targets.slice(0, MOST_TARGETS);

/** What a new stage of this kind begins with: what no other stage presents yet, where that is a walk or findings; else nothing. */
export const firstSources = (
  kind: StageKind,
  writeUp: WriteUp,
  others: readonly { kind: StageKind; targets: readonly Target[] }[],
): Target[] => {
  if (kind !== 'walk' && kind !== 'finding' && kind !== 'accounts') return [];
  const shown = others
    .filter((other) => kind !== 'accounts' || other.kind === 'accounts')
    .flatMap(({ targets }) => targets);
  const offered = sourcesFor(kind, writeUp);
  const left = offered.filter((one) => !shown.some((other) => isSameTarget(one, other)));
  return left.length === 0 && kind === 'accounts' ? offered : left;
};
