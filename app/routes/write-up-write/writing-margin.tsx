import { CommentsMargin } from '#app/components/comments/comments-margin.tsx';
import { useSession, useStore } from '#app/components/writing/use-session.tsx';
import type { ShownHint } from '#collab/client/editor/hint-marks.ts';

const MOST = 12;

/** Beside what is being written: comments, and wording hints that only the person who writes sees (W1). */
export function WritingMargin() {
  const { hints } = useSession();
  const shown = useStore(hints.hints).slice(0, MOST);
  const notes = shown.map((hint) => ({
    key: hint.place,
    top: hint.top,
    content: <HintNote hint={hint} onLeave={() => hints.dismiss(hint.place)} />,
  }));
  return <CommentsMargin others={notes} stamp={shown.map(({ top }) => Math.round(top())).join()} />;
}

const HintNote = ({ hint, onLeave }: { hint: ShownHint; onLeave: () => void }) => (
  <div className="hint-note">
    <p>
      “{hint.phrase}” {hint.hides}. {hint.asks}
    </p>
    <p className="ways">
      Only you see this.{' '}
      <button type="button" className="link" onClick={hint.select}>
        Rewrite
      </button>{' '}
      or{' '}
      <button type="button" className="link" onClick={onLeave}>
        leave it
      </button>
    </p>
  </div>
);
