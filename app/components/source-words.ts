import { firstWords } from '#domain/first-words.ts';
import { findTarget } from '#domain/meeting/find-target.ts';
import type { StageKind } from '#domain/meeting/stage.ts';
import { sourcesFor } from '#domain/meeting/stage-sources.ts';
import { isSameTarget, type Target, targetValue } from '#domain/meeting/target.ts';
import type { Moment, WriteUp } from '#domain/write-up.ts';
import { FINDING_WORD } from './finding-mark.tsx';
import { MOMENT_WORD } from './moment-mark.tsx';
import { momentName, momentTimeShort } from './writing/moment-words.ts';

/** Something a stage can present, by its name, as a form ticks it. */
export interface SourceChoice {
  value: string;
  words: string;
}

/** What a stage of this kind can present, and what this one does besides: something since taken out can still be unticked. */
export function sourceChoices(
  kind: StageKind,
  targets: readonly Target[],
  writeUp: WriteUp,
  zone: string,
): SourceChoice[] {
  const offered = sourcesFor(kind, writeUp);
  const besides = targets.filter((one) => !offered.some((other) => isSameTarget(one, other)));
  return [...offered, ...besides].map((target) => ({
    value: targetValue(target),
    words: sourceWords(target, writeUp, zone),
  }));
}

/** "23:15 The copy prints nothing", "Risk: One key opens all". */
export function sourceWords(target: Target, writeUp: WriteUp, zone: string): string {
  const found = findTarget(writeUp, target);
  switch (found?.type) {
    case undefined:
      return 'No longer in the write-up';
    case 'section':
      return found.section.title || 'A part without a title';
    case 'finding':
      return `${FINDING_WORD[found.finding.kind]}: ${found.finding.title || 'not named yet'}`;
    case 'moment':
      return momentWords(found.moment, zone);
    case 'chat':
      return `Chat: ${momentWords(found.moment, zone)}`;
    case 'block':
      return found.block.type === 'picture'
        ? `Picture: ${found.block.alt || 'without words of its own'}`
        : firstWords([found.block], 60) || `A passage of ${found.section.title}`;
  }
}

const momentWords = (moment: Moment, zone: string): string =>
  [momentTimeShort(moment.time, zone), momentName(moment) || MOMENT_WORD[moment.kind]]
    .filter(Boolean)
    .join(' ');

/** What a stage presents, named: the first two, and how many more. */
export function presentedWords(targets: readonly Target[], writeUp: WriteUp, zone: string): string {
  const names = targets.slice(0, targets.length === 3 ? 3 : 2).map((one) => sourceWords(one, writeUp, zone));
  const more = targets.length - names.length;
  return [...names, ...(more > 0 ? [`and ${more} more`] : [])].join(' · ');
}
