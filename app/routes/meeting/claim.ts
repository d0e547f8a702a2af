import { LONGEST_CLAIM } from '#domain/meeting/capture.ts';
import { type Found, textOf } from './target-words.ts';

/** The words a different view stands against, as they read now (C2). */
export function claimOf(found: Found | null): string {
  switch (found?.type) {
    case undefined:
      return '';
    case 'section':
      return found.section.title.slice(0, LONGEST_CLAIM);
    case 'finding':
      return (found.finding.title || textOf(found.finding.blocks)).slice(0, LONGEST_CLAIM);
    case 'moment':
    case 'chat':
      return textOf(found.moment.blocks).slice(0, LONGEST_CLAIM);
    case 'block':
      return textOf([found.block]).slice(0, LONGEST_CLAIM);
  }
}
