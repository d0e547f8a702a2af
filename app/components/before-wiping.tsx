import { type ReactNode, Suspense, useState } from 'react';
import { hasUnsentWords, isAllLeft, wipeKept } from '#collab/client/kept-words.ts';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { lazily } from './lazily.tsx';

/** Without a network they are shown once it is back: nobody can leave before. */
const WordsHere = lazily(async () => (await import('./words-here.tsx')).fetchWordsHere());

/** Words on their way, or such that no write-up takes any more. */
type Unsent = 'waiting' | 'left';

const TITLE: Record<Unsent, string> = {
  waiting: 'Some of your words are not saved yet',
  left: 'Some of your words are in no write-up',
};

const NOT_YET: Record<Unsent, string> = {
  waiting:
    'They are sent once their write-up is open and this browser has a network. Where that cannot be, copy what you need first.',
  left: 'Copy what you need first.',
};

interface Leaving {
  /** What does it, as in “signing out removes them”. */
  deed: string;
  /** The button that does it all the same. */
  anyway: string;
  /** True where it was done: then nothing of the person stays in this browser. */
  leave(): Promise<boolean>;
}

/** For a deed that wipes what this browser keeps of a person: words that are nowhere else are shown and asked about first. */
export function useBeforeWiping(
  person: string,
  { deed, anyway, leave }: Leaving,
): { begin: () => void; question: ReactNode } {
  const [asking, setAsking] = useState<Unsent | null>(null);
  const close = () => setAsking(null);
  const go = async () => {
    close();
    if (await leave()) await wipeKept(person);
  };
  const begin = () => {
    if (hasUnsentWords(person)) setAsking(isAllLeft(person) ? 'left' : 'waiting');
    else void go();
  };
  const question = (
    <ConfirmDialog
      open={asking !== null}
      title={TITLE[asking ?? 'waiting']}
      onClose={close}
      actions={
        <button type="button" className="btn" onClick={() => void go()}>
          {anyway}
        </button>
      }
    >
      <p>
        They are kept in this browser only, and {deed} removes them. {asking && NOT_YET[asking]}
      </p>
      {asking && (
        <Suspense>
          <WordsHere person={person} onOpen={close} />
        </Suspense>
      )}
    </ConfirmDialog>
  );
  return { begin, question };
}
