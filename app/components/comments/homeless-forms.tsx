import { useEffect, useLayoutEffect, useRef } from 'react';
import { CopyButton } from '../copy-button.tsx';
import { useDraftOf } from './comment-form.tsx';
import { giveFocus } from './give-focus.ts';
import { homeless, type OpenForm } from './open-forms.ts';
import { useComments, useCommentsNow, useValue } from './use-comments.tsx';

/** What was being written in threads that are gone meanwhile, until its author lets it go. */
export function HomelessForms() {
  const feed = useComments();
  const now = useCommentsNow();
  return homeless(useValue(feed.forms), now).map((form) => <Homeless key={form.what} form={form} />);
}

function Homeless({ form }: { form: OpenForm }) {
  const feed = useComments();
  const [words, forget] = useDraftOf(form.what);
  const note = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    // the field they stood in has gone, with the caret in it
    if (document.activeElement !== document.body || !note.current) return;
    giveFocus(note.current);
    note.current.scrollIntoView({ block: 'nearest' });
  }, []);
  // nothing had been typed yet
  useEffect(() => {
    if (words === null) feed.closeForm(form.what);
  }, [words, feed, form.what]);
  if (words === null) return null;
  return (
    <article ref={note} className="note" aria-label="Your words, whose thread is gone">
      <p className="gone" role="status">
        The thread you were writing in is gone. Your words are here until you let them go.
      </p>
      <p className="comment-words">{words}</p>
      <p className="comment-acts">
        <CopyButton className="linkish" text={words} />
        <button type="button" className="linkish" onClick={forget}>
          Let go
        </button>
      </p>
    </article>
  );
}
