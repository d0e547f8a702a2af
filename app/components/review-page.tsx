import { type ReactNode, useEffect } from 'react';
import { useRouteLoaderData } from 'react-router';
import type { NextStep } from '#domain/review-path.ts';
import type { ReviewKind } from '#domain/write-up.ts';
import type { FaceOf } from './face.tsx';
import type { PathStep } from './path.tsx';
import { ReviewBar } from './review-bar.tsx';
import { TopBar } from './top-bar.tsx';
import { useRoot } from './use-root.ts';

/** What the layout route of `/reviews/:id` (route id `review`) gives every part of a review. */
export interface ReviewPageFacts {
  id: string;
  title: string;
  kind: ReviewKind;
  published: boolean;
  privacy: 'open' | 'private';
  /** Name of the write-up's document. */
  document: string;
  zone: string;
  may: { write: boolean; manage: boolean; plan: boolean; history: boolean; seal: boolean };
  parts: { to: string; words: string; end?: boolean; also?: string }[];
  path: PathStep[];
  /** What those who look after it would do next. */
  next: NextStep | null;
}

/** The layout's facts; every page under `/reviews/:id` has them. */
export function useReviewPage(): ReviewPageFacts {
  const facts = useRouteLoaderData('review') as ReviewPageFacts | undefined;
  if (!facts) throw new Error('useReviewPage outside /reviews/:id');
  return facts;
}

/**
 * A page that is one part of a review: the bars, then the page.
 * @param here people with this page open; `bar` stands at the bar's right end (saved state, Read or Write)
 */
export function ReviewPage({
  children,
  here = [],
  bar,
  showTitle = true,
}: {
  children: ReactNode;
  here?: readonly FaceOf[];
  bar?: ReactNode;
  /** False where the page's own heading is the review's title. */
  showTitle?: boolean;
}) {
  const { parts, title, document } = useReviewPage();
  useForgetOlder(document);
  return (
    <>
      <TopBar>
        <ReviewBar parts={parts} here={here} {...(showTitle && { title })}>
          {bar}
        </ReviewBar>
      </TopBar>
      {children}
    </>
  );
}

/** D14: on whichever page of a review a browser comes back, it forgets what it kept from before words were erased. */
function useForgetOlder(document: string): void {
  const person = useRoot()?.person?.id;
  useEffect(() => {
    if (!person || document.endsWith(':1')) return;
    void import('#collab/client/older-epochs.ts').then(({ leaveOlderEpochs }) =>
      leaveOlderEpochs(person, document),
    );
  }, [person, document]);
}
