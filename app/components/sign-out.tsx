import { IconLogout } from '@tabler/icons-react';
import type { FormEvent, ReactNode } from 'react';
import { Form, useSubmit } from 'react-router';
import { useBeforeWiping } from './before-wiping.tsx';
import { Icon } from './icon.tsx';

/**
 * The way out. Nothing of the person stays in this browser; words not yet sent are asked about first. `item` is for a menu and
 * `question` for beside it: pressing the item closes the menu, and a dialog in a closed menu is seen by nobody and locks the page.
 */
export function useSignOut(person: string): { item: ReactNode; question: ReactNode } {
  const submit = useSubmit();
  const { begin, question } = useBeforeWiping(person, {
    deed: 'signing out',
    anyway: 'Sign out and remove them',
    leave: async () => {
      await submit(null, { method: 'post', action: '/sign-out' });
      return location.pathname === '/sign-in';
    },
  });
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    begin();
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
    question,
  };
}
