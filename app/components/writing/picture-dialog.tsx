import { type FormEvent, useState } from 'react';
import { editorSchema } from '#collab/document/editor-schema.ts';
import { freshId } from '#collab/document/fresh-id.ts';
import { isUuid } from '#domain/ids.ts';
import { ConfirmDialog } from '../confirm-dialog.tsx';
import { Field, TextField } from '../field.tsx';
import { insert } from './menu-items.ts';
import { useWritingFacts } from './surroundings.tsx';
import { useSession, useStore } from './use-session.tsx';

/** Takes a picture from this device into the text, with words for those who cannot see it. */
export function PictureDialog() {
  const { asking } = useSession();
  const shown = useStore(asking);
  const { review } = useWritingFacts();
  const [refused, setRefused] = useState<string | null>(null);
  const [sending, setSending] = useState(false);
  if (shown?.kind !== 'picture') return null;
  const { view } = shown;
  const close = () => {
    setRefused(null);
    asking.set(null);
    view.focus();
  };
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setSending(true);
    const sent = await send(review, form);
    setSending(false);
    if (typeof sent !== 'object') return setRefused(sent);
    insert(
      view,
      editorSchema.node('picture', { id: freshId(), upload: sent.id, alt: String(form.get('alt') ?? '') }),
    );
    close();
  };
  return (
    <ConfirmDialog
      open
      title="Picture"
      onClose={close}
      actions={
        <button type="submit" form="picture-form" className="btn main" aria-disabled={sending}>
          {sending ? 'Sending' : 'Put it in'}
        </button>
      }
    >
      <form id="picture-form" className="form" onSubmit={(event) => void submit(event)}>
        <Field label="File" hint="PNG, JPEG, GIF or WebP, up to 10 MB" refused={refused}>
          {(wired) => (
            <input
              {...wired}
              type="file"
              name="file"
              accept="image/png,image/jpeg,image/gif,image/webp"
              required
            />
          )}
        </Field>
        <TextField label="What does it show, for those who cannot see it?" name="alt" maxLength={1000} />
      </form>
    </ConfirmDialog>
  );
}

/** The stored picture, or a sentence that says why it was not taken. */
async function send(review: string, form: FormData): Promise<{ id: string } | string> {
  try {
    const answer = await fetch(`/reviews/${review}/uploads`, { method: 'POST', body: form });
    const said: unknown = await answer.json().catch(() => null);
    const { id, refused } = (said ?? {}) as { id?: unknown; refused?: unknown };
    if (answer.ok && isUuid(id)) return { id };
    return typeof refused === 'string' ? refused : 'The picture could not be stored. Try again in a moment.';
  } catch {
    return 'The server could not be reached. The picture is still on your device; try again when you are online.';
  }
}
