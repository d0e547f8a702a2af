import '#app/components/writing/writing.css';
import { CarrySoon } from '#app/components/comments/carry-soon.tsx';
import { WritingFactsProvider } from '#app/components/writing/surroundings.tsx';
import { Writing } from '#app/components/writing/writing.tsx';
import { writingFacts } from '#app/components/writing/writing-facts.ts';
import { asking, requirePerson } from '#app/context.ts';
import type { MeetingPhase } from '#domain/meeting/meeting.ts';
import { mayWithReview } from '#domain/permissions.ts';
import { identifyGuest } from '#server/guests/identify-guest.ts';
import { readRoom } from '#server/meetings/read-room.ts';
import { requireMeeting } from '#server/meetings/require-meeting.ts';
import { readStoredWriteUp } from '#server/reviews/read-stored-write-up.ts';
import type { Route } from './+types/route';
import { Room } from './room.tsx';

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const guest = await guestPage(context, request, params.id);
  if (guest) return guest;
  const { app, person } = requirePerson(context, request);
  const { review, access, document } = await requireMeeting(app, person, params.id);
  const initial = await readRoom(app, person, params.id);
  const writeUp = await readStoredWriteUp(app, document);
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
  };
}

/** G2: for somebody without an account, let in by the code: the room, and nothing of the write-up. Null where they are none. */
async function guestPage(context: Route.LoaderArgs['context'], request: Request, id: string) {
  const { app, person } = asking(context);
  const guest = person ? null : await identifyGuest(app, request.headers.get('cookie'));
  if (guest?.guestOf !== id) return null;
  const { review, meeting } = await requireMeeting(app, guest, id);
  return {
    initial: await readRoom(app, guest, id),
    me: { id: guest.id, name: guest.name, letters: guest.faceLetters, hue: guest.faceHue },
    now: app.clock.now().getTime(),
    zone: meeting.plan.zone,
    reviewTitle: meeting.plan.title || 'A review meeting',
    reviewZone: review.happened_zone,
    writeUp: { title: '', standfirst: '', sections: [], findings: [], moments: [] },
    document: null,
    mayWrite: false,
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
  const room = <Room {...page} initial={initial} me={me} writeUp={writeUp} momentZone={reviewZone} />;
  if (document === null) return <WritingFactsProvider value={facts}>{room}</WritingFactsProvider>;
  return (
    <WritingFactsProvider value={facts}>
      <Writing key={document} document={document} person={me.id} mayWrite={mayWrite} facts={facts}>
        {room}
        <CarrySoon />
      </Writing>
    </WritingFactsProvider>
  );
}
