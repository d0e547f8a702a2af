import { useEffect } from 'react';
import { useSession, useStore } from './use-session.tsx';

const STAYS_MS = 10_000;

/** "The section is taken out. Put it back" for ten seconds; undo finds it later too. */
export function NoticeBar() {
  const { notice } = useSession();
  const shown = useStore(notice);
  useEffect(() => {
    if (!shown) return;
    const timer = setTimeout(() => notice.set(null), STAYS_MS);
    return () => clearTimeout(timer);
  }, [shown, notice]);
  return (
    <div className="notice-bar" role="status">
      {shown && (
        <p>
          {shown.words}
          {shown.undo && (
            <>
              {' '}
              <button
                type="button"
                className="link"
                onClick={() => {
                  shown.undo?.();
                  notice.set(null);
                }}
              >
                {shown.undoWords ?? 'Put it back'}
              </button>
            </>
          )}
        </p>
      )}
    </div>
  );
}
