import './unsigned/unsigned.css';
import { CopyButton } from './copy-button.tsx';

/** Words that came too late for where they were meant to go: to read, to take elsewhere, to throw away. */
export const NotKeptWords = ({
  said,
  words,
  forget,
}: {
  /** Why, in a sentence. */
  said: string;
  words: string;
  forget: () => void;
}) => (
  <div className="came-late">
    <p>{said} It is in this tab alone:</p>
    <p className="said">{words}</p>
    <div className="acts">
      <CopyButton text={words}>Copy it</CopyButton>
      <button type="button" className="link small" onClick={forget}>
        Throw it away
      </button>
    </div>
  </div>
);
