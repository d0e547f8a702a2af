import { type ReactNode, Suspense, useState } from 'react';
import { hasUnsentWords, isAllLeft, wipeKept } from '#collab/client/kept-words.ts';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { CopyWords } from './copy-words.tsx';
import { lazily } from './lazily.tsx';
import { listTabDrafts, wipeTabDrafts } from './tab-drafts.ts';

/** Without a network they are shown once it is back: nobody can leave before. */
const WordsHere = lazily(async () => (await import('./words-here.tsx')).fetchWordsHere());

/** Words on their way, such that no write-up takes any more, or begun in this tab and not sent from it. */
type Unsent = 'waiting' | 'left' | 'begun';

const unsentOf = (person: string): Unsent | null => {
  if (hasUnsentWords(person)) return isAllLeft(person) ? 'left' : 'waiting';
  return listTabDrafts(person).length > 0 ? 'begun' : null;
};

const TITLE: Record<Unsent, string> = {
  waiting: 'Some of your words are not saved yet',
  left: 'Some of your words are in no write-up',
  begun: 'Some of your words are not sent yet',
};

const NOT_YET: Record<Unsent, string> = {
  waiting:
    'They are sent once their write-up is open and this browser has a network. Where that cannot be, copy what you need first.',
  left: 'Copy what you need first.',
  begun: 'Go back to where you began them and send them, or copy what you need first.',
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
    if (!(await leave())) return;
    wipeTabDrafts(person);
    await wipeKept(person);
  };
  const begin = () => {
    const unsent = unsentOf(person);
    if (unsent) setAsking(unsent);
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
      {asking && asking !== 'begun' && (
        <Suspense>
          <WordsHere person={person} onOpen={close} />
        </Suspense>
      )}
      {asking && <Begun words={listTabDrafts(person)} isAlone={asking === 'begun'} />}
    </ConfirmDialog>
  );
  return { begin, question };
}

function Begun({ words, isAlone }: { words: readonly string[]; isAlone: boolean }) {
  if (words.length === 0) return null;
  return (
    <>
      {!isAlone && <p>And these are begun in this tab, and not sent:</p>}
      <ul className="words-here" aria-label="Words of yours that are begun and not sent">
        {words.map((one, place) => (
          <CopyWords key={`${place} ${one}`} words={one} />
        ))}
      </ul>
    </>
  );
}
