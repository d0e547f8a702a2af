import { requireInRoom } from '#app/context.ts';
import { readStagePicture } from '#server/guests/read-stage.ts';
import { pictureHeaders } from '#server/uploads/read-upload.ts';
import type { Route } from './+types/route';

/** `GET /meetings/:id/stage/pictures/:upload`: a picture while it is on stage. */
export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { app, person } = await requireInRoom(context, request);
  const upload = await readStagePicture(app, person, params.id, params.upload);
  if (upload === null) return new Response(null, { status: 404 });
  // the right to it can end at any moment: no browser keeps it
  return new Response(Buffer.from(upload.bytes), {
    headers: { ...pictureHeaders(upload), 'Cache-Control': 'no-store' },
  });
}
