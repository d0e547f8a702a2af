import { expect, test } from 'vitest';
import { proposeCircle } from './session-circle.ts';

const of = (team: string, ...people: string[]) => people.map((person) => ({ team, person }));

test('[S4] proposed are the owning teams of what the findings name, one of each team in turn', () => {
  const owning = [...of('payments', 'Priya', 'Paul', 'Pia'), ...of('network', 'Nora', 'Nils')];
  expect(proposeCircle(owning, of('closest', 'Cleo'), ['Otto'])).toEqual([
    'Priya',
    'Nora',
    'Paul',
    'Nils',
    'Pia',
  ]);
});

test('[S4] with facilitators no more than eight, nobody twice, and nobody who leads it', () => {
  const owning = [
    ...of('a', 'Otto', 'Ada', 'Ben', 'Cy', 'Dee'),
    ...of('b', 'Ada', 'Eve', 'Fay', 'Gil', 'Hal'),
  ];
  const proposed = proposeCircle(owning, [], ['Otto']);
  expect(proposed).toHaveLength(7);
  expect(new Set(proposed).size).toBe(7);
  expect(proposed).not.toContain('Otto');
  const closest = of('c', 'Otto', 'Ada', 'Ben', 'Cy', 'Dee', 'Eve', 'Fay', 'Gil', 'Hal');
  expect(proposeCircle([], closest, ['Otto'])).toHaveLength(7);
  expect(
    proposeCircle(
      [],
      closest,
      closest.map(({ person }) => person),
    ),
  ).toEqual([]);
});

test('[S4] a single owner is joined by the closest teams until three can decide; without owners the closest alone', () => {
  expect(proposeCircle(of('a', 'Ada'), of('c', 'Cleo', 'Ada', 'Carl'), ['Otto'])).toEqual(['Ada', 'Cleo']);
  expect(proposeCircle([], of('c', 'Otto', 'Cleo', 'Carl'), ['Otto'])).toEqual(['Cleo', 'Carl']);
});
