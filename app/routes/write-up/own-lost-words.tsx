import { useFetcher } from 'react-router';
import { CopyButton } from '#app/components/copy-button.tsx';
import type { Offered } from '#collab/document/rescued.ts';

/** D13: what lost its place, for an author who may no longer write here: to copy, or to let go. */
export const OwnLostWords = ({ review, offers }: { review: string; offers: Offered['offers'] }) =>
  offers.length > 0 && (
    <aside className="rescued" aria-label="Words of yours that lost their place">
      <p>
        These words of yours lost their place while you could still write here. Copy what you need, or ask an
        analyst to put it in.
      </p>
      {offers.map((offer) => (
        <LostOffer key={offer.id} review={review} offer={offer} />
      ))}
    </aside>
  );

function LostOffer({ review, offer }: { review: string; offer: Offered['offers'][number] }) {
  const fetcher = useFetcher();
  return (
    <div className="offer">
      <blockquote className="lost-words">
        {offer.before !== '' && <span className="around">… {offer.before}</span>}
        <mark>{offer.words}</mark>
        {offer.after !== '' && <span className="around">{offer.after} …</span>}
      </blockquote>
      <fetcher.Form className="ways" method="post" action={`/reviews/${review}/rescued.json`}>
        <input type="hidden" name="id" value={offer.id} />
        <CopyButton className="link" text={offer.words.trim()} />
        <button type="submit" className="link" name="answer" value="let-go">
          Let go
        </button>
        <span>Only you see this.</span>
      </fetcher.Form>
    </div>
  );
}
