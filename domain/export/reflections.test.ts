import { expect, test } from 'vitest';
import { aboutIdea } from './idea-words.ts';
import { lookedBack } from './outcome-words.ts';
import { reflectionInHtml, reflectionsInMarkdown } from './reflections.ts';

const asked = {
  words: 'I kept the lock',
  by: 'Grace',
  answers: [{ words: 'So did <we>', by: 'Priya' }],
};

test('[S6] an answer stands under the reflection it answers, in both files', () => {
  expect(reflectionsInMarkdown([asked, { words: 'It was quiet', by: 'without a name' }])).toBe(
    '> I kept the lock\n> \n> Grace\n> \n> > So did \\<we\\>\n> > \n> > Priya\n\n> It was quiet\n> \n> without a name',
  );
  expect(reflectionInHtml(asked)).toBe(
    'I kept the lock <i>Grace</i><ul><li>So did &lt;we&gt; <i>Priya</i></li></ul>',
  );
});

test('[S6] taken back, an answered reflection keeps its place and nothing else', () => {
  const taken = { ...asked, words: '', by: '', takenBack: true };
  expect(reflectionsInMarkdown([taken])).toMatch(/^> Taken back by whoever wrote it\.\n> \n> > So did/);
  expect(reflectionInHtml(taken)).toMatch(/^Taken back by whoever wrote it\.<ul><li>So did/);
});

test('[S9] an idea keeps its heading and its finding in the files, an item the idea it came from', () => {
  const plain = (words: string) => words;
  expect(aboutIdea({ group: 'Lists', answers: 'Nine months of drift' }, plain)).toBe(
    'Put under “Lists”. Answers “Nine months of drift”',
  );
  expect(aboutIdea({}, plain)).toBe('');
  const item = { title: 'Keep a list', owner: 'Ana', answers: '', due: null, shows: '' };
  expect(lookedBack({ ...item, idea: 'Somebody should own this' }, plain)).toBe(
    '; from the idea “Somebody should own this”',
  );
  expect(lookedBack({ ...item, idea: item.title }, plain)).toBe('');
});
