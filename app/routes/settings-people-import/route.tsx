import { data, Form, Link } from 'react-router';
import { counted } from '#app/components/counted.ts';
import { TextField, WordsField } from '#app/components/field.tsx';
import { Ruled } from '#app/components/page.tsx';
import { Refusal } from '#app/components/refusal.tsx';
import { requirePerson } from '#app/context.ts';
import { csv } from '#domain/csv.ts';
import { isRefused, refuse } from '#domain/refused.ts';
import type { DecodedText } from '#server/doors/decode-text.ts';
import { readForm } from '#server/doors/read-form.ts';
import { decodePeople, PEOPLE_FILE_BYTES } from '#server/settings/people-file.ts';
import { requireAdministrator } from '#server/settings/require-administrator.ts';
import { previewPeople, type ShownPeople, shownOf, takePeople } from '#server/settings/take-people.ts';
import type { Route } from './+types/route';
import { Preview } from './preview.tsx';
import './people-import.css';

export function loader({ context, request }: Route.LoaderArgs) {
  requireAdministrator(requirePerson(context, request).person);
  return null;
}

interface Answer {
  refused: string | null;
  pasted: string;
  preview: (ShownPeople & { text: string; isGuessed: boolean }) | null;
  taken: { people: number; renewed: number; teams: number; links: string; isAll: boolean } | null;
}
const NOTHING: Answer = { refused: null, pasted: '', preview: null, taken: null };

export async function action({ context, request }: Route.ActionArgs) {
  const { app, person } = requirePerson(context, request);
  requireAdministrator(person);
  const form = await readForm(request);
  const pasted = String(form.get('pasted') ?? '');
  const decoded = await wordsOf(form, pasted);
  const refusedWith = (sentence: string) => data({ ...NOTHING, refused: sentence, pasted }, { status: 422 });
  if (isRefused(decoded)) return refusedWith(decoded.refused);
  const { text, isGuessed } = decoded;
  if (form.get('intent') !== 'take') {
    const preview = await previewPeople(app, person, text);
    if (isRefused(preview)) return refusedWith(preview.refused);
    return data({ ...NOTHING, preview: { ...shownOf(preview), text, isGuessed } });
  }
  const taken = await takePeople(app, person, text, {
    twice: form.get('twice') === 'on',
    renew: form.get('renew') === 'on',
  });
  if (isRefused(taken)) return refusedWith(taken.refused);
  const links = csv([
    ['name', 'email', 'link'],
    ...[...taken.people, ...taken.renewed].map(({ name, email, url }) => [name, email, url]),
  ]);
  const { people, renewed, teams, isAll } = taken;
  // shown this once: no copy of the page is kept on the way
  return data(
    {
      ...NOTHING,
      taken: { people: people.length, renewed: renewed.length, teams, links, isAll },
    },
    { headers: { 'Cache-Control': 'no-store' } },
  );
}

export const headers: Route.HeadersFunction = ({ actionHeaders }) => actionHeaders;

/** What was pasted, or the file that was chosen. */
async function wordsOf(form: FormData, pasted: string): Promise<DecodedText | ReturnType<typeof refuse>> {
  const file = form.get('file');
  if (file instanceof File && file.size > 0)
    return file.size > PEOPLE_FILE_BYTES
      ? refuse('That file is larger than any list of people that fits here. Please take it in parts.')
      : decodePeople(new Uint8Array(await file.arrayBuffer()));
  if (pasted.trim() === '') return refuse('Nothing was chosen. Choose a file or paste a list.');
  return pasted.length > PEOPLE_FILE_BYTES
    ? refuse('That is more than fits in here. Please take it in parts; your list is still here.')
    : { text: pasted, isGuessed: false };
}

export default function PeopleImport({ actionData }: Route.ComponentProps) {
  const { refused, pasted, preview, taken } = actionData ?? NOTHING;
  return (
    <>
      <h1>Bring in a list of people</h1>
      {taken !== null && <Taken {...taken} />}
      {taken === null && preview !== null && <Preview preview={preview} />}
      {taken === null && preview === null && (
        <Form method="post" encType="multipart/form-data" className="form">
          <TextField
            label="A file (.csv)"
            type="file"
            name="file"
            accept=".csv,.tsv,.txt,text/csv,text/plain"
            hint="The first row names the columns: name, email, and if you like start date (2024-03-01) and teams, several parted by a semicolon. You see what each row becomes before anything is kept."
            refused={refused}
          />
          <WordsField
            label="Or paste a list here"
            name="pasted"
            rows={6}
            hint="As it comes from a spreadsheet, with its first row."
            defaultValue={pasted}
          />
          <div className="acts">
            <button type="submit" className="btn main" name="intent" value="look">
              Show what it holds
            </button>
          </div>
        </Form>
      )}
    </>
  );
}

const Taken = ({ people, renewed, teams, links, isAll }: NonNullable<Answer['taken']>) => (
  <section className="people-import">
    <Ruled>
      {people === 0 ? 'Nobody was added' : `${counted(people, 'person', 'people')} added`}
      {teams > 0 && `, ${counted(teams, 'team', 'teams').toLowerCase()} made`}
      {renewed > 0 && `, ${counted(renewed, 'fresh link', 'fresh links').toLowerCase()} made`}
    </Ruled>
    {!isAll && (
      <Refusal sentence="The rest of the list could not be kept just now. Copy these links first, then bring the same list again: it goes on where it stopped." />
    )}
    {people + renewed > 0 && (
      <WordsField
        label="The links with which they come in"
        hint="Each works once, for a week, and is shown only now. Copy them and send each person their own."
        readOnly
        rows={Math.min(12, people + renewed + 2)}
        defaultValue={links}
      />
    )}
    <p role="status">
      {people + renewed === 0 ? 'Everybody in it is here already, so nothing was changed. ' : ''}
      <Link className="link" to="/settings/people">
        See everybody
      </Link>
    </p>
  </section>
);
