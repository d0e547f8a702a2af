import { Link, redirect } from 'react-router';
import { dayOf } from '#app/components/clock-words.ts';
import { WritingFactsProvider } from '#app/components/writing/surroundings.tsx';
import { writingFacts } from '#app/components/writing/writing-facts.ts';
import { requirePerson } from '#app/context.ts';
import { readRehearsal } from '#server/meetings/around/read-rehearsal.ts';
import { readStoredWriteUp } from '#server/reviews/read-stored-write-up.ts';
import { expectedSoakEnd } from '#server/soak/expected-soak-end.ts';
import { RoomFloor } from '../room.tsx';
import type { Route } from './+types/route';
import { useRehearsal } from './use-rehearsal.ts';

/** The plan walked alone, as it will be: the room's own rules and faces, in this page and nowhere else. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { app, person } = requirePerson(context, request);
  const { asked, rehearsal } = await readRehearsal(app, person, params.id);
  if (rehearsal === null) throw redirect(`/meetings/${asked.meeting.id}`);
  const { endsAt } = await expectedSoakEnd(app.db, asked.review.id);
  return {
    rehearsal,
    me: { id: person.id, name: person.name, letters: person.faceLetters, hue: person.faceHue },
    now: app.clock.now().getTime(),
    zone: person.zone,
    reviewTitle: asked.review.title,
    reviewZone: asked.review.happened_zone,
    writeUp: await readStoredWriteUp(app, asked.document),
    opensOn: endsAt && dayOf(endsAt, person.zone),
  };
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: loaderData ? `Rehearsal · ${loaderData.reviewTitle} · Soak` : 'Soak' },
];

export const shouldRevalidate = () => false;

export default function RehearsalPage({ loaderData }: Route.ComponentProps) {
  const { rehearsal, writeUp, reviewZone, now, ...page } = loaderData;
  const { facts, anew } = useRehearsal({ ...page, rehearsal, writeUp, momentZone: reviewZone, now });
  const surroundings = writingFacts(writeUp, {
    review: rehearsal.room.meeting.reviewId,
    zone: reviewZone,
    messages: {},
    onThisPage: false,
  });
  return (
    <WritingFactsProvider value={surroundings}>
      <RoomFloor facts={facts}>
        <aside className="connection rehearsal-bar" aria-label="Rehearsal">
          <span>
            <b>Rehearsal.</b> Nobody sees it, and nothing is kept.
          </span>
          <button type="button" className="link" onClick={anew}>
            Begin anew
          </button>
          <Link className="link" to={`/meetings/${rehearsal.room.meeting.id}/before`} reloadDocument>
            Leave
          </Link>
        </aside>
      </RoomFloor>
    </WritingFactsProvider>
  );
}
