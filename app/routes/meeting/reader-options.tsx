import { useEffect, useState } from 'react';
import { askJson } from '#app/components/ask-json.ts';
import { useRoom } from './room-context.ts';

interface Reader {
  id: string;
  name: string;
}

/**
 * Everyone who may read the review, as options to choose from: those here first, the others once they have been asked for.
 * @param also who stands there now, whether or not they could be chosen
 */
export function ReaderOptions({ except, also }: { except?: string; also?: Reader | null }) {
  const { people } = useRoom();
  const readers = useReaders();
  // what a guest says is theirs to note: their name would outlive them here (G1)
  const here = people.filter(({ user }) => !user.guest && user.id !== except).map(({ user }) => user);
  const isHere = (id: string) => here.some((one) => one.id === id);
  const others = readers.filter(({ id }) => id !== except && !isHere(id));
  const rest =
    also && !isHere(also.id) && !others.some(({ id }) => id === also.id) ? [also, ...others] : others;
  return (
    <>
      <Group label="Here" people={here} />
      <Group label="Not here now" people={rest} />
    </>
  );
}

const Group = ({ label, people }: { label: string; people: readonly Reader[] }) =>
  people.length > 0 && (
    <optgroup label={label}>
      {people.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </optgroup>
  );

/** Asked for when it is needed; until then, and without a network, those here are there to choose from. */
function useReaders(): readonly Reader[] {
  const { room, rehearses } = useRoom();
  const [readers, setReaders] = useState<readonly Reader[]>([]);
  useEffect(() => {
    let gone = false;
    if (!rehearses)
      void askJson<{ people: Reader[] }>(`/meetings/${room.id}/people.json`).then((answer) => {
        if (answer && !gone) setReaders(answer.people);
      });
    return () => {
      gone = true;
    };
  }, [room.id, rehearses]);
  return readers;
}
