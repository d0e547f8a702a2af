import type { WorkState } from './tracker.ts';

/** Where an item is worked on, as far as anybody who may read the review is told. */
export interface Where {
  state: 'sending' | 'sent' | 'refused' | 'unknown';
  tracker: string | null;
  key: string;
  url: string;
  work: WorkState | null;
  workWords: string;
}

/** Its state there in plain words; the tracker's own stand beside ours where they say more. */
export function workWords({ work, workWords: theirs }: Pick<Where, 'work' | 'workWords'>): string {
  if (work === null) return '';
  const ours = { open: 'open', done: 'done', dropped: 'dropped' }[work];
  return theirs === '' || theirs.toLowerCase() === ours ? ours : `${ours} (“${theirs}”)`;
}

/** One line for exports: where, and what has become of it. '' where it is nowhere else. */
export function whereWords(where: Where): string {
  const place = where.tracker ?? 'another place';
  switch (where.state) {
    case 'sending':
      return `on its way to ${place}`;
    case 'refused':
      return '';
    case 'unknown':
      return `perhaps in ${place}: nobody knows whether it arrived`;
    case 'sent': {
      const state = workWords(where);
      return `in ${place}${where.key && ` as ${where.key}`}${state && `, ${state}`}`;
    }
  }
}

/** The sentence beside an item whose answer never came. */
export const UNKNOWN_WORDS = 'We do not know whether it arrived: look, then link or send again.';
