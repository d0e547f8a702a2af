import { firstWords } from '#domain/first-words.ts';
import { findTarget } from '#domain/meeting/find-target.ts';
import { REVIEW_STAGE_KINDS } from '#domain/meeting/stage.ts';
import { hasSources, sourcesFor } from '#domain/meeting/stage-sources.ts';
import { type Target, targetValue } from '#domain/meeting/target.ts';
import type { Moment, WriteUp } from '#domain/write-up.ts';
import { FINDING_WORD } from './finding-mark.tsx';
import { MOMENT_WORD } from './moment-mark.tsx';
import type { Sources } from './source-choices.ts';
import { momentName, momentTimeShort } from './writing/moment-words.ts';

/**
 * Everything stages can present, with its name.
 * @param targets what stages present now, so that all of it has one
 * @param zone the one the write-up tells its moments in
 */
export function sourcesOf(writeUp: WriteUp, targets: readonly Target[], zone: string): Sources {
  const named = (target: Target) => ({
    value: targetValue(target),
    words: sourceWords(target, writeUp, zone),
  });
  return {
    byKind: Object.fromEntries(
      REVIEW_STAGE_KINDS.filter(hasSources).map((kind) => [kind, sourcesFor(kind, writeUp).map(named)]),
    ),
    others: Object.fromEntries(targets.map(named).map(({ value, words }) => [value, words])),
  };
}

/** "23:15 The copy prints nothing", "Risk: One key opens all". */
function sourceWords(target: Target, writeUp: WriteUp, zone: string): string {
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
