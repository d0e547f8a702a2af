import { flushSync } from 'react-dom';
import { useRoom } from './room-context.ts';
import { useRoomUi } from './room-ui.ts';

/** Whoever has words waiting for their yes is told so beside the stage, whatever else is open (C2). Not on everybody's device. */
export function NotedLine({ className = 'noted' }: { className?: string }) {
  const { own } = useRoom();
  const { face, showTab } = useRoomUi();
  const mine = own.unconfirmed.filter(({ forPerson }) => forPerson?.id === own.actor.id);
  const [first] = mine;
  const isShown = first !== undefined && face !== 'shared';
  const look = () => {
    // in the whole room it stands under Captured; beside the wall it stands under the stage already
    flushSync(() => showTab('captured'));
    document.getElementById(`noted-${first?.id}`)?.focus();
  };
  return (
    <div className={className}>
      <span role="status">{isShown && `${first.notedBy?.name} noted something for you.`}</span>
      {isShown && (
        <button type="button" className="link" onClick={look}>
          Look at it
        </button>
      )}
    </div>
  );
}
