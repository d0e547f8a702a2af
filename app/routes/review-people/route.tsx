import { data, Form } from 'react-router';
import { z } from 'zod';
import { EmptyState } from '#app/components/empty-state.tsx';
import { SelectField, Tick } from '#app/components/field.tsx';
import { PlainPage, Ruled } from '#app/components/page.tsx';
import { Refusal } from '#app/components/refusal.tsx';
import { ReviewPage } from '#app/components/review-page.tsx';
import { requirePerson } from '#app/context.ts';
import type { PersonId } from '#domain/ids.ts';
import { id } from '#server/doors/fields.ts';
import { parseForm } from '#server/doors/parse-form.ts';
import { readForm } from '#server/doors/read-form.ts';
import { offerChoices } from '#server/reviews/offer-choices.ts';
import { readReviewPeople } from '#server/reviews/read-review-people.ts';
import { nameReviewPerson, unnameReviewPerson } from '#server/reviews/share-review.ts';
import type { Route } from './+types/route';

const ROLES = ['analyst', 'writer', 'reader'] as const;
const form = z.discriminatedUnion('intent', [
  z.strictObject({
    intent: z.literal('name'),
    person: id<PersonId>(),
    role: z.enum(ROLES),
    wasInvolved: z.literal('on').optional(),
    leadsInvolved: z.literal('on').optional(),
  }),
  z.strictObject({ intent: z.literal('unname'), person: id<PersonId>(), role: z.enum(ROLES) }),
]);

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { app, person } = requirePerson(context, request);
  const { may, people, review, teams } = await readReviewPeople(app, person, params.id);
  const choices = may.manage ? (await offerChoices(app)).people.map(({ id, name }) => ({ id, name })) : [];
  return { people, teams, choices, mayManage: may.manage, isPrivate: review.privacy === 'private' };
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const { app, person } = requirePerson(context, request);
  const parsed = parseForm(form, await readForm(request));
  if ('problems' in parsed)
    return data({ refused: 'Please choose a person and their part.' }, { status: 422 });
  const { values } = parsed;
  const refused =
    values.intent === 'name'
      ? await nameReviewPerson(app, person, params.id, {
          ...values,
          wasInvolved: values.wasInvolved === 'on',
          leadsInvolved: values.leadsInvolved === 'on',
        })
      : await unnameReviewPerson(app, person, params.id, values);
  return refused ? data(refused, { status: 422 }) : data({ refused: null });
}

const PARTS = {
  analyst: ['Analysts', 'do the analysis and write the write-up. They decide who else may.'],
  writer: ['Writers', 'write in the write-up beside the analysts.'],
  reader: ['Readers', 'may read it while it is a draft, and for good where it is private.'],
} as const;

export default function ReviewPeople({ loaderData, actionData }: Route.ComponentProps) {
  const { people, teams, choices, mayManage } = loaderData;
  return (
    <ReviewPage>
      <PlainPage>
        <h1>People</h1>
        <p className="lead">
          {teams.length > 0
            ? `Closest: ${teams.map((team) => team.name).join(', ')}. Everyone else counts as outside.`
            : 'No closest team is named yet.'}
        </p>
        <Refusal sentence={actionData?.refused} />
        {ROLES.map((role) => (
          <Part
            key={role}
            role={role}
            people={people.filter((one) => one.role === role)}
            mayManage={mayManage}
          />
        ))}
        {mayManage && <NameSomebody choices={choices} />}
      </PlainPage>
    </ReviewPage>
  );
}

function Part({
  role,
  people,
  mayManage,
}: {
  role: (typeof ROLES)[number];
  people: Route.ComponentProps['loaderData']['people'];
  mayManage: boolean;
}) {
  const [title, sentence] = PARTS[role];
  return (
    <section>
      <Ruled aside={sentence}>{title}</Ruled>
      {people.length === 0 && <EmptyState>Nobody yet.</EmptyState>}
      <ul className="rows">
        {people.map((one) => (
          <li key={one.id}>
            <div>
              <strong>{one.name}</strong>
              {one.stance && <span className="quietly">, {one.stance}</span>}
              {one.warning && <p className="hint">{one.warning}</p>}
            </div>
            {mayManage && (
              <Form method="post">
                <input type="hidden" name="intent" value="unname" />
                <input type="hidden" name="person" value={one.id} />
                <input type="hidden" name="role" value={role} />
                <button
                  type="submit"
                  className="btn quiet small"
                  aria-label={`Remove ${one.name} as ${role}`}
                >
                  Remove
                </button>
              </Form>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

const NameSomebody = ({ choices }: { choices: readonly { id: string; name: string }[] }) => (
  <section>
    <Ruled>Name somebody</Ruled>
    <Form method="post" className="form">
      <input type="hidden" name="intent" value="name" />
      <div className="field-row">
        <SelectField label="Who" name="person">
          {choices.map((choice) => (
            <option key={choice.id} value={choice.id}>
              {choice.name}
            </option>
          ))}
        </SelectField>
        <SelectField label="As" name="role" defaultValue="reader">
          <option value="reader">Reader</option>
          <option value="writer">Writer</option>
          <option value="analyst">Analyst</option>
        </SelectField>
      </div>
      <fieldset className="field">
        <legend>For an analyst: how they stand to it</legend>
        <Tick name="wasInvolved">Was involved</Tick>
        <Tick name="leadsInvolved">Leads people who were</Tick>
      </fieldset>
      <button type="submit" className="btn">
        Name them
      </button>
    </Form>
  </section>
);
