import { timeOf } from '#app/components/clock-words.ts';
import { MOMENT_WORD } from '#app/components/moment-mark.tsx';
import type { Target } from '#domain/meeting/target.ts';
import type { Block, Finding, Moment, MomentTime, Section, WriteUp } from '#domain/write-up.ts';

/** What a target names in the write-up as it stands; null when it is gone. */
export type Found =
  | { type: 'section'; section: Section }
  | { type: 'moment'; moment: Moment }
  | { type: 'finding'; finding: Finding }
  | { type: 'block'; section: Section; block: Block };

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

const LONG = 64;

/** A few words for where someone is: "23:15, The copy still prints not a line …". */
export function wordsFor(found: Found | null, zone: string): string {
  switch (found?.type) {
    case undefined:
      return 'this stage';
    case 'section':
      return found.section.title || 'a part of the write-up';
    case 'finding':
      return found.finding.title || 'a finding';
    case 'block':
      return cut(textOf([found.block])) || found.section.title;
    case 'moment': {
      const when = momentTime(found.moment.time, zone);
      const what = cut(textOf(found.moment.blocks)) || MOMENT_WORD[found.moment.kind];
      return when === null ? what : `${when}, ${what}`;
    }
  }
}

/** "23:15", "about 23:15", "23:13 to 23:31"; null where only the order is known. */
export function momentTime(time: MomentTime, zone: string): string | null {
  if (time.certainty === 'order-only') return null;
  const about = time.certainty === 'about' ? 'about ' : '';
  const end = time.end === null ? '' : ` to ${timeOf(time.end, zone)}`;
  return `${about}${timeOf(time.start, zone)}${end}`;
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

/** Short, and without the full stop that would stand before the sentence's own. */
const cut = (words: string) =>
  words.length > LONG ? `${words.slice(0, LONG - 1).trimEnd()}…` : words.replace(/[.\s]+$/, '');
