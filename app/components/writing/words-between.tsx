import { Link } from 'react-router';
import type { Changes, Passage } from '#domain/history/changes.ts';
import { type Names, namesOf } from './changed-run.tsx';
import { PART_WORD } from './part-word.ts';

/**
 * Words that came and went between two versions, each with the way to the version that has it whole.
 * @param addressOf where that version is found
 */
export function WordsBetween({
  between: { passages, more },
  names,
  addressOf,
}: {
  between: Changes['between'];
  names: Names;
  addressOf: (passage: Passage) => string;
}) {
  if (passages.length === 0) return null;
  return (
    <section className="part between">
      <h2>Written and taken out again</h2>
      <p className="quietly small">
        Neither of the two has these words. Each can be read where it stood, and put back from there.
        Corrections of a word or two are left out.
      </p>
      <ul>
        {passages.map((passage) => (
          <li key={`${passage.letters.client} ${passage.letters.first}`}>
            <p className="said">
              {passage.text}
              {passage.isCut && ' …'}
            </p>
            <p className="ways">
              <small>
                {[placeWords(passage), namesOf(passage.by, names)]
                  .filter((words) => words !== '')
                  .join(' · ')}
              </small>
              <Link className="link" to={addressOf(passage)}>
                As it was before<span className="sr"> “{passage.text.slice(0, 40)}” was taken out</span>
              </Link>
            </p>
          </li>
        ))}
      </ul>
      {more > 0 && (
        <p className="quietly small">
          {more} more are not listed here. A shorter time, one line of the history, lists its own.
        </p>
      )}
    </section>
  );
}

const placeWords = ({ kind, title }: Passage): string => (title === '' ? PART_WORD[kind] : title);
