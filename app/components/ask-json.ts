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
