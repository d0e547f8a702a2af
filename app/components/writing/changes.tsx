import './changes.css';
import type { ChangedPart, ChangedPlace, Changes } from '#domain/history/changes.ts';
import { ChangedBlocks } from './changed-blocks.tsx';
import { ChangedFacts } from './changed-facts.tsx';
import { type Names, namesOf } from './changed-run.tsx';
import { PART_WORD } from './part-word.ts';

/** What differs between two versions, part by part: what was put in, what was taken out, and by whom, in words. */
export function ChangesRead({ changes, names }: { changes: Changes; names: Names }) {
  const { parts, adrift } = changes;
  return (
    <>
      {parts.map((part) => (
        <Part key={`${part.kind} ${part.id}`} part={part} names={names} />
      ))}
      {adrift.length > 0 && (
        <section className="part">
          <h2>Words that found no place</h2>
          <p className="quietly small">
            They were typed into what somebody else was taking out at that moment. They are kept here.
          </p>
          <ul className="adrift">
            {adrift.map(({ text, by }, at) => (
              <li key={`${at} ${text}`}>
                <span className="said">{text}</span> <small>{namesOf(by, names)}</small>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function Part({ part, names }: { part: ChangedPart; names: Names }) {
  const { kind, title, op, by, facts, places } = part;
  return (
    <section className="part changed">
      <h2>
        <span className="part-kind">{PART_WORD[kind]}</span> {heading(part)}
      </h2>
      {op !== 'same' && (
        <p className="quietly small">
          {op === 'in' ? 'Put in' : 'Taken out'}
          {by.length > 0 && ` by ${namesOf(by, names)}`}
          {op === 'out' && title !== '' && '; its words are kept'}.
        </p>
      )}
      <ChangedFacts facts={facts} names={names} />
      {places.map((place) => (
        <Place key={`${place.name} ${place.teller}`} place={place} names={names} />
      ))}
    </section>
  );
}

const heading = ({ kind, title }: ChangedPart): string =>
  kind === 'section' || kind === 'finding' ? title || 'Not named yet' : '';

const PLACE_WORD: Record<ChangedPlace['name'], string | null> = {
  title: 'Its title',
  words: null,
  reasonable: 'What made it reasonable',
  ended: 'What ended it',
  account: 'Account',
};

function Place({ place, names }: { place: ChangedPlace; names: Names }) {
  const word = PLACE_WORD[place.name];
  return (
    <>
      {word !== null && (
        <h3 className="entry-label">
          {word}
          {place.teller !== '' && `: ${place.teller}`}
        </h3>
      )}
      <ChangedBlocks blocks={place.blocks} names={names} />
    </>
  );
}
