import { expect, it } from 'vitest';
import { stillMeant } from './use-mentions.ts';

const [amir, priya] = [
  { id: 'a', name: 'Amir' },
  { id: 'p', name: 'Priya' },
];

it('[K4] who is offered while the answer to the newest letter is on its way fits what is typed: nobody else is named by Enter', () => {
  expect(stillMeant({ by: '', people: [amir, priya] }, 'Pri')).toEqual([priya]);
  expect(stillMeant({ by: '', people: [amir] }, 'pri')).toEqual([]);
  expect(stillMeant({ by: 'P. Raman', people: [priya] }, 'P. Raman')).toEqual([priya]);
});
