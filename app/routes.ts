import { index, type RouteConfig, route } from '@react-router/dev/routes';

/** The site map: one line a screen, in the order a person meets them. */
export default [
  index('routes/home/route.tsx'),
  route('sign-in', 'routes/sign-in/route.tsx'),
  route('sign-out', 'routes/sign-out/route.tsx'),
  // One-time links; the token is in the path, never logged.
  route('set-up/:token', 'routes/set-up/route.tsx'),
  route('join/:token', 'routes/join/route.tsx'),
  route('password/:token', 'routes/password/route.tsx'),
  route('profile', 'routes/profile/route.tsx'),
  route('settings', 'routes/settings/route.tsx', [
    index('routes/settings-workspace/route.tsx'),
    route('people', 'routes/settings-people/route.tsx'),
    route('people/:id', 'routes/settings-person/route.tsx'),
    route('teams', 'routes/settings-teams/route.tsx'),
    route('teams/:id', 'routes/settings-team/route.tsx'),
  ]),
  route('surprise', 'routes/surprise/route.tsx'),
  route('reviews/new', 'routes/review-new/route.tsx'),
  route('reviews/:id/evidence/find.json', 'routes/evidence-find/route.ts'),
  route('reviews/import', 'routes/import/route.tsx'),
  route('reviews/import/:import', 'routes/import-preview/route.tsx'),
  route('reviews/find.json', 'routes/reviews-find/route.tsx'),
  route('reviews/:id/binned', 'routes/review-binned/route.tsx'),
  route('reviews/:id/export.md', 'routes/review-export/route.tsx', { id: 'export.md' }),
  route('reviews/:id/export.html', 'routes/review-export/route.tsx', { id: 'export.html' }),
  route('reviews/:id/export.json', 'routes/review-export/route.tsx', { id: 'export.json' }),
  route('reviews/:id/uploads', 'routes/review-upload/route.tsx', { id: 'uploads' }),
  route('reviews/:id/uploads/:upload', 'routes/review-upload/route.tsx', { id: 'upload' }),
  // Every part of a review; the layout has the route id `review` (see components/review-page.tsx).
  route('reviews/:id', 'routes/review/route.tsx', { id: 'review' }, [
    index('routes/write-up/route.tsx'),
    route('write', 'routes/write-up-write/route.tsx'),
    route('evidence', 'routes/review-evidence/route.tsx'),
    route('people', 'routes/review-people/route.tsx'),
    route('actions', 'routes/review-actions/route.tsx'),
    route('about', 'routes/review-about/route.tsx'),
  ]),
  route('meetings/:id', 'routes/meeting/route.tsx'),
  route('meetings/:id/now', 'routes/meeting-now/route.tsx'),
  route('meetings/:id/commands', 'routes/meeting-commands/route.tsx'),
  route('meetings/:id/state.json', 'routes/meeting-state/route.tsx'),
  route('library', 'routes/library/route.tsx'),
  route('api/v1/reviews', 'routes/api-reviews/route.tsx'),
  route('api/v1/reviews/:id', 'routes/api-review/route.tsx'),
  route('demo/let-the-soak-pass', 'routes/demo-let-soak-pass/route.tsx'),
] satisfies RouteConfig;
