import { IconChevronDown } from '@tabler/icons-react';
import { Drop } from '#app/components/drop.tsx';
import { Icon } from '#app/components/icon.tsx';
import { listed } from '#app/components/listed.ts';
import { useRoom } from './room-context.ts';
import { useRoomUi } from './room-ui.ts';

/** What this person is here, and with whom; who may change that does so from it. */
export function RoleMenu() {
  const { room, me, may } = useRoom();
  const { openDialog } = useRoomUi();
  if (may('roles') !== true) return <span className="role">Facilitating</span>;
  const others = room.facilitators.filter(({ id }) => id !== me.id).map(({ name }) => name);
  return (
    <Drop
      summary={
        <span className="role">
          Facilitating
          <Icon of={IconChevronDown} size={14} />
        </span>
      }
    >
      <p className="small quietly">
        {others.length === 0 ? 'You facilitate alone.' : `You facilitate with ${listed(others)}.`}
        {room.scribe && ` ${room.scribe.id === me.id ? 'You are' : `${room.scribe.name} is`} the scribe.`}
      </p>
      <button type="button" className="item" onClick={() => openDialog('facilitators')}>
        Who facilitates…
      </button>
    </Drop>
  );
}
