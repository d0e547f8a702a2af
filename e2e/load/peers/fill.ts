import { type Door, leanClient, WORDS } from './lean-client.ts';

const AT_ONCE = 100;
const LETTERS = 'A slow morning, told once more. ';

/** Writes so many edits into the text, as fast as the server takes them: letters in runs at random places. */
export async function fill(door: Door, edits: number): Promise<void> {
  const writer = leanClient(door);
  await writer.synced;
  let stored = 0;
  let tell = () => {};
  writer.onStored(() => {
    stored += 1;
    tell();
  });
  const text = writer.doc.getText(WORDS);
  let place = 0;
  for (let edit = 0; edit < edits; edit++) {
    if (edit % LETTERS.length === 0) place = Math.floor(Math.random() * (text.length + 1));
    text.insert(place++, LETTERS[edit % LETTERS.length] ?? 'w');
    if (edit % AT_ONCE === AT_ONCE - 1)
      await new Promise<void>((resolve) => {
        tell = () => stored > edit && resolve();
        tell();
      });
  }
  writer.close();
}
