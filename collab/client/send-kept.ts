import { isMarkedUnsent } from './kept-words.ts';
import type { OpenDocument, OpenDocumentOptions } from './open-document.ts';

/**
 * For a page that has not opened a document of which this browser keeps unsent words: sends them, or keeps them apart where this person
 * may no longer write it (`left-words.ts`); only the server knows which. Opens nothing where nothing is unsent.
 * True where they have been sent.
 * @param leaving the page is left: what is not sent by then stays kept here
 * @param more tests name another server
 */
export const sendKept = async (
  person: string,
  name: string,
  leaving: AbortSignal,
  more: Partial<OpenDocumentOptions> = {},
): Promise<boolean> => {
  if (!isMarkedUnsent(person, name)) return false;
  const { openDocument } = await import('./open-document.ts');
  if (leaving.aborted) return false;
  const open = openDocument({ name, person, mayWrite: true, ...more });
  await settled(open, leaving);
  const { phase, notTaken } = open.link.get();
  // kept apart, they are not unsent any more either
  const isSent = !open.hasUnsentWords() && phase === 'connected' && !notTaken;
  open.close();
  return isSent;
};

const settled = (open: OpenDocument, leaving: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const look = () => {
      if (open.isLeft.get() || !open.hasUnsentWords() || open.link.get().phase === 'stopped') resolve();
    };
    open.isLeft.subscribe(look);
    open.link.subscribe(look);
    leaving.addEventListener('abort', () => resolve());
    look();
  });
