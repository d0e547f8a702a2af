import '#app/components/writing/writing.css';
import { dayOf } from '#app/components/clock-words.ts';
import { WritingFactsProvider } from '#app/components/writing/surroundings.tsx';
import { Writing } from '#app/components/writing/writing.tsx';
import { writingFacts } from '#app/components/writing/writing-facts.ts';
import { requirePerson } from '#app/context.ts';
import type { MeetingPhase } from '#domain/meeting/meeting.ts';
import { mayWithReview } from '#domain/permissions.ts';
import { readRoom } from '#server/meetings/read-room.ts';
import { requireMeeting } from '#server/meetings/require-meeting.ts';
import { readStoredWriteUp } from '#server/reviews/read-stored-write-up.ts';
import { expectedSoakEnd } from '#server/soak/expected-soak-end.ts';
import type { Route } from './+types/route';
import { Room } from './room.tsx';

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { app, person } = requirePerson(context, request);
  const { review, access, document } = await requireMeeting(app, person, params.id);
  const initial = await readRoom(app, person, params.id);
  const writeUp = await readStoredWriteUp(app, document);
  const { endsAt } = await expectedSoakEnd(app.db, review.id);
  return {
    initial,
    me: { id: person.id, name: person.name, letters: person.faceLetters, hue: person.faceHue },
    now: app.clock.now().getTime(),
    zone: person.zone,
    reviewTitle: review.title,
    reviewZone: review.happened_zone,
    writeUp,
    document,
    // being in the room of a running meeting lets one write, where the review says so (P4)
    mayWrite:
      mayWithReview(person, 'write', access) || (review.room_may_write && !isOver(initial.state.phase)),
    opensOn: endsAt && dayOf(endsAt, person.zone),
  };
}

const isOver = (phase: MeetingPhase) => phase === 'ended' || phase === 'cancelled';

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: loaderData ? `Room · ${loaderData.reviewTitle} · Soak` : 'Soak' },
];

/** The room keeps itself current, over its socket and its own address. */
export const shouldRevalidate = () => false;

export default function MeetingRoom({ loaderData }: Route.ComponentProps) {
  const { document, mayWrite, writeUp, initial, me, reviewZone, ...page } = loaderData;
  const facts = writingFacts(writeUp, {
    review: initial.state.reviewId,
    zone: reviewZone,
    messages: {},
    onThisPage: false,
  });
  return (
    <WritingFactsProvider value={facts}>
      <Writing key={document} document={document} person={me.id} mayWrite={mayWrite} facts={facts}>
        <Room {...page} initial={initial} me={me} writeUp={writeUp} momentZone={reviewZone} />
      </Writing>
    </WritingFactsProvider>
  );
}
