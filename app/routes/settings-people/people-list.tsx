import { Link } from 'react-router';
import { EmptyState } from '#app/components/empty-state.tsx';
import { Face } from '#app/components/face.tsx';
import { Ruled } from '#app/components/page.tsx';

interface PersonShown {
  id: string;
  name: string;
  email: string;
  faceLetters: string;
  faceHue: number;
  administrator: boolean;
  hasComeIn: boolean;
  active: boolean;
  teams: string[];
}

/** Everybody, each leading to where they can be changed; those deactivated apart. */
export function PeopleList({ people }: { people: readonly PersonShown[] }) {
  const active = people.filter((person) => person.active);
  const gone = people.filter((person) => !person.active);
  return (
    <>
      <List people={active} />
      {active.length === 1 && (
        <EmptyState>You are the only one here. Invite the people you would like to learn with.</EmptyState>
      )}
      {gone.length > 0 && (
        <section>
          <Ruled aside="They cannot sign in; what they wrote stays.">Deactivated</Ruled>
          <List people={gone} />
        </section>
      )}
    </>
  );
}

const List = ({ people }: { people: readonly PersonShown[] }) => (
  <ul className="settings-list">
    {people.map((person) => (
      <li key={person.id}>
        <Face of={person} named />
        <div className="who">
          <Link className="link" to={`/settings/people/${person.id}`}>
            {person.name}
          </Link>
          <span>{person.email}</span>
        </div>
        <span className="aside">{factsOf(person)}</span>
      </li>
    ))}
  </ul>
);

function factsOf(person: PersonShown): string {
  const facts = [...person.teams];
  if (person.administrator) facts.push('administrator');
  if (!person.hasComeIn) facts.push('has not come in yet');
  return facts.join(', ');
}
