import { type ReactNode, useEffect, useId, useRef } from 'react';

/** Asks in words before what cannot be undone. The browser's own dialog: focus stays inside, Escape leaves, nothing behind answers. */
export function ConfirmDialog({
  open,
  title,
  onClose,
  children,
  actions,
  leave = 'Not now',
}: {
  open: boolean;
  title: string;
  onClose: () => void;
  children: ReactNode;
  /** The buttons, the one that acts first; the one that leaves is added. */
  actions: ReactNode;
  leave?: string;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    if (open && !dialog.current?.open) dialog.current?.showModal();
    if (!open && dialog.current?.open) dialog.current.close();
  }, [open]);
  return (
    <dialog className="dialog" ref={dialog} aria-labelledby={id} onClose={onClose}>
      <h2 id={id}>{title}</h2>
      <div className="body">{children}</div>
      <div className="acts">
        {actions}
        <button type="button" className="btn quiet" onClick={onClose}>
          {leave}
        </button>
      </div>
    </dialog>
  );
}
