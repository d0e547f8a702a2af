import { useEffect } from 'react';

/** Kept under such names for one person without being words: that they answered, so that nobody is asked twice. */
const NO_WORDS = ['answered'];

/** What waits in this tab is named `soak.<what>:<person>:…`, so that another who signs in here finds nothing of it. */
const namesOf = (person: string): string[] => {
  try {
    const names = Array.from({ length: sessionStorage.length }, (_, at) => sessionStorage.key(at) ?? '');
    return names.filter((name) => {
      const [what, whose] = name.split(':');
      return whose === person && what?.startsWith('soak.') && !NO_WORDS.includes(what.slice('soak.'.length));
    });
  } catch {
    return [];
  }
};

/** Words of one person's own that were begun in this tab, on whatever page, and are nowhere else. */
export const listTabDrafts = (person: string): string[] =>
  namesOf(person)
    .map((name) => wordsIn(sessionStorage.getItem(name) ?? '').trim())
    .filter((words) => words !== '');

/** For sign-out: removes them, and what this tab alone knows of a person's unsigned words. */
export const wipeTabDrafts = (person: string): void => {
  for (const name of namesOf(person)) sessionStorage.removeItem(name);
};

/** Words that only this tab holds go with it: the browser asks first, on every page (D7). */
export function useAskedAboutDrafts(person: string | undefined) {
  useEffect(() => {
    if (person === undefined) return;
    const ask = (event: BeforeUnloadEvent) => {
      if (listTabDrafts(person).length > 0) event.preventDefault();
    };
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [person]);
}

/** Fields of a draft in which somebody writes; its others say what it is about. */
const WRITTEN = ['words', 'title', 'reason', 'noFindingReason', 'shows', 'draft'];

/** Words alone; or a draft of several fields, by itself or as `draft` beside what goes with it, which may say how they read before. */
function wordsIn(kept: string): string {
  const read = fieldsIn(kept);
  if (read === null) return kept;
  const fields = isRecord(read.draft) ? read.draft : read;
  const written = WRITTEN.map((field) => fields[field]).filter((words) => typeof words === 'string');
  if (written.length === 0) return kept;
  return 'was' in fields && fields.words === fields.was
    ? ''
    : written.filter((words) => words.trim() !== '').join('\n');
}

function fieldsIn(kept: string): Record<string, unknown> | null {
  try {
    const read: unknown = JSON.parse(kept);
    return isRecord(read) ? read : null;
  } catch {
    return null;
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
