import { CaptureLine } from '#app/components/capture-line.tsx';
import { lastingWords } from '#app/components/clock-words.ts';
import { expectedEnd } from '#domain/meeting/pace.ts';
import { useRoom } from './room-context.ts';
import { useRoomUi } from './room-ui.ts';

const LATE_MS = 2 * 60_000;

/** For someone who comes later: what this is for, where we are, how long it goes on, what was kept last. No announcement is made. */
export function LateCard() {
  const { room, own, captures, phase } = useRoom();
  const { arrival, face } = useRoomUi();
  const { joined } = arrival;
  const late = joined !== null && room.startedAt !== null && joined - Date.parse(room.startedAt) > LATE_MS;
  if (!late || face === 'shared' || own.actor.steers || !room.current || phase !== 'live') return null;
  const ends = expectedEnd(room, new Date(joined));
  const stage = room.stages.find(({ id }) => id === room.current?.stage);
  const last = captures.slice(0, 5);
  return (
    <aside className="late" aria-label="Where we are">
      <p>
        <b>Welcome.</b>{' '}
        {room.kind === 'review' ? 'We are learning how it looked from inside; fixes can wait.' : ''} The group
        is in “{stage?.title}”; {ends && `about ${lastingWords(ends.getTime() - joined)} left in all.`}
      </p>
      {last.length > 0 && (
        <ul>
          {last.map((capture) => (
            <CaptureLine key={capture.id} kind={capture.kind} words={capture.words} />
          ))}
        </ul>
      )}
      <button type="button" className="link small" onClick={arrival.putAway}>
        Put this away
      </button>
    </aside>
  );
}
