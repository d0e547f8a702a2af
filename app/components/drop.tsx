import { type ReactNode, useEffect, useRef } from 'react';

/** A small panel under its word. Opens without JavaScript; Escape and a click elsewhere close it. */
export function Drop({
  summary,
  label,
  up = false,
  children,
}: {
  summary: ReactNode;
  label?: string;
  /** Opens upwards, for bars at the foot. */
  up?: boolean;
  children: ReactNode;
}) {
  const drop = useRef<HTMLDetailsElement>(null);
  useCloseFromOutside(drop);
  return (
    <details className={up ? 'drop up' : 'drop'} ref={drop}>
      <summary aria-label={label}>{summary}</summary>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: pressing an item with a key is a click of it too */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: only listens for what its items do */}
      <div className="panel" onClick={(event) => closeAfterItem(event.target as Element, drop.current)}>
        {children}
      </div>
    </details>
  );
}

/**
 * A chosen item has done its work; a form inside stays open, and so does it for an item that is to be pressed twice (`data-stays`).
 * Focus stays at the menu's word, unless the item took it elsewhere.
 */
function closeAfterItem(target: Element, drop: HTMLDetailsElement | null) {
  if (!drop || !target.closest('button.item:not([data-stays]), a.item')) return;
  if (drop.contains(document.activeElement)) drop.querySelector('summary')?.focus();
  drop.open = false;
}

/** Listens only while open: a long write-up holds a hundred of these, and each would look at each key that is typed. */
function useCloseFromOutside(drop: React.RefObject<HTMLDetailsElement | null>) {
  useEffect(() => {
    const details = drop.current;
    if (!details) return;
    const onPointer = (event: PointerEvent) => {
      if (!details.contains(event.target as Node)) details.open = false;
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      details.open = false;
      details.querySelector('summary')?.focus();
    };
    const close = () => {
      document.removeEventListener('pointerdown', onPointer);
      document.removeEventListener('keydown', onKey);
    };
    const follow = () => {
      if (!details.open) return close();
      document.addEventListener('pointerdown', onPointer);
      document.addEventListener('keydown', onKey);
    };
    follow();
    details.addEventListener('toggle', follow);
    return () => {
      details.removeEventListener('toggle', follow);
      close();
    };
  }, [drop]);
}
