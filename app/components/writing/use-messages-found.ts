import { useEffect, useState } from 'react';
import type { QuotedMessage } from './surroundings.tsx';

const PAUSE_MS = 150;

/** Messages of a review's evidence that hold the words; null until the first answer. */
export function useMessagesFound(review: string, asked: string): readonly QuotedMessage[] | null {
  const [found, setFound] = useState<readonly QuotedMessage[] | null>(null);
  useEffect(() => {
    const asking = new AbortController();
    const timer = setTimeout(
      () => void ask(review, asked, asking.signal).then((messages) => messages && setFound(messages)),
      PAUSE_MS,
    );
    return () => {
      clearTimeout(timer);
      asking.abort();
    };
  }, [review, asked]);
  return found;
}

async function ask(review: string, asked: string, signal: AbortSignal): Promise<QuotedMessage[] | null> {
  try {
    const answer = await fetch(`/reviews/${review}/evidence/find.json?q=${encodeURIComponent(asked)}`, {
      signal,
    });
    if (!answer.ok) return null;
    return ((await answer.json()) as { messages: QuotedMessage[] }).messages;
  } catch {
    return null;
  }
}
