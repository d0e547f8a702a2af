import { useEffect, useState } from 'react';
import { CopyButton } from '../copy-button.tsx';
import type { PlacedOffer } from './rescued-board.ts';
import { useSession, useStore, useStructure } from './use-session.tsx';

/** What is offered back at one place: null, what has no place in sight. Only the person whose words they are sees it (D13). */
export function RescuedHere({ place }: { place: string | null }) {
  const { rescued } = useSession();
  const { offers, mayPutBack } = useStore(rescued.offers);
  const here = offers.filter(({ shownAt }) => shownAt === place);
  if (here.length === 0) return null;
  return (
    <aside className="rescued" aria-label="Words of yours that lost their place">
      {here.map((offer) => (
        <Offer key={offer.id} offer={offer} mayPutBack={mayPutBack} />
      ))}
    </aside>
  );
}

/** Above everything: offers of parts out of sight, and a quiet announcement whenever there are more. */
export function RescuedAbove() {
  const { rescued } = useSession();
  const structure = useStructure();
  const { offers } = useStore(rescued.offers);
  useEffect(() => rescued.place(), [structure, rescued]);
  return (
    <>
      <p className="sr" role="status">
        {offers.length > 0 &&
          'Words of yours have lost their place. They stand beside the part they belonged to.'}
      </p>
      <RescuedHere place={null} />
    </>
  );
}

function Offer({ offer, mayPutBack }: { offer: PlacedOffer; mayPutBack: boolean }) {
  const { rescued, notice, focus } = useSession();
  const [problem, setProblem] = useState('');
  const answer = async (given: 'put-back' | 'let-go') => {
    setProblem('');
    // asked for before it is there, so that its editor opens with the caret in it
    if (given === 'put-back' && offer.isHidden) focus(offer.place);
    const answered = await rescued.answer(offer, given);
    if (!answered) return setProblem('That did not work just now. Your words are kept.');
    if (given === 'let-go')
      return notice.set({
        words: 'Let go.',
        undoWords: 'Ask me again',
        undo: () => void rescued.answer(offer, 'ask-again'),
      });
    notice.set({
      words: 'Your words are back.',
      ...(answered.takeBack && { undoWords: 'Undo', undo: answered.takeBack }),
    });
    focus(offer.shownAt ?? offer.place, offer.words);
  };
  return (
    <div className="offer">
      <p>{sentenceOf(offer)}</p>
      <blockquote className="lost-words">
        {offer.before !== '' && <span className="around">… {offer.before}</span>}
        <mark>{offer.words}</mark>
        {offer.after !== '' && <span className="around">{offer.after} …</span>}
      </blockquote>
      <p className="ways">
        {mayPutBack && !offer.isHomeless && (
          <button type="button" className="btn" onClick={() => void answer('put-back')}>
            {offer.isHidden ? 'Put back, with its part' : 'Put back'}
          </button>
        )}
        <CopyButton className="link" text={offer.words.trim()} />
        <button type="button" className="link" onClick={() => void answer('let-go')}>
          Let go
        </button>
        <span>Only you see this.</span>
      </p>
      {problem !== '' && <p role="alert">{problem}</p>}
    </div>
  );
}

const sentenceOf = ({ kind, isHidden, isLeft, isHomeless, why }: PlacedOffer): string => {
  if (why === 'closed')
    return isHomeless
      ? 'These words of yours had not been sent when you could no longer write here. What they stood in is gone; copy them if you want to keep them.'
      : 'These words of yours had not been sent when you could no longer write here.';
  if (isHomeless)
    return 'These words of yours had not been sent when words were erased from this write-up. What they stood in is gone; copy them if you want to keep them.';
  if (isLeft) return 'These words of yours had not been sent when words were erased from this write-up.';
  if (kind === 'hidden') return 'The part you wrote in was taken out meanwhile. Your words are still in it.';
  if (isHidden) return 'These words of yours lost their place, and the part they stood in was taken out.';
  return 'This was changed while you wrote in it, and these words of yours lost their place.';
};
