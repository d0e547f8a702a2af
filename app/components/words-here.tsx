import { useEffect, useState } from 'react';
import { Link, useLocation } from 'react-router';
import { fetchReading } from '#collab/client/read-unsent.ts';
import { listWordsHere, type WordsHere as OfReview } from '#collab/client/words-here.ts';
import { CopyWords } from './copy-words.tsx';

/** With all it takes to read them. */
export async function fetchWordsHere() {
  await fetchReading();
  return WordsHere;
}

/** What this browser alone holds of a person's own words, wherever they were meant for: to copy, or to have sent by opening it. */
function WordsHere({ person, onOpen }: { person: string; onOpen: () => void }) {
  const [found, setFound] = useState<readonly OfReview[]>([]);
  useEffect(() => {
    let isShown = true;
    void listWordsHere(person).then((words) => isShown && setFound(words));
    return () => {
      isShown = false;
    };
  }, [person]);
  if (found.length === 0) return null;
  return (
    <ul className="words-here" aria-label="Words of yours that are in this browser only">
      {found.map((one) => (
        <OfOneReview key={one.review} {...one} onOpen={onOpen} />
      ))}
    </ul>
  );
}

function OfOneReview({ review, words, onOpen }: OfReview & { onOpen: () => void }) {
  const { pathname } = useLocation();
  const address = `/reviews/${review}`;
  return (
    <CopyWords words={words.join('\n\n')}>
      {!pathname.startsWith(address) && (
        <Link className="link" to={address} onClick={onOpen}>
          Open their write-up
        </Link>
      )}
    </CopyWords>
  );
}
