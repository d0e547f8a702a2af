import { useLayoutEffect, useRef, useState } from 'react';
import { useSession, useStore } from '#app/components/writing/use-session.tsx';
import type { ShownHint } from '#collab/client/editor/hint-marks.ts';

const MOST = 12;
const APART = 12;

/** Wording hints beside their words; only the person who writes sees them (W1). */
export function HintsMargin() {
  const { hints } = useSession();
  const shown = useStore(hints.hints).slice(0, MOST);
  const frame = useRef<HTMLDivElement>(null);
  const tops = useTops(frame, shown);
  if (shown.length === 0) return <div ref={frame} />;
  return (
    <div ref={frame} className="hint-notes">
      {shown.map((hint, at) => (
        <div key={hint.place} className="hint-note" style={{ top: tops[at] }}>
          <p>
            “{hint.phrase}” {hint.hides}. {hint.asks}
          </p>
          <p className="ways">
            Only you see this.{' '}
            <button type="button" className="link" onClick={hint.select}>
              Rewrite
            </button>{' '}
            or{' '}
            <button type="button" className="link" onClick={() => hints.dismiss(hint.place)}>
              leave it
            </button>
          </p>
        </div>
      ))}
    </div>
  );
}

/** Level with their words, pushed down where they would overlap. */
function useTops(frame: React.RefObject<HTMLElement | null>, shown: readonly ShownHint[]): number[] {
  const [tops, setTops] = useState<number[]>([]);
  const asked = shown.map((hint) => `${hint.place} ${Math.round(hint.top)}`).join();
  useLayoutEffect(() => {
    const box = frame.current;
    if (!box) return;
    const origin = box.getBoundingClientRect().top + scrollY;
    let free = 0;
    const next = [...box.children].map((note, at) => {
      const top = Math.max((shown[at]?.top ?? 0) - origin, free);
      free = top + note.getBoundingClientRect().height + APART;
      return top;
    });
    setTops(next);
  }, [asked, frame]);
  return tops;
}
