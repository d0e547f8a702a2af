import { data, Form } from 'react-router';
import { TextField } from '#app/components/field.tsx';
import { Refusal } from '#app/components/refusal.tsx';
import { ZoneField } from '#app/components/zone-field.tsx';
import { requirePerson } from '#app/context.ts';
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
  const parsed = parseForm(workspaceForm, await readForm(request));
  if ('problems' in parsed) return data({ ...parsed, kept: false }, { status: 422 });
  await changeWorkspace(app, person, parsed.values);
  return data({ problems: {}, given: {}, kept: true });
}

export default function WorkspaceSettings({ loaderData, actionData }: Route.ComponentProps) {
  const problems: Record<string, string> = actionData?.problems ?? {};
  const given: Record<string, string> = actionData?.given ?? {};
  return (
    <>
      <h1>Workspace</h1>
      {actionData?.kept && <p role="status">Kept.</p>}
      <Form method="post" className="form">
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
      </Form>
    </>
  );
}
