import type { Block } from '../write-up.ts';
import { LONGEST_CLAIM } from './capture.ts';
import type { Found } from './find-target.ts';

/** The words a different view stands against, as they read now (C2). */
export function claimOf(found: Found | null): string {
  switch (found?.type) {
    case undefined:
      return '';
    case 'section':
      return (opening(found.section.blocks) || found.section.title).slice(0, LONGEST_CLAIM);
    case 'finding':
      return (found.finding.title || textOf(found.finding.blocks)).slice(0, LONGEST_CLAIM);
    case 'moment':
    case 'chat':
      return textOf(found.moment.blocks).slice(0, LONGEST_CLAIM);
    case 'block':
      return textOf([found.block]).slice(0, LONGEST_CLAIM);
  }
}

/** A part's title claims nothing: its first two sentences do. Longer ones than this are cut where a word ends. */
const LONGEST_OPENING = 300;

function opening(blocks: readonly Block[]): string {
  const told = blocks.filter((block) => block.type === 'text' && block.kind !== 'heading');
  const first = told.map((block) => textOf([block]).trim()).find((words) => words !== '') ?? '';
  const sentences = [...new Intl.Segmenter('en', { granularity: 'sentence' }).segment(first)];
  const two = sentences
    .slice(0, 2)
    .map(({ segment }) => segment)
    .join('')
    .trim();
  return two.length <= LONGEST_OPENING ? two : `${two.slice(0, LONGEST_OPENING).replace(/\s+\S*$/, '')}…`;
}

/** The plain words of some blocks. */
export const textOf = (blocks: readonly Block[]): string =>
  blocks
    .map((block) => {
      if (block.type === 'text') return block.content.map(({ text }) => text).join('');
      return block.type === 'evidence' ? block.text : '';
    })
    .filter(Boolean)
    .join('\n');
