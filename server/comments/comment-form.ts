import { z } from 'zod';
import { WriteUpPlaces } from '#collab/document/write-up-places.ts';
import { COMMENT_MAX } from '#domain/comments/thread.ts';
import type { App, SignedIn } from '../app.ts';
import { words } from '../doors/fields.ts';
import { requireReview } from '../reviews/require-review.ts';
import type { CommentOn } from './begin-thread.ts';
import type { CommentCommand } from './comment-command.ts';
import { findPicture, partName } from './find-target.ts';

const uuid = z.uuid().refine((id) => id === id.toLowerCase());
const ON = /^(section|finding|moment|picture):([\w-]{1,120})$/;

/** What the page's forms send; without scripts a comment is on a whole part of the write-up. */
export const commentForm = z
  .strictObject({
    do: z.enum(['begin', 'answer', 'reword', 'take back', 'resolve', 'reopen']),
    on: z.string().regex(ON).optional(),
    thread: uuid.optional(),
    comment: uuid.optional(),
    text: words(COMMENT_MAX, 'Write what you want to say.').optional(),
  })
  .superRefine((form, context) => {
    for (const field of NEEDED[form.do])
      if (form[field] === undefined)
        context.addIssue({ code: 'custom', path: [field], message: 'Write what you want to say.' });
  });
export type CommentForm = z.output<typeof commentForm>;

const NEEDED: Record<CommentForm['do'], readonly ('on' | 'thread' | 'comment' | 'text')[]> = {
  begin: ['on', 'text'],
  answer: ['thread', 'text'],
  reword: ['comment', 'text'],
  'take back': ['comment'],
  resolve: ['thread'],
  reopen: ['thread'],
};

/** The same command as scripts send. @param id of a comment that begins */
export function commandOf(form: CommentForm, id: string): CommentCommand {
  const { thread = '', comment = '', text = '' } = form;
  switch (form.do) {
    case 'begin':
      return { do: 'begin', id, on: partOf(form.on ?? '') ?? { about: 'section', target: '' }, text };
    case 'answer':
      return { do: 'answer', id, thread, text };
    case 'reword':
      return { do: 'reword', comment, text };
    case 'take back':
      return { do: 'take back', comment };
    case 'resolve':
    case 'reopen':
      return { do: form.do, thread };
  }
}

/** What `?on=finding:<id>` names, for those who may comment on it; null where there is no such thing. */
export async function describeTarget(
  app: App,
  person: SignedIn,
  id: string | undefined,
  on: string | null,
): Promise<{ on: string; what: string; name: string } | null> {
  const part = partOf(on ?? '');
  const { document, may } = await requireReview(app, person, id);
  if (!part || !may.comment) return null;
  const name = await app.collab.look(document, (doc) => nameOf(new WriteUpPlaces(doc), part));
  return name ? { on: `${part.about}:${part.target}`, what: part.about, name } : null;
}

function nameOf(places: WriteUpPlaces, { about, target }: PartChosen): string | null {
  if (about === 'picture') {
    const picture = findPicture(places, target, null);
    return picture && (picture.alt || 'without a description');
  }
  const part = `${about}-${target}`;
  return places.present.some((one) => one.part === part) ? partName(places, part) : null;
}

type PartChosen = Exclude<CommentOn, { about: 'words' }>;

function partOf(on: string): PartChosen | null {
  const [, about, target] = ON.exec(on) ?? [];
  // the pattern names nothing else
  return about && target ? { about: about as PartChosen['about'], target } : null;
}
