import { IconEyeOff } from '@tabler/icons-react';
import { Face } from '#app/components/face.tsx';
import { Icon } from '#app/components/icon.tsx';
import { listed } from '#app/components/listed.ts';
import { useNextSpeaker } from './next-speaker.ts';
import { faceOf } from './people-shown.ts';
import { useQueueDoor } from './queue-door.ts';
import { useRoom } from './room-context.ts';
import { useRoomUi } from './room-ui.ts';
import { useRoomKey } from './use-room-keys.ts';

/**
 * On a phone the sheet says who speaks and when my turn comes, and whoever steers calls the next from it; the whole floor stands
 * further down the page. The keys of the queue are here, where they hold whatever tab of the floor is open.
 */
export function SheetLine() {
  const { room, waiting, own, phase } = useRoom();
  const { remoteHands, face } = useRoomUi();
  const next = useNextSpeaker();
  useRoomKey('speaker', next.press);
  useRoomKey('queue', useQueueDoor().press);
  // whoever calls keeps the button they pressed: taken away, it would take the keyboard's place with it
  const isQuiet = !room.speaking && waiting.length === 0;
  if ((isQuiet && !next.mayCall) || phase === 'ended' || phase === 'cancelled') return null;
  const me = face === 'shared' ? null : own.actor.id;
  const names = waiting.map(({ by, raisedFor }) => raisedFor ?? (by.id === me ? 'you' : by.name));
  const until = names.indexOf('you');
  const shown = until === -1 ? names.slice(0, 2) : names.slice(0, Math.min(until, 2) + 1);
  return (
    <div className={isQuiet ? 'sheet-line quiet' : 'sheet-line'}>
      <p>
        {room.speaking && (
          <>
            <Face of={faceOf(room.speaking.by)} named />
            <span>
              <b>{room.speaking.raisedFor ?? room.speaking.by.name}</b> is speaking
            </span>
          </>
        )}
        {isQuiet && <span className="pos">Nobody waits to speak.</span>}
        {shown.length > 0 && (
          <span className="pos">
            {room.speaking ? 'then ' : 'Next: '}
            {listed(shown)}
          </span>
        )}
        {remoteHands && (
          <span className="remote-hands">
            <Icon of={IconEyeOff} size={14} />
            {remoteHands}
          </span>
        )}
      </p>
      {next.mayCall && (
        <button
          type="button"
          className="btn"
          aria-disabled={next.press === null}
          onClick={next.press ?? undefined}
          aria-keyshortcuts="N"
        >
          {next.words}
        </button>
      )}
    </div>
  );
}
