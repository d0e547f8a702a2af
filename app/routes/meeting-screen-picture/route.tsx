import { asking } from '#app/context.ts';
import { readScreenPicture } from '#server/meetings/read-screen.ts';
import { readScreenCookie } from '#server/meetings/screen-cookie.ts';
import { pictureHeaders } from '#server/uploads/read-upload.ts';
import type { Route } from './+types/route';

/** `GET /meetings/:id/screen/pictures/:upload`: a picture while it stands on the screen, for that screen alone. */
export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { app } = asking(context);
  const words = readScreenCookie(request.headers.get('cookie'), app.origin);
  const upload = await readScreenPicture(app, params.id, words, params.upload);
  if (upload === null) return new Response(null, { status: 404 });
  // the right to it can end at any moment: no browser keeps it
  return new Response(Buffer.from(upload.bytes), {
    headers: { ...pictureHeaders(upload), 'Cache-Control': 'no-store' },
  });
}
