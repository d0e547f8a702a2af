import { findItemsByTitle } from '#db/items.ts';
import type { App, SignedIn } from '../app.ts';

const LEAST_LETTERS = 2;
const MOST = 4;

/** S12: action items for the `[[` menu, so that a later finding can name one. None before two letters: write-ups come first. */
export const findItemTitles = async (app: App, person: SignedIn, words: string) => {
  const asked = words.replaceAll('\u0000', '').toWellFormed().slice(0, 200).trim();
  return asked.length < LEAST_LETTERS ? [] : findItemsByTitle(app.db, person.id, asked, MOST);
};
