import { Form, useNavigation } from 'react-router';
import { plainDay } from '#app/components/clock-words.ts';
import { counted } from '#app/components/counted.ts';
import type { NewPersonRow } from '#domain/people-list/judge-rows.ts';
import type { ShownPeople } from '#server/settings/take-people.ts';

/** What each row becomes; nothing of it is kept yet. */
export function Preview({ preview }: { preview: ShownPeople & { text: string; isGuessed: boolean } }) {
  const busy = useNavigation().state !== 'idle';
  const { fresh, here, twice, newTeams, unknown, counts, text, isGuessed } = preview;
  const canTake = counts.fresh + counts.twice + counts.waiting > 0;
  return (
    <section className="people-import" aria-labelledby="preview-title">
      <h2 id="preview-title">
        {counts.fresh === 0 ? 'Nobody new' : counted(counts.fresh, 'new person', 'new people')}
      </h2>
      {isGuessed && (
        <p>
          This file is not in UTF-8 and was read as Windows-1252, as older spreadsheets write. Please look at
          names with accents.
        </p>
      )}
      {unknown.length > 0 && (
        <p>
          Nothing is taken from {unknown.length === 1 ? 'this column' : 'these columns'}: {unknown.join(', ')}
          .
        </p>
      )}
      {newTeams.length > 0 && <p>Teams that are made: {newTeams.join(', ')}.</p>}
      {fresh.length > 0 && <NewPeople people={fresh} all={counts.fresh} />}
      <BadRows preview={preview} />
      {here.length > 0 && (
        <>
          <h3>
            {counted(counts.here, 'is here already and stays', 'are here already and stay')} as they are
          </h3>
          <ul>
            {here.map(({ line, words }) => (
              <li key={line}>
                Row {line}: {words}.
              </li>
            ))}
          </ul>
          <More all={counts.here} shown={here.length} />
        </>
      )}
      <Form method="post" encType="multipart/form-data" className="form">
        {twice.length > 0 && (
          <div>
            <h3>Perhaps one person with two addresses</h3>
            <ul>
              {twice.map(({ line, name, email, why }) => (
                <li key={line}>
                  Row {line}: {name}, {email}. {why.charAt(0).toUpperCase() + why.slice(1)}.
                </li>
              ))}
            </ul>
            <More all={counts.twice} shown={twice.length} />
            <label className="tick">
              <input type="checkbox" name="twice" /> They are different people: add them too
            </label>
          </div>
        )}
        {counts.waiting > 0 && (
          <label className="tick">
            <input type="checkbox" name="renew" />{' '}
            {counts.waiting === 1
              ? 'Make a fresh link for the one here already who has not come in yet. Any before it stops working.'
              : `Make fresh links for the ${counts.waiting.toLocaleString('en')} here already who have not come in yet. Any before them stop working.`}
          </label>
        )}
        <input type="hidden" name="pasted" value={text} />
        <div className="acts">
          {canTake && (
            <button type="submit" className="btn main" name="intent" value="take" disabled={busy}>
              {counts.fresh === 0 ? 'Do what is ticked' : 'Add them, and make their links'}
            </button>
          )}
          <a className="btn quiet" href="/settings/people/import">
            Choose another
          </a>
          <span role="status">{busy && 'One moment …'}</span>
        </div>
        {counts.bad > 0 && canTake && (
          <p className="hint">
            Rows that could not be used are left out; mended, the same list brings them later.
          </p>
        )}
      </Form>
    </section>
  );
}

const NewPeople = ({ people, all }: { people: readonly NewPersonRow[]; all: number }) => (
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
          {people.map(({ line, name, email, startedOn, teams }) => (
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
    <More all={all} shown={people.length} />
  </>
);

const BadRows = ({ preview: { bad, counts } }: { preview: ShownPeople }) =>
  bad.length > 0 && (
    <>
      <h3>{counted(counts.bad, 'row', 'rows')} could not be used</h3>
      <ul>
        {bad.map(({ line, words, why }) => (
          <li key={line}>
            Row {line}: <q>{words}</q> {why}.
          </li>
        ))}
      </ul>
      <More all={counts.bad} shown={bad.length} />
    </>
  );

const More = ({ all, shown }: { all: number; shown: number }) =>
  all > shown && <p className="hint">And {(all - shown).toLocaleString('en')} more.</p>;
