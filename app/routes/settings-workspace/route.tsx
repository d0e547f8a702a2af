import { data } from 'react-router';
import { TextField } from '#app/components/field.tsx';
import { KeptForm } from '#app/components/kept-form.tsx';
import { Refusal } from '#app/components/refusal.tsx';
import { ZoneField } from '#app/components/zone-field.tsx';
import { requirePerson } from '#app/context.ts';
import { takeAsLoaded } from '#server/doors/as-loaded.ts';
import { parseForm } from '#server/doors/parse-form.ts';
import { readForm } from '#server/doors/read-form.ts';
import { changeWorkspace } from '#server/settings/change-workspace.ts';
import { readWorkspace } from '#server/settings/read-settings.ts';
import { workspaceForm } from '#server/settings/settings-forms.ts';
import type { Route } from './+types/route';

export async function loader({ context, request }: Route.LoaderArgs) {
  const { app, person } = requirePerson(context, request);
  const { name, zone } = await readWorkspace(app, person);
  return { name, zone };
}

export async function action({ context, request }: Route.ActionArgs) {
  const { app, person } = requirePerson(context, request);
  const posted = await readForm(request);
  const loaded = takeAsLoaded(posted);
  const parsed = parseForm(workspaceForm, posted);
  if ('problems' in parsed) return data({ ...NOTHING, ...parsed }, { status: 422 });
  const done = await changeWorkspace(app, person, parsed.values, loaded);
  const answer = app.random.uuid();
  if (done === true) return data({ ...NOTHING, kept: true, answer });
  const { asked: problems, typed, asLoaded } = done;
  return data({ ...NOTHING, problems, given: { ...typed }, asLoaded, answer }, { status: 422 });
}

interface Answer {
  problems: Record<string, string>;
  given: Record<string, string>;
  kept: boolean;
  /** Of an answer after which the facts are shown anew, and how they are then. */
  answer: string | undefined;
  asLoaded: string | null;
}

const NOTHING: Answer = { problems: {}, given: {}, kept: false, answer: undefined, asLoaded: null };

export default function WorkspaceSettings({ loaderData, actionData }: Route.ComponentProps) {
  const problems: Record<string, string> = actionData?.problems ?? {};
  const given: Record<string, string> = actionData?.given ?? {};
  return (
    <>
      <h1>Workspace</h1>
      <KeptForm
        asLoaded={actionData?.asLoaded ?? JSON.stringify(loaderData)}
        answer={actionData?.answer}
        said={actionData?.kept ? 'Kept.' : null}
      >
        <Refusal sentence={problems.form} />
        <TextField
          label="Its name"
          name="name"
          required
          defaultValue={given.name ?? loaderData.name}
          refused={problems.name}
        />
        <ZoneField
          label="Its time zone"
          name="zone"
          zone={given.zone ?? loaderData.zone}
          refused={problems.zone}
        />
        <div className="acts">
          <button type="submit" className="btn main">
            Keep
          </button>
        </div>
      </KeptForm>
    </>
  );
}
