import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asId, type PersonId } from '../ids.ts';
import { type CalendarRole, type EntryFacts, type EntryTold, lettersFor, type Told } from './letters.ts';
import { nextTry } from './retries.ts';

const [felicity, otto, grace] = ['a', 'b', 'c'].map((letter) =>
  asId<PersonId>(`${letter.repeat(8)}-0000-4000-8000-000000000000`),
) as [PersonId, PersonId, PersonId];

const AT = new Date('2026-12-01T09:00:00Z');
const entry: EntryFacts = {
  title: 'Wrong host',
  startsAt: AT,
  minutes: 60,
  callLink: '',
  isCancelled: false,
};
const named = (...people: PersonId[]) =>
  new Map<PersonId, CalendarRole>(people.map((id) => [id, id === felicity ? 'chair' : 'optional']));
const invited = (...people: PersonId[]) =>
  new Map<PersonId, Told>(
    people.map((id) => [
      id,
      { sequence: 0, standing: 'invited', role: id === felicity ? 'chair' : 'optional' },
    ]),
  );
const before: EntryTold = { ...entry, sequence: 0 };

describe('letters', () => {
  test('[N1] everybody named is invited once: who facilitates as CHAIR, everybody else as optional', () => {
    const { sequence, letters } = lettersFor(null, entry, new Map(), named(felicity, otto));
    expect(sequence).toBe(0);
    expect(letters).toMatchObject([
      { person: felicity, method: 'REQUEST', sequence: 0, role: 'chair', why: 'invited' },
      { person: otto, method: 'REQUEST', sequence: 0, role: 'optional', why: 'invited' },
    ]);
    expect(lettersFor(before, entry, invited(felicity, otto), named(felicity, otto)).letters).toEqual([]);
  });

  test.each([
    ['start', { startsAt: new Date('2026-12-02T09:00:00Z') }],
    ['length', { minutes: 45 }],
    ['call link', { callLink: 'https://call.example.org/room' }],
  ])('[N2] a new %s raises the number and asks anew', (_what, change) => {
    const answer = lettersFor(before, { ...entry, ...change }, invited(otto), named(otto));
    expect(answer).toMatchObject({
      sequence: 1,
      letters: [{ method: 'REQUEST', sequence: 1, why: 'moved' }],
    });
  });

  test('[N2] a new title goes out under the old number, so that no answer is reset', () => {
    const answer = lettersFor(before, { ...entry, title: 'The wrong host' }, invited(otto), named(otto));
    expect(answer).toMatchObject({ sequence: 0, letters: [{ sequence: 0, why: 'changed' }] });
  });

  test('[N2] uninviting tells that one person; inviting them again is newer than that', () => {
    const out = lettersFor(before, entry, invited(otto, grace), named(otto));
    expect(out).toMatchObject({
      sequence: 1,
      letters: [{ person: grace, method: 'CANCEL', sequence: 1, why: 'uninvited' }],
    });
    const told = invited(otto).set(grace, { sequence: 1, standing: 'uninvited', role: 'optional' });
    const again = lettersFor({ ...before, sequence: 1 }, entry, told, named(otto, grace));
    expect(again).toMatchObject({
      sequence: 2,
      letters: [{ person: grace, method: 'REQUEST', sequence: 2, why: 'invited' }],
    });
  });

  test('[N2] cancelling tells those who are invited, once', () => {
    const told = invited(otto).set(grace, { sequence: 1, standing: 'uninvited', role: 'optional' });
    const gone = { ...entry, isCancelled: true };
    const answer = lettersFor({ ...before, sequence: 1 }, gone, told, named(otto));
    expect(answer).toMatchObject({
      sequence: 2,
      letters: [{ person: otto, method: 'CANCEL', why: 'cancelled' }],
    });
    expect(lettersFor({ ...before, ...gone, sequence: 2 }, gone, told, named(otto)).letters).toEqual([]);
    expect(lettersFor(null, gone, new Map(), named(otto)).letters).toEqual([]);
  });

  test('[N2] whatever happens in whatever order, nobody’s number ever falls, and a CANCEL is above the REQUEST before it', () => {
    const people = [felicity, otto, grace];
    const step = fc.record({
      minutes: fc.constantFrom(45, 60),
      title: fc.constantFrom('A', 'B'),
      who: fc.subarray(people),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        let entryTold: EntryTold | null = null;
        const told = new Map<PersonId, Told>();
        for (const { who, ...facts } of steps) {
          const now = { ...entry, ...facts };
          const { sequence, letters } = lettersFor(entryTold, now, told, named(...who));
          for (const { person, method, sequence: sent, role } of letters) {
            const last = told.get(person);
            if (last) expect(sent).toBeGreaterThanOrEqual(last.sequence);
            if (last && (method === 'CANCEL' || last.standing !== 'invited'))
              expect(sent).toBeGreaterThan(last.sequence);
            expect(sent).toBeLessThanOrEqual(sequence);
            told.set(person, {
              sequence: sent,
              role,
              standing: method === 'CANCEL' ? 'uninvited' : 'invited',
            });
          }
          entryTold = { ...now, sequence };
          expect([...told].filter(([, { standing }]) => standing === 'invited').map(([id]) => id)).toEqual(
            expect.arrayContaining(who),
          );
        }
      }),
    );
  });
});

describe('retries', () => {
  const letter = { queuedAt: AT, until: null };
  const tried = { tries: 1, outage: 1, now: AT };
  test('[N4] what was refused is not tried again; what is put off is, with growing pauses, eight times and three days at most', () => {
    expect(nextTry('refused', letter, tried)).toBeNull();
    expect(nextTry('later', letter, tried)).toEqual(new Date('2026-12-01T09:01:00Z'));
    expect(nextTry('later', letter, { ...tried, tries: 4 })).toEqual(new Date('2026-12-01T10:00:00Z'));
    expect(nextTry('later', letter, { ...tried, tries: 9 })).toBeNull();
    expect(
      nextTry('later', letter, { ...tried, tries: 8, now: new Date('2026-12-03T10:00:00Z') }),
    ).toBeNull();
  });

  test('[N4] while nobody answers, the pauses grow to ten minutes and use up no tries', () => {
    const pause = (outage: number) =>
      (nextTry('unreachable', letter, { tries: 99, outage, now: AT })?.getTime() ?? 0) - AT.getTime();
    expect([1, 2, 3, 10].map(pause)).toEqual([30_000, 60_000, 120_000, 600_000]);
  });

  test('[N4] an invitation is of no use once the meeting has begun', () => {
    const soon = { queuedAt: AT, until: new Date('2026-12-01T09:00:30Z') };
    expect(nextTry('later', soon, tried)).toBeNull();
    expect(nextTry('unreachable', soon, tried)).toBeNull();
  });
});
