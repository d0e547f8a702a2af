import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { createMemoryRouter, RouterProvider } from 'react-router';
import type { ReviewPageFacts } from './review-page.tsx';
import type { RootFacts } from './use-root.ts';

/** What the layout routes gave, and where the page stands. */
export interface Surroundings {
  at: string;
  root?: Partial<RootFacts>;
  review?: Partial<ReviewPageFacts>;
}

/** A part of a page as the server sends it. For tests. */
export function rendered(part: ReactNode, { at, root = {}, review = {} }: Surroundings) {
  const given = { root: { nonce: '', person: null, demo: false, soaks: [], ...root }, review };
  const routes = [
    {
      id: 'root',
      loader: () => given.root,
      children: [
        { id: 'review', path: '/reviews/:id/*', loader: () => given.review, element: part },
        { path: '*', element: part },
      ],
    },
  ];
  const router = createMemoryRouter(routes, {
    initialEntries: [at],
    hydrationData: { loaderData: given },
  });
  const html = renderToStaticMarkup(<RouterProvider router={router} />);
  return {
    html,
    words: html.replace(/<[^>]*>/g, '').trim(),
    links: [...html.matchAll(/href="([^"]*)"/g)].map(([, to]) => to),
    /** Values of hidden fields. */
    sends: [...html.matchAll(/type="hidden" name="[^"]*" value="([^"]*)"/g)].map(([, value]) => value),
  };
}
