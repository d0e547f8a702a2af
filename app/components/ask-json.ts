/** Asks for JSON. Null where there is no answer, none that is well, or one that is cut off half way: a deadline can pass while its body comes. */
export async function askJson<Answer>(address: string, withinMs?: number): Promise<Answer | null> {
  const asked = await ask<Answer>(address, withinMs);
  return asked !== null && 'answer' in asked ? asked.answer : null;
}

/** `final`: they are signed out, may not, or it is not there; asking again would say the same. */
async function ask<Answer>(
  address: string,
  withinMs?: number,
): Promise<{ answer: Answer } | { final: true } | null> {
  try {
    const answer = await fetch(
      address,
      withinMs === undefined ? {} : { signal: AbortSignal.timeout(withinMs) },
    );
    if (answer.ok) return { answer: (await answer.json()) as Answer };
    return [401, 403, 404].includes(answer.status) ? { final: true } : null;
  } catch {
    return null;
  }
}

/** A question that hangs longer than this is asked anew. */
const HANGS_MS = 15_000;

/**
 * Asks the same again and again, where answers may overtake one another.
 * @returns asks; tells `take` unless a later question was answered already; false where it is worth asking again
 */
export function askedInOrder<Answer>(address: string, take: (answer: Answer) => void) {
  let asked = 0;
  let answered = 0;
  return async (): Promise<boolean> => {
    asked += 1;
    const number = asked;
    const got = await ask<Answer>(address, HANGS_MS);
    if (got === null) return false;
    if ('answer' in got && number > answered) {
      answered = number;
      take(got.answer);
    }
    return true;
  };
}

const LONGEST_PAUSE_MS = 30_000;

/**
 * What fails is asked again after a pause, twice as long each time, until there is an answer. No two pages pause equally long: a room
 * that was told at once does not ask in step. @returns asks now; how to stop
 */
export function askedUntilAnswered(
  ask: () => Promise<boolean>,
  pauseMs: number,
  random: () => number = Math.random,
) {
  let again: ReturnType<typeof setTimeout> | undefined;
  let isOver = false;
  const askNow = async (pause: number) => {
    clearTimeout(again);
    if ((await ask()) || isOver) return;
    clearTimeout(again);
    again = setTimeout(askNow, pause * (1 + random() / 2), Math.min(2 * pause, LONGEST_PAUSE_MS));
  };
  return {
    ask: () => void askNow(pauseMs),
    stop() {
      isOver = true;
      clearTimeout(again);
    },
  };
}
