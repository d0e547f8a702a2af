import { requirePerson } from '#app/context.ts';
import { notFound } from '#server/not-found.ts';
import { EXPORT_FORMATS, type ExportFormat, exportReview } from '#server/reviews/export-review.ts';
import type { Route } from './+types/route';

/** `GET /reviews/:id/export.md`, `.html`, `.json`: the whole review in one file. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { app, person } = requirePerson(context, request);
  const format = new URL(request.url).pathname.split('.').at(-1) ?? '';
  if (!Object.hasOwn(EXPORT_FORMATS, format)) throw notFound();
  const { type, render } = EXPORT_FORMATS[format as ExportFormat];
  const review = await exportReview(app, person, params.id);
  return new Response(render(review), {
    headers: {
      'Content-Type': type,
      'Content-Disposition': `attachment; filename="review-${review.happenedOn}.${format}"`,
      'Cache-Control': 'private, no-store',
    },
  });
}
