import { IconLogout } from '@tabler/icons-react';
import { type FormEvent, type ReactNode, useState } from 'react';
import { Form, useSubmit } from 'react-router';
import { hasUnsentWords, isAllLeft, wipeKept } from '#collab/client/kept-words.ts';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { Icon } from './icon.tsx';

/** Words on their way, or such that no write-up takes any more. */
type Unsent = 'waiting' | 'left';

const NOT_YET: Record<Unsent, string> = {
  waiting:
    'Stay until the page they are on says “Saved”, and they are safe. Where it cannot, copy what you need first.',
  left: 'They stand above the write-up they were meant for: copy what you need first.',
};

/**
 * The way out. Nothing of the person stays in this browser; words not yet sent are asked about first. `item` is for a menu and
 * `question` for beside it: pressing the item closes the menu, and a dialog in a closed menu is seen by nobody and locks the page.
 */
export function useSignOut(person: string): { item: ReactNode; question: ReactNode } {
  const [asking, setAsking] = useState<Unsent | null>(null);
  const submit = useSubmit();
  const leave = async () => {
    setAsking(null);
    await submit(null, { method: 'post', action: '/sign-out' });
    await wipeKept(person);
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (hasUnsentWords(person)) setAsking(isAllLeft(person) ? 'left' : 'waiting');
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
        open={asking !== null}
        title={
          asking === 'left' ? 'Some of your words are in no write-up' : 'Some of your words are not saved yet'
        }
        onClose={() => setAsking(null)}
        actions={
          <button type="button" className="btn" onClick={leave}>
            Sign out and remove them
          </button>
        }
      >
        <p>They are kept in this browser only, and signing out removes them. {asking && NOT_YET[asking]}</p>
      </ConfirmDialog>
    ),
  };
}
