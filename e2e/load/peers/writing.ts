import { type LeanClient, STAMPS, WORDS } from './lean-client.ts';

const EDITS_A_SECOND = 4;

/** Milliseconds of the one clock all processes of a machine share. */
export const now = (): number => Number(process.hrtime.bigint() / 1000n) / 1000;
export const rest = (ms: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, Math.max(0, ms)));

/** Writes until then, each at a random phase of its own: writers that fire together would measure this program. */
export async function writeAt({ doc }: LeanClient, name: string, ends: number): Promise<void> {
  const every = 1000 / EDITS_A_SECOND;
  let next = now() + Math.random() * every;
  while (next < ends) {
    await rest(next - now());
    doc.transact(() => {
      const words = doc.getText(WORDS);
      words.insert(Math.floor(Math.random() * (words.length + 1)), 'abc');
      doc.getMap<number>(STAMPS).set(name, now());
    });
    next += every;
  }
}
