import { type FormEvent, useState } from 'react';
import { linkAround, removeLink, setLink } from '#collab/client/editor/mark-commands.ts';
import { safeHref } from '#domain/safe-href.ts';
import { ConfirmDialog } from '../confirm-dialog.tsx';
import { TextField } from '../field.tsx';
import { useSession, useStore } from './use-session.tsx';

/** Asks for an address; opened with Ctrl K or from the menu. */
export function LinkDialog() {
  const { linking } = useSession();
  const view = useStore(linking);
  const close = () => {
    linking.set(null);
    view?.focus();
  };
  if (!view) return null;
  return (
    <LinkForm
      key={String(view.state.selection.from)}
      now={linkAround(view.state.selection.$from)?.href ?? ''}
      onClose={close}
      onLink={(href) => {
        setLink(href)(view.state, view.dispatch);
        close();
      }}
      onRemove={() => {
        removeLink(view.state, view.dispatch);
        close();
      }}
    />
  );
}

function LinkForm({
  now,
  onClose,
  onLink,
  onRemove,
}: {
  now: string;
  onClose: () => void;
  onLink: (href: string) => void;
  onRemove: () => void;
}) {
  const [refused, setRefused] = useState<string | null>(null);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = String(new FormData(event.currentTarget).get('address') ?? '').trim();
    const href = safeHref(typed) ?? safeHref(`https://${typed}`);
    if (href === null || typed === '')
      return setRefused('Links can go to https, http or mail addresses, and to pages here.');
    onLink(href);
  };
  return (
    <ConfirmDialog
      open
      title="Link"
      onClose={onClose}
      actions={
        <>
          <button type="submit" form="link-form" className="btn main">
            Link it
          </button>
          {now !== '' && (
            <button type="button" className="btn" onClick={onRemove}>
              Take the link away
            </button>
          )}
        </>
      }
    >
      <form id="link-form" onSubmit={submit}>
        <TextField
          label="Address"
          name="address"
          defaultValue={now}
          refused={refused}
          autoFocus
          autoComplete="off"
        />
      </form>
    </ConfirmDialog>
  );
}
