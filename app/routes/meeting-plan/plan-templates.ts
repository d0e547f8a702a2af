import { isRefused } from '#domain/refused.ts';
import type { App, SignedIn } from '#server/app.ts';
import type { PlanInput } from '#server/meetings/plan-input.ts';
import { forgetTemplate, keepTemplate } from '#server/meetings/templates.ts';
import type { PlanValues } from './plan-values.ts';

/** Keeps or takes away a template of the workspace; the plan in the form stays as it was typed. */
export async function withTemplates(
  app: App,
  person: SignedIn,
  {
    press,
    posted,
    values,
    checked,
  }: {
    press: string;
    posted: FormData;
    values: PlanValues;
    checked: { values: PlanInput } | { problems: Readonly<Record<string, string>> };
  },
) {
  const answer = { values, warnings: null, stand: null, version: app.random.uuid() };
  if (press.startsWith('forget:')) {
    const refused = await forgetTemplate(app, person, press.slice('forget:'.length));
    return { ...answer, said: null, problems: refused ? { form: refused.refused } : {} };
  }
  if ('problems' in checked)
    return {
      ...answer,
      said: null,
      problems: { ...checked.problems, template: 'First mend what is marked in the plan.' },
    };
  const name = String(posted.get('templateName') ?? '');
  const done = await keepTemplate(app, person, { ...checked.values, name });
  return isRefused(done)
    ? { ...answer, said: null, problems: { template: done.refused } }
    : { ...answer, said: `Kept as “${done.kept}”.`, problems: {} };
}
