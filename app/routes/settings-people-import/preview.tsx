import { Form } from 'react-router';
import { plainDay } from '#app/components/clock-words.ts';
import { counted } from '#app/components/counted.ts';
import type { NewPersonRow } from '#domain/people-list/judge-rows.ts';
import type { PeoplePreview } from '#server/settings/take-people.ts';

const SHOWN = 100;

/** What each row becomes; nothing of it is kept yet. */
export function Preview({ preview }: { preview: PeoplePreview & { text: string; isGuessed: boolean } }) {
  const { fresh, here, bad, twice, newTeams, unknown, text, isGuessed } = preview;
  const canTake = fresh.length + twice.length > 0;
  return (
    <section className="people-import" aria-labelledby="preview-title">
      <h2 id="preview-title">
        {fresh.length === 0 ? 'Nobody new' : counted(fresh.length, 'new person', 'new people')}
      </h2>
      {isGuessed && (
        <p>
          This file is not in UTF-8 and was read as Windows-1252, as older spreadsheets write. Please look at
          names with accents.
        </p>
      )}
      {unknown.length > 0 && (
        <p>
          Nothing is taken from {unknown.length === 1 ? 'this column' : 'these columns'}:{' '}
          {unknown.slice(0, 20).join(', ')}.
        </p>
      )}
      {newTeams.length > 0 && <p>Teams that are made: {newTeams.slice(0, 50).join(', ')}.</p>}
      {fresh.length > 0 && <NewPeople people={fresh} />}
      <BadRows preview={preview} />
      {here.length > 0 && (
        <>
          <h3>
            {counted(here.length, 'is here already and stays', 'are here already and stay')} as they are
          </h3>
          <ul>
            {here.slice(0, SHOWN).map(({ line, words }) => (
              <li key={line}>
                Row {line}: {words}.
              </li>
            ))}
          </ul>
          <More all={here.length} />
        </>
      )}
      <Form method="post" encType="multipart/form-data" className="form">
        {twice.length > 0 && (
          <div>
            <h3>Perhaps one person with two addresses</h3>
            <ul>
              {twice.slice(0, SHOWN).map(({ line, name, email, why }) => (
                <li key={line}>
                  Row {line}: {name}, {email}. {why.charAt(0).toUpperCase() + why.slice(1)}.
                </li>
              ))}
            </ul>
            <More all={twice.length} />
            <label className="tick">
              <input type="checkbox" name="twice" /> They are different people: add them too
            </label>
          </div>
        )}
        <input type="hidden" name="pasted" value={text} />
        <div className="acts">
          {canTake && (
            <button type="submit" className="btn main" name="intent" value="take">
              {fresh.length === 0 ? 'Add those ticked' : 'Add them, and make their links'}
            </button>
          )}
          <a className="btn quiet" href="/settings/people/import">
            Choose another
          </a>
        </div>
        {bad.length > 0 && canTake && (
          <p className="hint">
            Rows that could not be used are left out; mended, the same list brings them later.
          </p>
        )}
      </Form>
    </section>
  );
}

const NewPeople = ({ people }: { people: readonly NewPersonRow[] }) => (
  <>
    <div className="scrolls">
      <table>
        <thead>
          <tr>
            <th scope="col">Row</th>
            <th scope="col">Name</th>
            <th scope="col">E-mail</th>
            <th scope="col">Started</th>
            <th scope="col">Teams</th>
          </tr>
        </thead>
        <tbody>
          {people.slice(0, SHOWN).map(({ line, name, email, startedOn, teams }) => (
            <tr key={line}>
              <td className="num">{line}</td>
              <td>{name}</td>
              <td>{email}</td>
              <td>{startedOn ? plainDay(startedOn) : ''}</td>
              <td>{teams.join(', ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
    <More all={people.length} />
  </>
);

const BadRows = ({ preview: { bad } }: { preview: PeoplePreview }) =>
  bad.length > 0 && (
    <>
      <h3>{counted(bad.length, 'row', 'rows')} could not be used</h3>
      <ul>
        {bad.slice(0, SHOWN).map(({ line, words, why }) => (
          <li key={line}>
            Row {line}: <q>{words}</q> {why}.
          </li>
        ))}
      </ul>
      <More all={bad.length} />
    </>
  );

const More = ({ all }: { all: number }) =>
  all > SHOWN && <p className="hint">And {(all - SHOWN).toLocaleString('en')} more.</p>;
