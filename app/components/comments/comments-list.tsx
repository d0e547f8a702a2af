import { useEffect, useRef } from 'react';
import { openFirst, type ShownThread } from '#domain/comments/thread.ts';
import { BeginForm } from './begin-form.tsx';
import { CommentsGate } from './comments-gate.tsx';
import { giveFocus } from './give-focus.ts';
import { HomelessForms } from './homeless-forms.tsx';
import { standsOpen } from './open-forms.ts';
import { ThreadNote } from './thread-note.tsx';
import { useComments, useCommentsNow, useValue } from './use-comments.tsx';
import { elementOf } from './where-it-stands.ts';

/** All threads, open ones first: a panel at the side, on a phone a sheet from below. The browser's own dialog. */
export function CommentsList() {
  const feed = useComments();
  const open = useValue(feed.listOpen);
  const composing = useValue(feed.composing);
  const dialog = useRef<HTMLDialogElement>(null);
  const goingTo = useRef<Element | null>(null);
  const isNarrow = useIsNarrow();
  const isOpen = open || (composing !== null && isNarrow());
  useEffect(() => {
    if (isOpen && !dialog.current?.open) dialog.current?.showModal();
    if (!isOpen && dialog.current?.open) dialog.current.close();
  }, [isOpen]);
  const leave = () => {
    feed.listOpen.set(false);
    if (isNarrow()) feed.composing.set(null);
  };
  return (
    <dialog
      className="comments-list"
      ref={dialog}
      aria-labelledby="comments-list-title"
      // React passes the closing of a dialog within on to this one
      onClose={(event) => {
        if (event.target !== dialog.current) return;
        leave();
        goTo(goingTo.current);
        goingTo.current = null;
      }}
      onClick={(event) => event.target === dialog.current && leave()}
      onKeyDown={undefined}
    >
      {isOpen && (
        <div className="within">
          <div className="head">
            <h2 id="comments-list-title">Comments</h2>
            <button type="button" className="btn quiet small" onClick={leave}>
              Close
            </button>
          </div>
          {composing && isNarrow() && <BeginForm key={JSON.stringify(composing.on)} composing={composing} />}
          <HomelessForms />
          <ListedThreads
            onGo={(element) => {
              goingTo.current = element;
              leave();
            }}
          />
          <CommentsGate />
        </div>
      )}
    </dialog>
  );
}

function ListedThreads({ onGo }: { onGo: (element: Element | null) => void }) {
  const { threads } = useCommentsNow();
  const feed = useComments();
  const inHand = useValue(feed.inHand);
  const forms = useValue(feed.forms);
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    if (inHand)
      list.current?.querySelector(`[data-note="${CSS.escape(inHand)}"]`)?.scrollIntoView({ block: 'center' });
  }, [inHand]);
  if (threads.length === 0)
    return <p className="empty">Nobody has commented yet. Select some words to be the first.</p>;
  return (
    <ol className="listed-threads" ref={list}>
      {openFirst(threads, (thread) => standsOpen(thread, forms)).map((thread) => (
        <li key={thread.id}>
          <ThreadNote thread={thread} listed />
          {thread.at && <GoThere thread={thread} onGo={onGo} />}
        </li>
      ))}
    </ol>
  );
}

/** Closing gives the focus back to where the list was opened from; who asked to be shown words goes on reading there. */
function goTo(element: Element | null): void {
  if (!(element instanceof HTMLElement)) return;
  element.scrollIntoView({ block: 'center' });
  if (element.closest('[contenteditable="true"]')) return;
  giveFocus(element);
}

function GoThere({ thread, onGo }: { thread: ShownThread; onGo: (element: Element | null) => void }) {
  const feed = useComments();
  const go = () => {
    feed.inHand.set(thread.id);
    onGo(elementOf(thread));
  };
  return (
    <button type="button" className="linkish small" onClick={go}>
      Show it in {thread.at?.name}
    </button>
  );
}

/** Where there is no margin, what is being written stands in the sheet. Asked when needed: the window changes. */
const useIsNarrow = () => () => typeof matchMedia === 'function' && matchMedia('(max-width: 1180px)').matches;
