import { IconPlus } from '@tabler/icons-react';
import { Icon } from '#app/components/icon.tsx';
import { useSession } from '#app/components/writing/use-session.tsx';
import { Words } from '#app/components/writing/words.tsx';
import { WORDS } from '#collab/document/field-names.ts';
import { freshId } from '#collab/document/fresh-id.ts';
import {
  addAccount,
  removeAccount,
  restoreAccount,
  setAccountTeller,
  setAccountTime,
} from '#collab/document/moments.ts';
import type { AccountFacts } from '#collab/document/read-structure.ts';
import { TimeForm } from './time-form.tsx';

/** Tellings of one moment, side by side, each with its teller and, where it differs, its own time. */
export function AccountsPart({ accounts }: { accounts: readonly AccountFacts[] }) {
  if (accounts.length === 0) return null;
  return (
    <div className="tells">
      {accounts.map((account) => (
        <AccountPart key={account.id} account={account} />
      ))}
    </div>
  );
}

/** Lets one more person tell the moment. */
export function AddAccount({ moment, first }: { moment: string; first: boolean }) {
  const session = useSession();
  const add = () => {
    const id = freshId();
    addAccount(session.open.doc, moment, { id, teller: '' });
    session.focus(WORDS.account(id));
  };
  return (
    <button type="button" className="btn quiet small add" onClick={add}>
      <Icon of={IconPlus} />
      {first ? 'Add an account' : 'Add another account'}
    </button>
  );
}

function AccountPart({ account: { id, teller, time } }: { account: AccountFacts }) {
  const { open, notice } = useSession();
  const takeOut = () => {
    removeAccount(open.doc, id);
    notice.set({ words: 'The account is taken out.', undo: () => restoreAccount(open.doc, id) });
  };
  return (
    <div className="telling" id={`account-${id}`}>
      <Words place={WORDS.account(id)} label="What they tell" placeholder="As they tell it" hints={false} />
      <div className="teller">
        <input
          key={teller}
          className="input"
          aria-label="Who tells it"
          defaultValue={teller}
          placeholder="Who tells it"
          maxLength={120}
          autoComplete="off"
          onBlur={(event) =>
            event.target.value.trim() !== teller && setAccountTeller(open.doc, id, event.target.value.trim())
          }
        />
        <TimeForm time={time} nothing="same time" onSet={(set) => setAccountTime(open.doc, id, set)} />
        <button type="button" className="btn quiet small" onClick={takeOut}>
          Take out
        </button>
      </div>
    </div>
  );
}
