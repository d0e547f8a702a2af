import { Ruled } from '#app/components/page.tsx';
import { endedWords, ParkedEnding } from '#app/components/parked-ending.tsx';
import { usePress } from '#app/components/use-press.ts';
import type { RoomActor } from '#domain/meeting/may-command.ts';
import { mayEndParked } from '#domain/meeting/parked.ts';
import type { ParkedShown } from '#domain/meeting/projection.ts';

/** What was set aside, and how each ends (C5). */
export function ParkedInRecord({
  parked,
  meeting,
  actor,
}: {
  parked: readonly ParkedShown[];
  meeting: string;
  actor: RoomActor;
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
              {endedWords(one)}
            </small>
            {mayEndParked(one.by.id, actor) && <ParkedEnding parked={one} end={ask} />}
          </li>
        ))}
      </ul>
    </section>
  );
}
