import type { Block, Finding, Moment, Section, WriteUp } from '#domain/write-up.ts';
import type { Target } from './target.ts';

/** What a target names in the write-up as it stands; null when it is gone. */
export type Found =
  | { type: 'section'; section: Section }
  | { type: 'moment'; moment: Moment }
  | { type: 'finding'; finding: Finding }
  | { type: 'block'; section: Section; block: Block }
  /** What was said around a moment: its words are evidence, no part of the write-up. */
  | { type: 'chat'; moment: Moment };

/** M16: the thing itself; if that is gone, its section; if that is gone, nothing. */
export function findTarget(writeUp: WriteUp, target: Target | null): Found | null {
  if (target === null) return null;
  return exactly(writeUp, target) ?? sectionOf(writeUp, target.section);
}

/** Whether the write-up still has exactly this. */
export const hasTarget = (writeUp: WriteUp, target: Target): boolean => exactly(writeUp, target) !== null;

function exactly(writeUp: WriteUp, target: Target): Found | null {
  switch (target.type) {
    case 'section':
      return sectionOf(writeUp, target.id);
    case 'moment': {
      const moment = writeUp.moments.find(({ id }) => id === target.id);
      return moment ? { type: 'moment', moment } : null;
    }
    case 'finding': {
      const finding = writeUp.findings.find(({ id }) => id === target.id);
      return finding ? { type: 'finding', finding } : null;
    }
    case 'chat': {
      const moment = writeUp.moments.find(({ id }) => id === target.id);
      return moment && moment.evidence.length > 0 ? { type: 'chat', moment } : null;
    }
    case 'block':
    case 'picture':
      return blockOf(writeUp, target.id);
  }
}

function sectionOf(writeUp: WriteUp, id: string | null): Found | null {
  const section = writeUp.sections.find((one) => one.id === id);
  return section ? { type: 'section', section } : null;
}

function blockOf(writeUp: WriteUp, id: string): Found | null {
  for (const section of writeUp.sections) {
    const block = section.blocks.find((one) => one.id === id);
    if (block) return { type: 'block', section, block };
  }
  return null;
}
