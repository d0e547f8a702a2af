import './route.css';
import { data, redirect } from 'react-router';
import { PlainPage } from '#app/components/page.tsx';
import { TopBar } from '#app/components/top-bar.tsx';
import { requirePerson } from '#app/context.ts';
import { isRefused } from '#domain/refused.ts';
import { readForm } from '#server/doors/read-form.ts';
import { bringIn } from '#server/import/bring-in.ts';
import { cancelImport } from '#server/import/cancel-import.ts';
import { type FoundImport, findImport } from '#server/import/find-import.ts';
import { goOnWithImport } from '#server/import/go-on-with-import.ts';
import { keepChoices, openImport } from '#server/import/keep-choices.ts';
import { listImports } from '#server/import/list-imports.ts';
import { readPreviewForm } from '#server/import/preview-form.ts';
import { offerChoices } from '#server/reviews/offer-choices.ts';
import type { Route } from './+types/route';
import { Done } from './done.tsx';
import { PreviewForm } from './preview-form.tsx';
import { RefusedImport } from './refused-import.tsx';
import { ReviewGone } from './review-gone.tsx';
import { Running } from './running.tsx';

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { app, person } = requirePerson(context, request);
  const { found, given } = await openImport(app, person, params.import);
  const waiting = (await listImports(app, person)).filter(({ id }) => id !== found.id);
  if (found.state === 'done' && found.address && waiting.length === 0) throw redirect(found.address);
  const { teams } = await offerChoices(app);
  return { found, given, waiting, teams, now: app.clock.now() };
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const { app, person } = requirePerson(context, request);
  const form = await readForm(request);
  const intent = form.get('intent');
  if (intent === 'cancel') {
    await cancelImport(app, person, params.import);
    throw redirect('/reviews/import');
  }
  if (intent === 'go-on') {
    await goOnWithImport(app, person, params.import);
    throw redirect(`/reviews/import/${params.import}`);
  }
  await keepChoices(app, person, params.import, form);
  const read = await readPreviewForm(app, person, params.import, form);
  const look = await findImport(app, person, params.import, read.choices);
  const shown = { look, given: read.given, asksToCancel: intent === 'ask-to-cancel' };
  if (intent !== 'bring') return data({ ...shown, problems: {} });
  if ('problems' in read) return data({ ...shown, problems: read.problems }, { status: 422 });
  const refused = await bringIn(app, person, params.import, read.toBring);
  if (isRefused(refused)) return data({ ...shown, problems: { form: refused.refused } }, { status: 422 });
  throw redirect(`/reviews/import/${look.id}`);
}

export const meta = () => [{ title: 'What becomes what · Soak' }];

const isRunning = ({ state, reviewGone }: FoundImport): boolean =>
  (state === 'reading' || state === 'bringing') && !reviewGone;

export default function ImportPreview({ loaderData, actionData }: Route.ComponentProps) {
  const { found, waiting, teams } = loaderData;
  // What was answered to the form holds until the import has moved on.
  const shown = found.state === 'held' && actionData ? actionData.look : found;
  return (
    <>
      <TopBar />
      <PlainPage>
        {shown.reviewGone && <ReviewGone found={shown} />}
        {shown.state === 'refused' && !shown.reviewGone && <RefusedImport found={shown} />}
        {isRunning(shown) && <Running found={shown} />}
        {shown.state === 'done' && <Done found={shown} waiting={waiting} />}
        {shown.preview && (
          <PreviewForm
            found={shown}
            preview={shown.preview}
            teams={teams}
            problems={actionData?.problems ?? {}}
            given={actionData?.given ?? loaderData.given}
            asksToCancel={actionData?.asksToCancel ?? false}
            now={loaderData.now}
          />
        )}
      </PlainPage>
    </>
  );
}
