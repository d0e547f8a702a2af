import { IconUserPlus } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { askJson } from '#app/components/ask-json.ts';
import { ConfirmDialog } from '#app/components/confirm-dialog.tsx';
import { GuestCode } from '#app/components/guests/guest-code.tsx';
import { useGuestControl } from '#app/components/guests/use-guest-control.ts';
import { Icon } from '#app/components/icon.tsx';
import { OnlyFacilitators } from '#app/components/only-facilitators.tsx';
import { CALL_ON, CALL_ON_LISTS, type CallOn } from '#domain/meeting/call-on.ts';
import { useRoom } from './room-context.ts';
import { useRoomUi } from './room-ui.ts';

/** In the facilitator's own column: how guests come in. Not there where the review takes none. */
export function GuestsPanel() {
  const { room, phase, own } = useRoom();
  const { openDialog } = useRoomUi();
  const isOn = own.actor.steers && room.kind === 'review' && phase !== 'ended' && phase !== 'cancelled';
  const here = useGuestControl(room.id, isOn);
  if (!isOn || here.control === null) return null;
  const { code, refusal, guests } = here.control;
  if (refusal !== null && guests.length === 0) return null;
  return (
    <section className="screen-panel" aria-label="Guests">
      <button type="button" className="btn small" onClick={() => openDialog('guests')}>
        <Icon of={IconUserPlus} />
        {code ? `Guests: ${code.code}` : 'Let guests in'}
      </button>
    </section>
  );
}

export function GuestsDialog({ open }: { open: boolean }) {
  const { room } = useRoom();
  const { openDialog } = useRoomUi();
  const here = useGuestControl(room.id, open);
  return (
    <ConfirmDialog open={open} title="Guests" onClose={() => openDialog(null)} actions={null} leave="Done">
      <p className="quietly small">
        Someone without an account joins by this code, under a name of their choice. They see what is on
        stage, raise a hand, answer, write and note; they read nothing else.
      </p>
      <GuestCode here={here} />
    </ConfirmDialog>
  );
}

/** Who may be called on, as they said themselves before. Said by nobody, it is not there. */
export function WhoMayBeCalledOn() {
  const { room, own } = useRoom();
  const [answers, setAnswers] = useState<readonly { name: string; answer: CallOn }[]>([]);
  const stage = room.current?.stage;
  useEffect(() => {
    if (!own.actor.steers) return;
    const look = async () => {
      const heard = await askJson<{ answers: typeof answers | null }>(`/meetings/${room.id}/call-on`);
      if (heard) setAnswers(heard.answers ?? []);
    };
    void look();
    const beat = setInterval(look, 30_000);
    return () => clearInterval(beat);
    // asked anew with each stage
  }, [room.id, own.actor.steers, stage]);
  const groups = CALL_ON.flatMap((one) => {
    const names = answers.filter(({ answer }) => answer === one).map(({ name }) => name);
    return names.length > 0 ? [{ one, names }] : [];
  });
  if (groups.length === 0) return null;
  return (
    <OnlyFacilitators>
      {groups.map(({ one, names }) => (
        <p key={one}>
          {CALL_ON_LISTS[one]}: {names.join(', ')}
        </p>
      ))}
    </OnlyFacilitators>
  );
}
