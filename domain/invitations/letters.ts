import type { PersonId } from '../ids.ts';

/** What a calendar entry says of a meeting. */
export interface EntryFacts {
  title: string;
  startsAt: Date;
  minutes: number;
  callLink: string;
  isCancelled: boolean;
}

/** The entry as it stood when somebody was last told of it. */
export interface EntryTold extends EntryFacts {
  /** RFC 5545: never falls, whoever was told. */
  sequence: number;
}

export type CalendarRole = 'chair' | 'optional';

/** What one person was told last. */
export interface Told {
  sequence: number;
  standing: 'invited' | 'uninvited' | 'cancelled';
  role: CalendarRole;
}

export type LetterReason = 'invited' | 'moved' | 'changed' | 'uninvited' | 'cancelled';

/** One calendar message for one person. */
export interface Letter {
  person: PersonId;
  method: 'REQUEST' | 'CANCEL';
  sequence: number;
  role: CalendarRole;
  why: LetterReason;
}

/**
 * N1, N2: who is to be told what, given what stood before and what stands now. Start, length, call link and cancelling raise the
 * entry's SEQUENCE, and a moved start asks anew; words alone go out again under the number each had, so that no answer is reset. Uninviting and
 * inviting again raise it too: a calendar must never take the older of two for the newer.
 */
export function lettersFor(
  before: EntryTold | null,
  now: EntryFacts,
  told: ReadonlyMap<PersonId, Told>,
  named: ReadonlyMap<PersonId, CalendarRole>,
): { sequence: number; letters: Letter[] } {
  const first = before?.sequence ?? 0;
  if (now.isCancelled) return cancelled(before, first, told);
  const change = before === null ? 'nothing' : changeBetween(before, now);
  const raised = first + 1;
  const letters: Letter[] = [];
  for (const [person, role] of named) {
    const last = told.get(person);
    if (last === undefined) {
      const sequence = change === 'material' ? raised : first;
      letters.push({ person, method: 'REQUEST', sequence, role, why: 'invited' });
    } else if (last.standing !== 'invited')
      letters.push({ person, method: 'REQUEST', sequence: raised, role, why: 'invited' });
    else if (change === 'material')
      letters.push({ person, method: 'REQUEST', sequence: raised, role, why: 'moved' });
    else if (change === 'words' || last.role !== role)
      letters.push({ person, method: 'REQUEST', sequence: last.sequence, role, why: 'changed' });
  }
  for (const [person, last] of told)
    if (last.standing === 'invited' && !named.has(person))
      letters.push({ person, method: 'CANCEL', sequence: raised, role: last.role, why: 'uninvited' });
  const isRaised = change === 'material' || letters.some(({ sequence }) => sequence === raised);
  return { sequence: isRaised ? raised : first, letters };
}

function cancelled(before: EntryTold | null, first: number, told: ReadonlyMap<PersonId, Told>) {
  if (before === null || before.isCancelled) return { sequence: first, letters: [] };
  const letters = [...told]
    .filter(([, { standing }]) => standing === 'invited')
    .map(
      ([person, { role }]): Letter => ({
        person,
        method: 'CANCEL',
        sequence: first + 1,
        role,
        why: 'cancelled',
      }),
    );
  return { sequence: first + 1, letters };
}

const changeBetween = (before: EntryFacts, now: EntryFacts): 'nothing' | 'words' | 'material' => {
  if (
    before.startsAt.getTime() !== now.startsAt.getTime() ||
    before.minutes !== now.minutes ||
    before.callLink !== now.callLink
  )
    return 'material';
  return before.title === now.title ? 'nothing' : 'words';
};
