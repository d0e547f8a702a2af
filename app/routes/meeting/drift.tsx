import { timeOf } from '#app/components/clock-words.ts';
import { driftMs, expectedEnd, minutesPast, trimProposal } from '#domain/meeting/pace.ts';
import type { RoomProjection } from '#domain/meeting/projection.ts';
import { MINUTE_MS } from '#domain/meeting/timer.ts';
import { useRoom } from './room-context.ts';

/** How the meeting stands, as a sentence with one proposal (M9). Only those who steer see it. */
export function Drift({ room, now }: { room: RoomProjection; now: number }) {
  const { send, may } = useRoom();
  const trim = may('stage-change') === true ? trimProposal(room, new Date(now)) : null;
  return (
    <p className="drift">
      <Standing room={room} now={new Date(now)} />
      {trim && (
        <>
          {' '}
          Take {trim.minutes} from “{trim.stage.title}”?{' '}
          <button
            type="button"
            className="link"
            onClick={() =>
              send({
                command: 'stage-change',
                stage: trim.stage.id,
                minutes: trim.stage.minutes - trim.minutes,
              })
            }
          >
            Do that
          </button>
        </>
      )}
    </p>
  );
}

/** Past its time where it would end after the planned end: begun late, it can be so with every stage on time. Else ahead or behind. */
function Standing({ room, now }: { room: RoomProjection; now: Date }) {
  const { zone } = useRoom();
  const ends = expectedEnd(room, now);
  const wouldEnd = ends ? `would end at ${timeOf(ends, zone)}.` : '';
  const past = minutesPast(room, now);
  const drift = Math.round(driftMs(room, now) / MINUTE_MS);
  if (past === 0 && drift === 0) return `On time; ${wouldEnd}`;
  const words = past > 0 ? 'past its time' : drift > 0 ? 'behind' : 'ahead';
  return (
    <>
      <b>
        {past || Math.abs(drift)} min {words}
      </b>
      ; {wouldEnd}
    </>
  );
}
