import { IconCopy } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { Icon } from './icon.tsx';

interface CopyButtonProps {
  /** What is copied. */
  text: string;
  /** What the button says until it is pressed. */
  children?: ReactNode;
  /** Said to screen readers after the words, for one of several alike. */
  of?: string;
  className?: string;
}

/**
 * Puts a text on the clipboard, and says so. Where the browser lets nobody copy, the text stands there marked instead: a button that
 * does nothing would cost a link that is shown once.
 */
export function CopyButton({ text, children = 'Copy', of, className = 'btn small' }: CopyButtonProps) {
  const [outcome, setOutcome] = useState<'copied' | 'refused' | null>(null);
  const copy = async () => setOutcome((await copyText(text)) ? 'copied' : 'refused');
  return (
    <>
      <button type="button" className={className} onClick={copy} aria-live="polite">
        {className.includes('btn') && <Icon of={IconCopy} />}
        {outcome === 'copied' ? 'Copied' : children}
        {of && <span className="sr"> {of}</span>}
      </button>
      {outcome === 'refused' && (
        <label className="to-copy">
          <span className="hint">
            Your browser does not let Soak copy it. It is marked: press Ctrl+C, or ⌘C.
          </span>
          <textarea className="input" readOnly rows={1} value={text} ref={mark} />
        </label>
      )}
    </>
  );
}

const mark = (area: HTMLTextAreaElement | null) => {
  area?.focus();
  area?.select();
};

/** False where neither way is allowed. The newer one is not there on a page without TLS, which Soak in a local network often is. */
async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyByEvent(text);
  }
}

/** Needs no field with the text in it, so it works within a dialog too. */
function copyByEvent(text: string): boolean {
  let isTaken = false;
  const take = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
    event.stopImmediatePropagation();
    isTaken = true;
  };
  document.addEventListener('copy', take, { capture: true });
  try {
    // left in browsers for just this; there is no other way without TLS
    return document.execCommand('copy') && isTaken;
  } finally {
    document.removeEventListener('copy', take, { capture: true });
  }
}
