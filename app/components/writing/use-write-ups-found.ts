import { useEffect, useState } from 'react';
import { itemPath } from '#domain/action-session/named-items.ts';

export interface FoundWriteUp {
  id: string;
  title: string;
  href: string;
  /** What it is, where it is not a write-up. */
  note: string;
}

const PAUSE_MS = 120;

/** Write-ups this person may read whose titles hold the words; none while `query` is null. */
export function useWriteUpsFound(query: string | null): readonly FoundWriteUp[] {
  const [found, setFound] = useState<readonly FoundWriteUp[]>([]);
  useEffect(() => {
    if (query === null) return;
    const asking = new AbortController();
    const timer = setTimeout(
      () => void ask(query, asking.signal).then((reviews) => reviews && setFound(reviews)),
      PAUSE_MS,
    );
    return () => {
      clearTimeout(timer);
      asking.abort();
    };
  }, [query]);
  const asked = (query ?? '').trim().toLocaleLowerCase('en');
  // An answer to what was typed before must not be chosen by what is typed now.
  return found.filter(({ title }) => title.toLocaleLowerCase('en').includes(asked));
}

/** Null when the answer did not come: the menu then stays as it was. */
async function ask(query: string, signal: AbortSignal): Promise<FoundWriteUp[] | null> {
  try {
    const answer = await fetch(`/reviews/find.json?q=${encodeURIComponent(query)}`, { signal });
    if (!answer.ok) return null;
    const { reviews, items } = (await answer.json()) as {
      reviews: { id: string; title: string }[];
      items: { id: string; title: string; review: string; reviewTitle: string }[];
    };
    return [
      ...reviews.slice(0, 8).map(({ id, title }) => ({ id, title, href: `/reviews/${id}`, note: '' })),
      ...items.map(({ id, title, review, reviewTitle }) => ({
        id,
        title,
        href: itemPath(review, id),
        note: `an action item of “${reviewTitle}”`,
      })),
    ];
  } catch {
    return null;
  }
}
