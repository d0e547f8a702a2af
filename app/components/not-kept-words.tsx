import type { ReactNode } from 'react';
import './unsigned/unsigned.css';
import { CopyButton } from './copy-button.tsx';

/** Words that came too late for where they were meant to go: to read, to take elsewhere, to throw away. */
export const NotKeptWords = ({
  said,
  words,
  forget,
  children,
}: {
  /** Why, in a sentence. */
  said: string;
  words: string;
  forget: () => void;
  /** Where else they can go, as buttons; comes first. */
  children?: ReactNode;
}) => (
  <div className="came-late">
    <p>{said} It is in this tab alone:</p>
    <p className="said">{words}</p>
    <div className="acts">
      {children}
      <CopyButton text={words}>Copy it</CopyButton>
      <button type="button" className="link small" onClick={forget}>
        Throw it away
      </button>
    </div>
  </div>
);
