import { useEffect, useRef } from 'react';
import { Tick } from '#app/components/field.tsx';
import { handOf } from './hand.ts';
import { type KeyPlace, keysHere, ROOM_WAYS } from './key-words.ts';
import { type RoomContext, useRoom } from './room-context.ts';
import { useRoomUi } from './room-ui.ts';

/** All keys, and the switch for those whom single keys disturb. */
export function KeysDialog({
  open,
  on,
  setOn,
}: {
  open: boolean;
  on: boolean;
  setOn: (on: boolean) => void;
}) {
  const facts = useRoom();
  const { openDialog, face } = useRoomUi();
  const keys = keysHere(handOf(facts), [face, ...placesOf(facts)]);
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (open && !dialog.current?.open) dialog.current?.showModal();
    if (!open && dialog.current?.open) dialog.current.close();
  }, [open]);
  return (
    <dialog className="dialog" ref={dialog} aria-labelledby="keys-title" onClose={() => openDialog(null)}>
      <h2 id="keys-title">Keys of this room</h2>
      <div className="body">
        <p className="quietly small">They act while you are not typing. Each has a button too.</p>
        <Tick checked={on} onChange={(event) => setOn(event.currentTarget.checked)}>
          Single keys are on
        </Tick>
        <dl className="key-list">
          {keys.map(({ shown, words }) => (
            <div key={shown}>
              <dt>
                <kbd>{shown}</kbd>
              </dt>
              <dd>{words}</dd>
            </div>
          ))}
        </dl>
        <h3>While you type too</h3>
        <dl className="key-list">
          {Object.values(ROOM_WAYS).map((way) => (
            <div key={way.shown}>
              <dt>
                <kbd>{way.shown}</kbd>
              </dt>
              <dd>{way.words}</dd>
            </div>
          ))}
        </dl>
      </div>
      <button type="button" className="btn" onClick={() => openDialog(null)}>
        Close
      </button>
    </dialog>
  );
}

/** What of the room decides which keys have something to act on. */
function placesOf({ room, own, rehearses }: Pick<RoomContext, 'room' | 'own' | 'rehearses'>): KeyPlace[] {
  const places: KeyPlace[] = [room.kind];
  if (rehearses) places.push('rehearsal');
  if (own.actor.guest) places.push('guest');
  if (own.actor.steers) places.push('facilitator');
  return places;
}
