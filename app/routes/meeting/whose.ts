import { asId, type PersonId } from '#domain/ids.ts';

/** Whose words are noted: one's own, those of somebody with an account, or of somebody named by a label (C2). */
export type Whose =
  | { how: 'mine' }
  | { how: 'person'; id: string; name: string }
  | { how: 'label'; words: string };

export const MINE: Whose = { how: 'mine' };

export const writtenWhose = (whose: Whose): string => (whose.how === 'mine' ? '' : JSON.stringify(whose));

export function readWhose(written: string): Whose {
  try {
    const read = JSON.parse(written) as {
      how?: unknown;
      id?: unknown;
      name?: unknown;
      words?: unknown;
    } | null;
    if (read?.how === 'person' && typeof read.id === 'string' && typeof read.name === 'string')
      return { how: 'person', id: read.id, name: read.name };
    if (read?.how === 'label' && typeof read.words === 'string') return { how: 'label', words: read.words };
  } catch {
    // one's own
  }
  return MINE;
}

/** Somebody with an account, not chosen yet. */
export const SOMEBODY: Whose = { how: 'person', id: '', name: '' };
export const SOMEBODY_BY_LABEL: Whose = { how: 'label', words: '' };

/** As the command says it; nobody chosen and an empty label are one's own words. */
export function saidFor(whose: Whose): { forPerson?: PersonId; forLabel?: string } {
  if (whose.how === 'person') return whose.id === '' ? {} : { forPerson: asId<PersonId>(whose.id) };
  return whose.how === 'label' && whose.words.trim() !== '' ? { forLabel: whose.words.trim() } : {};
}
