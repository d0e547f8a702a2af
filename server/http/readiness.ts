/** Something the program cannot do its work without. */
export interface Need {
  /** As it reads in a sentence: "the database". */
  name: string;
  /** Resolves once it has answered. */
  reach(): Promise<unknown>;
}

/** An answer that takes longer is none. */
const ANSWER_MS = 2_000;

/** What cannot be reached, as a sentence; null when everything answers. All are asked at once. */
export async function whatIsMissing(needs: readonly Need[], withinMs = ANSWER_MS): Promise<string | null> {
  const missing = await Promise.all(
    needs.map(async ({ name, reach }) => ((await answers(reach, withinMs)) ? [] : [name])),
  );
  const names = missing.flat();
  if (names.length === 0) return null;
  const sentence = `${names.join(' and ')} cannot be reached.`;
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

async function answers(reach: Need['reach'], withinMs: number): Promise<boolean> {
  let late: NodeJS.Timeout | undefined;
  const tooLate = new Promise<false>((resolve) => {
    late = setTimeout(() => resolve(false), withinMs);
  });
  const answer = reach().then(
    () => true,
    () => false,
  );
  return Promise.race([answer, tooLate]).finally(() => clearTimeout(late));
}
