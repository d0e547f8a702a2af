import { Ruled } from '#app/components/page.tsx';
import { endedWords, ParkedEnding } from '#app/components/parked-ending.tsx';
import { usePress } from '#app/components/use-press.ts';
import type { RoomActor } from '#domain/meeting/may-command.ts';
import { mayEndParked } from '#domain/meeting/parked.ts';
import type { MeetingRecord } from '#domain/meeting/record.ts';
import { OwnParked } from './own-in-record.tsx';

/** What was set aside, with its author and its place, and how each ends (C5). */
export function ParkedInRecord({
  record: { parked },
  meeting,
  actor,
  mayChange,
}: {
  record: MeetingRecord;
  meeting: string;
  actor: RoomActor;
  /** While what was kept and set aside can be changed. */
  mayChange: boolean;
}) {
  const { ask } = usePress(meeting);
  if (parked.length === 0) return null;
  return (
    <section>
      <Ruled>Parked</Ruled>
      <ul className="kept">
        {parked.map((one) => (
          <li key={one.id}>
            <p className="said">{one.words}</p>
            <small>
              {one.by.name}
              {one.place && `, ${one.place}`}
              {endedWords(one)}
            </small>
            {mayEndParked(one.by.id, actor) && <ParkedEnding parked={one} end={ask} />}
            {mayChange && <OwnParked parked={one} meeting={meeting} me={actor.id} />}
          </li>
        ))}
      </ul>
    </section>
  );
}
