import type { LostWords } from '#collab/document/put-back.ts';
import type { UnsentMark } from './kept-words.ts';

/** What is unsent by these marks, of a document this browser keeps for one person; null where it cannot be read. */
export async function readUnsent(
  person: string,
  name: string,
  marks: readonly UnsentMark[],
): Promise<LostWords[] | null> {
  const [Y, { keepHere }, { wordsOfMarks }] = await fetchReading();
  const doc = new Y.Doc();
  const kept = await keepHere(person, name, doc);
  if (!(await kept?.ready)) return null;
  const words = wordsOfMarks(
    doc,
    marks.map(({ from }) => from),
  );
  await kept?.close();
  doc.destroy();
  return words;
}

/** What reading takes, fetched by those alone of whom something is unsent. */
export const fetchReading = () =>
  Promise.all([import('yjs'), import('./keep-here.ts'), import('./unsent-words.ts')]);
