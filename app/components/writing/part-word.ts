import type { ChangedPart } from '#domain/history/changes.ts';

export const PART_WORD: Record<ChangedPart['kind'], string> = {
  title: 'Title',
  standfirst: 'First line',
  section: 'Section',
  finding: 'Finding',
  moment: 'Moment',
};
