/** Asks for JSON. Null where there is no answer, none that is well, or one that is cut off half way: a deadline can pass while its body comes. */
export async function askJson<Answer>(address: string, withinMs?: number): Promise<Answer | null> {
  try {
    const answer = await fetch(
      address,
      withinMs === undefined ? {} : { signal: AbortSignal.timeout(withinMs) },
    );
    return answer.ok ? ((await answer.json()) as Answer) : null;
  } catch {
    return null;
  }
}

/**
 * Asks the same again and again, where answers may overtake one another.
 * @returns asks; tells `take` unless a later question was answered already; false where there was no answer
 */
export function askedInOrder<Answer>(address: string, take: (answer: Answer) => void) {
  let asked = 0;
  let answered = 0;
  return async (): Promise<boolean> => {
    asked += 1;
    const number = asked;
    const answer = await askJson<Answer>(address);
    if (answer === null) return false;
    if (number > answered) {
      answered = number;
      take(answer);
    }
    return true;
  };
}

const LONGEST_PAUSE_MS = 30_000;

/** What fails is asked again after a pause, twice as long each time, until there is an answer. @returns asks now; how to stop */
export function askedUntilAnswered(ask: () => Promise<boolean>, pauseMs: number) {
  let again: ReturnType<typeof setTimeout> | undefined;
  let isOver = false;
  const askNow = async (pause: number) => {
    clearTimeout(again);
    if ((await ask()) || isOver) return;
    clearTimeout(again);
    again = setTimeout(askNow, pause, Math.min(2 * pause, LONGEST_PAUSE_MS));
  };
  return {
    ask: () => void askNow(pauseMs),
    stop() {
      isOver = true;
      clearTimeout(again);
    },
  };
}
