import { z } from 'zod';
import { requireProgram } from '#app/context.ts';
import { LONGEST_UNSIGNED } from '#domain/meeting/inputs.ts';
import { isRefused } from '#domain/refused.ts';
import { id, words } from '#server/doors/fields.ts';
import { requireReview } from '#server/reviews/require-review.ts';
import { reflectUnsigned } from '#server/soak/reflect-unsigned.ts';
import type { Route } from './+types/route';

const body = z.union([
  z.strictObject({ do: z.literal('put'), id: id(), words: words(LONGEST_UNSIGNED) }),
  z.strictObject({ do: z.literal('take-out'), id: id() }),
]);

/** U1: `POST /reviews/:id/unsigned`, a reflection without a name, apart from the page. Nothing is loaded after it, and it is no use of a sign-in. */
export async function action({ context, params, request }: Route.ActionArgs) {
  const { app, person } = requireProgram(context);
  const asked = body.safeParse(await request.json().catch(() => null));
  if (!asked.success) {
    await requireReview(app, person, params.id);
    return refused(asked.error.issues[0]?.message ?? 'That could not be read.');
  }
  const { data } = asked;
  const put = { id: data.id, words: data.do === 'put' ? data.words : null };
  const done = await reflectUnsigned(app, person, params.id, put);
  return isRefused(done) ? refused(done.refused) : new Response(null, { status: 204 });
}

const refused = (sentence: string) => Response.json({ refused: sentence }, { status: 422 });
