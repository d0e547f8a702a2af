import { forgetStore, isMarkedUnsent, listOlderStores, markUnsent, unsentSince } from './kept-words.ts';
import { keepLeft } from './left-words.ts';

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
  for (const older of await listOlderStores(person, name)) {
    if (isMarkedUnsent(person, older)) {
      if (!(await keepUnsent(person, older))) continue;
      isLeft = true;
    }
    markUnsent(person, older, false);
    await forgetStore(person, older);
  }
  return isLeft;
};

async function keepUnsent(person: string, older: string): Promise<boolean> {
  const [Y, { keepHere }, { unsentWords }] = [
    await import('yjs'),
    await import('./keep-here.ts'),
    await import('./unsent-words.ts'),
  ];
  const doc = new Y.Doc();
  const kept = await keepHere(person, older, doc);
  if (!(await kept?.ready)) return false;
  const since = unsentSince(person, older);
  const left = unsentWords(doc, since ? Y.decodeStateVector(since) : new Map());
  await kept?.close();
  doc.destroy();
  // another tab may have been faster, and wiped what would have been read here
  return left.length === 0 || keepLeft(person, older, left);
}
