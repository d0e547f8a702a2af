import './agenda-dialog.css';
import { useState } from 'react';
import { ConfirmDialog } from '#app/components/confirm-dialog.tsx';
import { SelectField } from '#app/components/field.tsx';
import { Refusal } from '#app/components/refusal.tsx';
import { asId, type PersonId } from '#domain/ids.ts';
import { ReaderOptions } from './reader-options.tsx';
import { useRoom } from './room-context.ts';
import { useRoomUi } from './room-ui.ts';

/** Hand-over and help: who facilitates, among those here, and who is scribe. Facilitators have the same powers; it stays until somebody changes it. */
export function FacilitatorsDialog({ open }: { open: boolean }) {
  const { room, people, send } = useRoom();
  const { openDialog } = useRoomUi();
  const [refused, setRefused] = useState<string | null>(null);
  /** What was pressed, shown until the room has answered. */
  const [asked, setAsked] = useState<readonly PersonId[] | null>(null);
  const now = idsOf(room.facilitators);
  const choices = [
    ...room.facilitators.map(({ id, name }) => ({ id, name })),
    ...people
      // G2: a guest never leads
      .filter(({ user }) => !user.guest)
      .map(({ user }) => ({ id: asId<PersonId>(user.id), name: user.name }))
      .filter(({ id }) => !now.includes(id)),
  ];
  const choose = async (person: PersonId, isChosen: boolean) => {
    const shown = withOne(asked ?? now, person, isChosen);
    if (shown.length === 0) return setRefused('A meeting needs someone to facilitate it.');
    setAsked(shown);
    // one person of the list as it is then: the press before may still be on its way
    const sent = await send((room) => ({
      command: 'roles',
      facilitators: withOne(idsOf(room.facilitators), person, isChosen),
    }));
    setAsked((newest) => (newest === shown ? null : newest));
    setRefused(sent.done ? null : sent.sentence);
  };
  return (
    <ConfirmDialog
      open={open}
      title="Who facilitates, who is scribe"
      onClose={() => openDialog(null)}
      actions={null}
      leave="Done"
    >
      <p className="quietly small">
        Everyone chosen has the same powers, at once. Take yourself out to hand over.
      </p>
      <Refusal sentence={refused} />
      {choices.map(({ id, name }) => (
        <label key={id} className="facilitator-choice">
          <input
            type="checkbox"
            checked={(asked ?? now).includes(id)}
            onChange={(event) => choose(id, event.currentTarget.checked)}
          />
          {name}
        </label>
      ))}
      {open && <ScribeField say={setRefused} />}
    </ConfirmDialog>
  );
}

/** Kept as it is chosen. A scribe may do what everyone may: the word says whom to look to. */
function ScribeField({ say }: { say: (sentence: string | null) => void }) {
  const { room, send } = useRoom();
  const choose = async (person: string) => {
    const scribe = person === '' ? null : asId<PersonId>(person);
    const sent = await send((now) => ({ command: 'roles', facilitators: idsOf(now.facilitators), scribe }));
    say(sent.done ? null : sent.sentence);
  };
  return (
    <SelectField
      label="Scribe, who notes what others say"
      value={room.scribe?.id ?? ''}
      onChange={(event) => choose(event.currentTarget.value)}
    >
      <option value="">Nobody in particular</option>
      <ReaderOptions also={room.scribe} />
    </SelectField>
  );
}

const idsOf = (people: readonly { id: PersonId }[]): PersonId[] => people.map(({ id }) => id);

const withOne = (people: readonly PersonId[], one: PersonId, isChosen: boolean): PersonId[] => [
  ...people.filter((id) => id !== one),
  ...(isChosen ? [one] : []),
];
