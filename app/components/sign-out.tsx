import { IconLogout } from '@tabler/icons-react';
import { type FormEvent, type ReactNode, useState } from 'react';
import { Form, useSubmit } from 'react-router';
import { hasUnsentWords, wipeKept } from '#collab/client/kept-words.ts';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { Icon } from './icon.tsx';

/**
 * The way out. Nothing of the person stays in this browser; words not yet sent are asked about first. `item` is for a menu and
 * `question` for beside it: pressing the item closes the menu, and a dialog in a closed menu is seen by nobody and locks the page.
 */
export function useSignOut(person: string): { item: ReactNode; question: ReactNode } {
  const [isAsking, setAsking] = useState(false);
  const submit = useSubmit();
  const leave = async () => {
    setAsking(false);
    await submit(null, { method: 'post', action: '/sign-out' });
    await wipeKept(person);
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (hasUnsentWords(person)) setAsking(true);
    else void leave();
  };
  return {
    item: (
      <Form method="post" action="/sign-out" onSubmit={onSubmit}>
        <button className="item" type="submit">
          <Icon of={IconLogout} />
          Sign out
        </button>
      </Form>
    ),
    question: (
      <ConfirmDialog
        open={isAsking}
        title="Some of your words are not saved yet"
        onClose={() => setAsking(false)}
        actions={
          <button type="button" className="btn" onClick={leave}>
            Sign out and remove them
          </button>
        }
      >
        <p>
          They are kept in this browser only, and signing out removes them. Stay until the page says “Saved”
          and they are safe.
        </p>
      </ConfirmDialog>
    ),
  };
}
