/** Something the program cannot do its work without. */
export interface Need {
  /** As it reads in a sentence: "the database". */
  name: string;
  /** Resolves once it has answered. */
  reach(): Promise<unknown>;
  /** Asked once it has answered: what keeps it from its work, to follow its name; null where nothing does. */
  ails?(): Promise<string | null>;
}

/** An answer that takes longer is none. */
const ANSWER_MS = 2_000;

/** What is missing, as sentences; null when everything is there and does its work. All are asked at once. */
export async function whatIsMissing(needs: readonly Need[], withinMs = ANSWER_MS): Promise<string | null> {
  const answers = await Promise.all(
    needs.map(async (need) => ({ name: need.name, answer: await answerOf(need, withinMs) })),
  );
  const away = answers.flatMap(({ name, answer }) => (answer === AWAY ? [name] : []));
  const ailing = answers.flatMap(({ name, answer }) =>
    typeof answer === 'string' ? [`${name} ${answer}.`] : [],
  );
  const sentences = [...(away.length > 0 ? [`${away.join(' and ')} cannot be reached.`] : []), ...ailing];
  return sentences.length === 0 ? null : sentences.map(capital).join(' ');
}

const capital = (sentence: string): string => sentence.charAt(0).toUpperCase() + sentence.slice(1);

/** No answer at all. */
const AWAY = Symbol('away');
type Answer = string | typeof AWAY | null;

async function answerOf({ reach, ails }: Need, withinMs: number): Promise<Answer> {
  let late: NodeJS.Timeout | undefined;
  const tooLate = new Promise<Answer>((resolve) => {
    late = setTimeout(() => resolve(AWAY), withinMs);
  });
  const answer = reach().then(
    async (): Promise<Answer> => (await ails?.()) ?? null,
    (): Answer => AWAY,
  );
  return Promise.race([answer.catch((): Answer => AWAY), tooLate]).finally(() => clearTimeout(late));
}
