import { data, Form, redirect, useNavigation } from 'react-router';
import { isoDayOf } from '#app/components/clock-words.ts';
import { TextField, Tick, WordsField } from '#app/components/field.tsx';
import { PlainPage } from '#app/components/page.tsx';
import { Refusal } from '#app/components/refusal.tsx';
import { TopBar } from '#app/components/top-bar.tsx';
import { requirePerson } from '#app/context.ts';
import { parseForm } from '#server/doors/parse-form.ts';
import { readForm } from '#server/doors/read-form.ts';
import { reportSurprise, surpriseForm } from '#server/home/report-surprise.ts';
import type { Route } from './+types/route';

export function loader({ context, request }: Route.LoaderArgs) {
  const { app, person } = requirePerson(context, request);
  return { today: isoDayOf(app.clock.now(), person.zone) };
}

export async function action({ context, request }: Route.ActionArgs) {
  const { app, person } = requirePerson(context, request);
  const form = parseForm(surpriseForm, await readForm(request));
  if ('problems' in form) return data(form, { status: 422 });
  throw redirect(`/reviews/${await reportSurprise(app, person, form.values)}`);
}

export const meta: Route.MetaFunction = () => [{ title: 'Report a surprise · Soak' }];

export default function Surprise({ loaderData, actionData }: Route.ComponentProps) {
  const { problems, given } = actionData ?? {
    problems: {} as Record<string, string>,
    given: {} as Record<string, string>,
  };
  const busy = useNavigation().state !== 'idle';
  return (
    <>
      <TopBar />
      <PlainPage>
        <h1>Report a surprise</h1>
        <p className="lead">
          Something worked differently from what you expected: better, worse or only strangely. Nothing has to
          have broken. Two minutes, in your own words.
        </p>
        <Form method="post" className="form">
          <Refusal sentence={problems.form} />
          <TextField
            label="In a few words"
            name="title"
            required
            maxLength={200}
            defaultValue={given.title}
            refused={problems.title}
          />
          <TextField
            label="The day"
            type="date"
            name="happenedOn"
            required
            defaultValue={given.happenedOn ?? loaderData.today}
            refused={problems.happenedOn}
          />
          <WordsField
            label="What happened"
            name="happened"
            rows={4}
            required
            defaultValue={given.happened}
            refused={problems.happened}
          />
          <WordsField
            label="What I expected"
            name="expected"
            defaultValue={given.expected}
            refused={problems.expected}
          />
          <WordsField
            label="What I learned"
            name="learned"
            defaultValue={given.learned}
            refused={problems.learned}
          />
          <WordsField
            label="Who else would want to know"
            hint="A team, a role, anyone who works with the same thing."
            name="who"
            rows={2}
            defaultValue={given.who}
            refused={problems.who}
          />
          <Tick name="publish" defaultChecked={actionData ? given.publish === 'on' : true}>
            Everyone here may read it at once. Without this it stays a draft that only you can read.
          </Tick>
          <div>
            <button className="btn main" type="submit" disabled={busy}>
              {busy ? 'Reporting' : 'Report it'}
            </button>
          </div>
        </Form>
      </PlainPage>
    </>
  );
}
