import { OnlyFacilitators } from '#app/components/only-facilitators.tsx';
import { useRoomUi } from './room-ui.ts';

/** Above "Next speaker": the room has talked among itself while others wait. Said aloud once, where it is found out. */
export function RemoteHands() {
  const { remoteHands } = useRoomUi();
  if (remoteHands === null) return null;
  return (
    <div className="remote-hands">
      <OnlyFacilitators>
        <p>{remoteHands}</p>
      </OnlyFacilitators>
    </div>
  );
}
