import { IconCircle, IconCircleCheckFilled } from '@tabler/icons-react';
import { useState } from 'react';
import { Icon } from '#app/components/icon.tsx';
import { isBox } from '#domain/meeting/inputs.ts';
import { ROOM_KEYS } from './keys.ts';
import { useRoom } from './room-context.ts';
import { useRoomUi } from './room-ui.ts';
import { useAway } from './use-away.ts';
import { useRoomKey } from './use-room-keys.ts';

/** M10: one's own mark, in words and shape: an open circle, or a full one with a tick. Not there where the stage does not ask. */
export function ReadyButton({ className = 'btn quiet' }: { className?: string }) {
  const { room, may } = useRoom();
  const { isReady, say } = useOwnReady();
  const isOffered = room.ready !== null && !useIsAtBox() && may('ready') === true;
  const press = () => say(!isReady);
  useRoomKey('ready', isOffered ? press : null);
  if (!isOffered) return null;
  return (
    <button
      type="button"
      className={className}
      onClick={press}
      aria-keyshortcuts={ROOM_KEYS.ready.shown}
      title={isReady ? 'Press again to take it back' : 'Ready to go on'}
    >
      <Icon of={isReady ? IconCircleCheckFilled : IconCircle} size={17} />
      {isReady ? 'You are ready' : 'I am ready'}
      <kbd>{ROOM_KEYS.ready.shown}</kbd>
    </button>
  );
}

/** A box left behind is open here: what leaves a name is not offered beside it (U1). */
function useIsAtBox(): boolean {
  const { room } = useRoom();
  const { left } = useRoomUi();
  const stage = room.stages.find(({ id }) => id === left?.stage);
  return stage !== undefined && isBox(stage.kind) && !stage.opened && stage.id !== room.current?.stage;
}

interface Said {
  stage: string | undefined;
  ready: boolean;
}

/** What I said last counts at once, so that a second press takes the first back, answered or not. */
function useOwnReady(): { isReady: boolean; say: (ready: boolean) => void } {
  const { room, own, send } = useRoom();
  const [said, setSaid] = useState<Said | null>(null);
  const stage = room.current?.stage;
  const known = own.readyFor !== null && own.readyFor === stage;
  const say = async (ready: boolean) => {
    const saying = { stage, ready };
    setSaid(saying);
    await send({ command: 'ready', ready });
    setSaid((last) => (last === saying ? null : last));
  };
  return { isReady: said?.stage === stage && said ? said.ready : known, say };
}

/** "3 of 5 ready", counting those present. It names nobody, and is not told where it would be old. */
export function ReadyCount() {
  const { room } = useRoom();
  const isAway = useAway();
  if (room.ready === null || isAway) return null;
  const { count, present } = room.ready;
  return (
    <span className="ready-count num">
      {count} of {present} ready
    </span>
  );
}
