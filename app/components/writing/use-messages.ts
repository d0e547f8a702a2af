import { useEffect, useState } from 'react';
import { type QuotedMessage, useWritingFacts } from './surroundings.tsx';

type Messages = Readonly<Record<string, QuotedMessage>>;

/** Messages by id: those the page came with, and those linked since, fetched when they appear. */
export function useMessages(review: string, ids: readonly string[]): Messages {
  const known = useWritingFacts().messages;
  const [fetched, setFetched] = useState<Messages>({});
  const missing = ids.filter((id) => !known[id] && !fetched[id]).join(',');
  useEffect(() => {
    if (missing === '') return;
    const asking = new AbortController();
    void askForMessages(review, missing, asking.signal).then((found) => {
      if (found.length > 0)
        setFetched((before) => ({ ...before, ...Object.fromEntries(found.map((one) => [one.id, one])) }));
    });
    return () => asking.abort();
  }, [review, missing]);
  return { ...known, ...fetched };
}

/** Messages by id, with commas between; none where there is no answer. */
export async function askForMessages(
  review: string,
  ids: string,
  signal?: AbortSignal,
): Promise<QuotedMessage[]> {
  try {
    const answer = await fetch(`/reviews/${review}/evidence/find.json?ids=${encodeURIComponent(ids)}`, {
      signal: signal ?? null,
    });
    return answer.ok ? ((await answer.json()) as { messages: QuotedMessage[] }).messages : [];
  } catch {
    return [];
  }
}
