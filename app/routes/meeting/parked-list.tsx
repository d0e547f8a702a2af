import { IconParking } from '@tabler/icons-react';
import { EmptyState } from '#app/components/empty-state.tsx';
import { Icon } from '#app/components/icon.tsx';
import { OwnWords } from '#app/components/own-words.tsx';
import { endedWords, ParkedEnding } from '#app/components/parked-ending.tsx';
import { LONGEST_PARKED, mayEndParked } from '#domain/meeting/parked.ts';
import type { ParkedShown } from '#domain/meeting/projection.ts';
import { useRoom } from './room-context.ts';
import { usePlaceWords } from './use-place-words.ts';

/** Tangents set aside, each with its author and its place. */
export function ParkedList() {
  const { parked } = useRoom();
  const placeOf = usePlaceWords();
  if (parked.length === 0)
    return (
      <div className="pad">
        <EmptyState>
          Nothing parked. <kbd>P</kbd> sets a tangent aside, with your name and where we were.
        </EmptyState>
      </div>
    );
  return (
    <ul className="pad">
      {parked.map((one) => (
        <Parked key={one.id} parked={one} place={placeOf(one)} />
      ))}
    </ul>
  );
}

export function Parked({ parked, place }: { parked: ParkedShown; place: string }) {
  const { own, send, may } = useRoom();
  return (
    <li className="capture">
      <Icon of={IconParking} />
      <div>
        <span>{parked.words}</span>
        <small>
          {parked.by.name}
          {place && `, ${place}`}
          {endedWords(parked)}
        </small>
        {may('end-parked') === true && mayEndParked(parked.by.id, own.actor) && (
          <ParkedEnding
            parked={parked}
            end={async (command) => {
              const sent = await send(command);
              return sent.done ? null : sent.sentence;
            }}
          />
        )}
        {parked.by.id === own.actor.id && (
          <OwnWords
            id={parked.id}
            me={own.actor.id}
            label="What is parked"
            words={parked.words}
            longest={LONGEST_PARKED}
            change={(words) => send({ command: 'change-parked', parked: parked.id, words })}
            withdraw={() => send({ command: 'withdraw-parked', parked: parked.id })}
          />
        )}
      </div>
    </li>
  );
}
