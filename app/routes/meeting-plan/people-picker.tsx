import { type ReactNode, useId, useState } from 'react';
import { Face, type FaceOf } from '#app/components/face.tsx';
import { Refusal } from '#app/components/refusal.tsx';

export type PersonChoice = FaceOf & { id: string; title: string };

const WORTH_FINDING = 12;

/** People to tick, by name; among many, typing a few letters finds them. Ticked ones never vanish. */
export function PeoplePicker({
  label,
  hint,
  name,
  people,
  chosen,
  refused,
}: {
  label: string;
  hint: ReactNode;
  name: string;
  people: readonly PersonChoice[];
  chosen: readonly string[];
  refused?: string | undefined;
}) {
  const id = useId();
  const [letters, setLetters] = useState('');
  const isFound = (person: PersonChoice) =>
    `${person.name} ${person.title}`.toLowerCase().includes(letters.toLowerCase());
  return (
    <fieldset className="field people-picker" aria-describedby={`${id}-hint`}>
      <legend className="label">{label}</legend>
      <span className="hint" id={`${id}-hint`}>
        {hint}
      </span>
      {people.length > WORTH_FINDING && (
        <input
          className="input"
          type="search"
          placeholder="Find by name"
          aria-label={`Find among ${label.toLowerCase()}`}
          value={letters}
          onChange={(event) => setLetters(event.currentTarget.value)}
        />
      )}
      <ul>
        {people.map((person) => (
          <li key={person.id} className={isFound(person) ? undefined : 'not-found'}>
            <label className="tick">
              <input
                type="checkbox"
                name={`${name}[]`}
                value={person.id}
                defaultChecked={chosen.includes(person.id)}
              />
              <Face of={person} size={22} named />
              <span>
                {person.name} <span className="quietly">{person.title}</span>
              </span>
            </label>
          </li>
        ))}
      </ul>
      <Refusal sentence={refused} />
    </fieldset>
  );
}
