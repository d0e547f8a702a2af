import { Form } from 'react-router';
import './demo-people.css';

/** Public on purpose: these people exist in the demo alone. */
const DEMO_PASSWORD = 'soak-demo';

/** One click a person, each with what they are here for. */
export const DemoPeople = ({
  people,
  redirectTo,
}: {
  people: readonly { email: string; name: string; line: string }[];
  redirectTo: string;
}) => (
  <section aria-labelledby="demo-people">
    <h2 id="demo-people">As somebody of the example workspace</h2>
    <ul className="demo-people">
      {people.map((person) => (
        <li key={person.email}>
          <Form method="post" reloadDocument>
            <input type="hidden" name="email" value={person.email} />
            <input type="hidden" name="password" value={DEMO_PASSWORD} />
            <input type="hidden" name="redirectTo" value={redirectTo} />
            <button type="submit" className="demo-person">
              <strong>{person.name}</strong>
              <span>{person.line}</span>
            </button>
          </Form>
        </li>
      ))}
    </ul>
  </section>
);
