import '#app/components/writing/write-up-page.css';
import '#app/components/writing/writing.css';
import './route.css';
import { data, Link } from 'react-router';
import { z } from 'zod';
import { PageColumns } from '#app/components/page.tsx';
import { ReviewPage, useReviewPage } from '#app/components/review-page.tsx';
import { Meanwhile, SlowLink } from '#app/components/slow-link.tsx';
import { When } from '#app/components/when.tsx';
import { Outline } from '#app/components/writing/outline.tsx';
import { Reading } from '#app/components/writing/reading.tsx';
import { WritingFactsProvider } from '#app/components/writing/surroundings.tsx';
import { messagesOf, writingFacts } from '#app/components/writing/writing-facts.ts';
import { requirePerson } from '#app/context.ts';
import { LONGEST_VERSION_NAME } from '#domain/history/version.ts';
import { isRefused } from '#domain/refused.ts';
import { optionalLine } from '#server/doors/fields.ts';
import { parseForm } from '#server/doors/parse-form.ts';
import { readForm } from '#server/doors/read-form.ts';
import { readMessages } from '#server/evidence/read-messages.ts';
import { nameVersion } from '#server/history/name-version.ts';
import { readVersion } from '#server/history/read-version.ts';
import { systemNames } from '#server/systems/system-names.ts';
import type { Route } from './+types/route';
import { NameForm } from './name-form.tsx';
import { PutBackLinks } from './put-back-links.tsx';

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { app, person } = requirePerson(context, request);
  const { review, writeUp, version, kept, name } = await readVersion(app, person, params.id, params.seq);
  const messages = await readMessages(app, review.id, messagesOf(writeUp));
  const systems = await systemNames(app);
  return { writeUp, messages, systems, version, kept, name, now: app.clock.now() };
}

const nameForm = z.strictObject({ name: optionalLine(LONGEST_VERSION_NAME) });

export async function action({ context, request, params }: Route.ActionArgs) {
  const { app, person } = requirePerson(context, request);
  const form = parseForm(nameForm, await readForm(request));
  if ('problems' in form) return data({ refused: form.problems.name ?? null, named: false }, { status: 422 });
  const done = await nameVersion(app, person, params.id, params.seq, form.values.name);
  if (isRefused(done)) return data({ refused: done.refused, named: false }, { status: 422 });
  return data({ refused: null, named: true });
}

export const meta = () => [{ title: 'As it was · Soak' }];

export default function Version({ loaderData, actionData }: Route.ComponentProps) {
  const { writeUp, messages, systems, version, kept, name, now } = loaderData;
  const review = useReviewPage();
  const at = `/reviews/${review.id}/history`;
  const page = { review: review.id, zone: review.zone, messages, systems, onThisPage: true };
  const { sections, findings, moments } = writeUp;
  return (
    <ReviewPage>
      <WritingFactsProvider value={writingFacts(writeUp, page)}>
        <PageColumns
          rail={<Outline sections={sections} findings={findings} moments={moments.length} />}
          marginLabel="This version"
          margin={
            <div className="version-side">
              <NameForm name={name} answer={actionData ?? null} />
              <PutBackLinks writeUp={writeUp} at={`${at}/${version.seq}/put-back`} />
            </div>
          }
        >
          <article className="write-up">
            <div className="as-it-was">
              <Meanwhile at={at} words="A moment, please: it is being put together." />
              <p>
                <strong>
                  As it was on <When at={version.at} now={now} />
                </strong>
                , when {version.by} had written. It may read differently now.
              </p>
              {kept.map((words) => (
                <p key={words}>{words}.</p>
              ))}
              <p className="ways">
                <SlowLink to={`${at}/changes?from=${version.seq}`} meanwhile="Comparing the two…">
                  What changed since
                </SlowLink>
                <Link className="link" to={`${at}?compare=${version.seq}`}>
                  Compare with another version
                </Link>
                <Link className="link" to={at}>
                  History
                </Link>
                <Link className="link" to={`/reviews/${review.id}`}>
                  As it is now
                </Link>
              </p>
            </div>
            <h1>{writeUp.title || review.title}</h1>
            {writeUp.standfirst !== '' && <p className="standfirst">{writeUp.standfirst}</p>}
            <Reading writeUp={writeUp} />
          </article>
        </PageColumns>
      </WritingFactsProvider>
    </ReviewPage>
  );
}
