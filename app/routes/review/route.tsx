import { Outlet } from 'react-router';
import type { ReviewPageFacts } from '#app/components/review-page.tsx';
import { requirePerson } from '#app/context.ts';
import { readReviewPath } from '#server/reviews/read-review-path.ts';
import { requireReview } from '#server/reviews/require-review.ts';
import { maySealIdea } from '#server/soak/may-seal-idea.ts';
import type { Route } from './+types/route';

export async function loader({ context, request, params }: Route.LoaderArgs): Promise<ReviewPageFacts> {
  const { app, person } = requirePerson(context, request);
  const { review, may, document } = await requireReview(app, person, params.id);
  const at = `/reviews/${review.id}`;
  return {
    id: review.id,
    title: review.title,
    kind: review.kind,
    published: review.published_at !== null,
    privacy: review.privacy,
    document,
    zone: review.happened_zone,
    may: {
      write: may.write,
      manage: may.manage,
      plan: may['plan meetings'],
      history: may['read history'],
      seal: await maySealIdea(app.db, review),
    },
    parts: [
      { to: at, words: 'Write-up', end: true, also: `${at}/write` },
      { to: `${at}/timeline`, words: 'Timeline' },
      { to: `${at}/evidence`, words: 'Evidence' },
      { to: `${at}/people`, words: 'People' },
      { to: `${at}/meeting`, words: 'Meeting' },
      { to: `${at}/actions`, words: 'Actions' },
      { to: `${at}/markers`, words: 'Markers' },
    ],
    ...(await readReviewPath(app, person, review)),
  };
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: loaderData ? `${(loaderData as ReviewPageFacts).title} · Soak` : 'Soak' },
];

export default function Review() {
  return <Outlet />;
}
