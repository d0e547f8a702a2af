import { useEffect, useState } from 'react';
import { askLeftAgain, type LeftWords, letGoLeft, listLeft } from '#collab/client/left-words.ts';
import { CopyButton } from '../copy-button.tsx';

interface Whose {
  person: string;
  review: string;
}

/** What is left in this browser alone, of all that had not been sent (D14, P7). */
export function LeftHere({ person, review }: Whose) {
  const [left, setLeft] = useState<readonly LeftWords[]>([]);
  useEffect(() => setLeft(listLeft(person, review)), [person, review]);
  if (left.length === 0) return null;
  return (
    <aside className="rescued" aria-label="Words of yours that are not in the write-up">
      <p>
        These words of yours never reached the write-up, and you may no longer write in it. They are kept in
        this browser alone: copy what you need.
      </p>
      {left.map((one) => (
        <Left key={one.id} left={one} person={person} review={review} />
      ))}
    </aside>
  );
}

function Left({ left, person, review }: Whose & { left: LeftWords }) {
  const [isGone, setGone] = useState(false);
  const [problem, setProblem] = useState('');
  const change = () => {
    const isDone = isGone ? askLeftAgain(person, review, left) : letGoLeft(person, review, left.id);
    setProblem(isDone ? '' : 'That did not work just now. Your words are kept.');
    if (isDone) setGone(!isGone);
  };
  return (
    <div className="offer">
      <LostWords words={left.words} />
      <p className="ways">
        <CopyButton className="link" text={left.words.trim()} />
        <button type="button" className="link" onClick={change}>
          {isGone ? 'Keep them after all' : 'Let go'}
        </button>
        <span role="status">{isGone ? 'Gone once you leave this page.' : 'Only you see this.'}</span>
      </p>
      {problem !== '' && <p role="alert">{problem}</p>}
    </div>
  );
}

export const LostWords = ({ words }: { words: string }) => (
  <blockquote className="lost-words">
    <mark>{words}</mark>
  </blockquote>
);
