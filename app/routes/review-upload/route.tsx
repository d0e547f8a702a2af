import { data } from 'react-router';
import { requirePerson } from '#app/context.ts';
import { isRefused } from '#domain/refused.ts';
import { readForm } from '#server/doors/read-form.ts';
import { addUpload } from '#server/uploads/add-upload.ts';
import { pictureHeaders, readUpload } from '#server/uploads/read-upload.ts';
import type { Route } from './+types/route';

/** GET: a picture of this review. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { app, person } = requirePerson(context, request);
  const upload = await readUpload(app, person, params.id, params.upload);
  return new Response(Buffer.from(upload.bytes), { headers: pictureHeaders(upload) });
}

/** POST, form field `picture`: stores one. 200 `{ id, width, height }`, 422 `{ refused }`. */
export async function action({ context, request, params }: Route.ActionArgs) {
  const { app, person } = requirePerson(context, request);
  const form = await readForm(request);
  const picture = form.get('picture');
  if (!(picture instanceof File)) return data({ refused: 'Choose a picture.' }, { status: 422 });
  const alt = form.get('alt');
  const answer = await addUpload(app, person, params.id, {
    bytes: await picture.bytes(),
    alt: typeof alt === 'string' ? alt.slice(0, 300) : '',
  });
  return data(answer, { status: isRefused(answer) ? 422 : 200 });
}
