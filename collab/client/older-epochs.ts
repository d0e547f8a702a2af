import { forgetMarks, forgetStore, listMarks, listOlderStores, type UnsentMark } from './kept-words.ts';
import { keepLeft, type WhyLeft } from './left-words.ts';
import { readUnsent } from './read-unsent.ts';

/**
 * D14: what this browser keeps of a write-up's older epochs, from before words were erased, is wiped. Words of this person's own that no
 * server has acknowledged are kept apart first, to be offered to them (`left-words.ts`); where that cannot be, nothing is wiped. True
 * where there are such words.
 * @param name the document in use now
 */
export const leaveOlderEpochs = (person: string, name: string): Promise<boolean> => {
  // a page and the document open on it ask at the same moment: the second would find a store half wiped
  const key = `${person} ${name}`;
  const leaving = underWay.get(key) ?? leave(person, name).finally(() => underWay.delete(key));
  underWay.set(key, leaving);
  return leaving;
};

const underWay = new Map<string, Promise<boolean>>();

const leave = async (person: string, name: string): Promise<boolean> => {
  let isLeft = false;
  for (const older of await listOlderStores(person, name))
    isLeft = (await leaveStore(person, older, 'erased')) || isLeft;
  return isLeft;
};

/**
 * Wipes what this browser keeps of a document that takes no words of this person's any more, once the unsent ones are kept apart; where
 * that cannot be, nothing is wiped. True where there were such words.
 */
export async function leaveStore(person: string, name: string, why: WhyLeft): Promise<boolean> {
  const marks = listMarks(person, name);
  if (marks.length > 0 && !(await keepUnsent(person, name, marks, why))) return false;
  forgetMarks(marks);
  await forgetStore(person, name);
  return marks.length > 0;
}

async function keepUnsent(
  person: string,
  name: string,
  marks: readonly UnsentMark[],
  why: WhyLeft,
): Promise<boolean> {
  const left = await readUnsent(person, name, marks);
  if (left === null) return false;
  // another tab may have been faster, and wiped what would have been read here
  return left.length === 0 || keepLeft(person, left, { from: name, sitting: '', why });
}
