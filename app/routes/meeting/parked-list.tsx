import { IconParking } from '@tabler/icons-react';
import { EmptyState } from '#app/components/empty-state.tsx';
import { Icon } from '#app/components/icon.tsx';
import { endedWords, ParkedEnding } from '#app/components/parked-ending.tsx';
import { LONGEST_PARKED, mayEndParked } from '#domain/meeting/parked.ts';
import type { ParkedShown } from '#domain/meeting/projection.ts';
import { OwnWords } from './own-words.tsx';
import { useRoom } from './room-context.ts';

/** Tangents set aside, each with its author and its place. */
export function ParkedList() {
  const { parked } = useRoom();
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
        <Parked key={one.id} parked={one} />
      ))}
    </ul>
  );
}

export function Parked({ parked }: { parked: ParkedShown }) {
  const { room, own, send, may } = useRoom();
  const stage = room.stages.find(({ id }) => id === parked.stage)?.title;
  return (
    <li className="capture">
      <Icon of={IconParking} />
      <div>
        <span>{parked.words}</span>
        <small>
          {parked.by.name}
          {stage && `, in “${stage}”`}
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
