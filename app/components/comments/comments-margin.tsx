import './comments.css';
import { useEffect } from 'react';
import { BeginForm } from './begin-form.tsx';
import { CommentsDoor } from './comments-door.tsx';
import { CommentsList } from './comments-list.tsx';
import { HomelessForms } from './homeless-forms.tsx';
import { type MarginNote, MarginNotes } from './margin-notes.tsx';
import { homeless, standsOpen } from './open-forms.ts';
import { ThreadNote } from './thread-note.tsx';
import { useComments, useCommentsNow, useValue } from './use-comments.tsx';
import { elementOf, pageTop } from './where-it-stands.ts';

const NONE: readonly MarginNote[] = [];

/** Open threads level with their words, the comment being written, and what else stands in this margin (`others`). */
export function CommentsMargin({
  others = NONE,
  stamp,
}: {
  others?: readonly MarginNote[];
  stamp?: unknown;
}) {
  const feed = useComments();
  const { threads, rev } = useCommentsNow();
  const composing = useValue(feed.composing);
  const forms = useValue(feed.forms);
  const moved = useValue(feed.moved);
  const inHand = useValue(feed.inHand);
  useThreadFromAddress();
  const notes: MarginNote[] = [
    ...threads
      .filter((thread) => standsOpen(thread, forms))
      .map((thread) => ({
        key: thread.id,
        top: () => pageTop(elementOf(thread)),
        content: <ThreadNote thread={thread} />,
      })),
    ...others,
  ];
  if (composing)
    notes.push({
      key: 'begin',
      top: () => composing.top,
      content: <BeginForm key={JSON.stringify(composing.on)} composing={composing} />,
    });
  if (homeless(forms, { threads }).length > 0)
    notes.push({ key: 'homeless', top: () => null, content: <HomelessForms /> });
  return (
    <>
      <CommentsDoor />
      <MarginNotes
        notes={notes}
        stamp={`${rev} ${moved} ${inHand} ${stamp} ${others.map(({ key }) => key).join()}`}
      />
      <CommentsList />
    </>
  );
}

/** A link to `#thread-<id>` takes that thread in hand; one that is resolved, or has no margin to stand in, opens the list. */
function useThreadFromAddress(): void {
  const feed = useComments();
  useEffect(() => {
    const look = () => {
      const id = /^#thread-([\w-]+)$/.exec(location.hash)?.[1];
      if (!id) return;
      feed.inHand.set(id);
      const note = document.getElementById(`thread-${id}`);
      if (note && note.getClientRects().length > 0) note.scrollIntoView({ block: 'center' });
      else feed.listOpen.set(true);
    };
    look();
    addEventListener('hashchange', look);
    return () => removeEventListener('hashchange', look);
  }, [feed]);
}
