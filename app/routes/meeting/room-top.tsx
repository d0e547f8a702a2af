import { IconPhone, IconUsers } from '@tabler/icons-react';
import { timeOf } from '#app/components/clock-words.ts';
import { Face } from '#app/components/face.tsx';
import { Icon } from '#app/components/icon.tsx';
import { Wordmark } from '#app/components/wordmark.tsx';
import { SessionSaved } from '#app/components/writing/session-bar.tsx';
import { useSessionSoon, useStoreSoon } from '#app/components/writing/use-session.tsx';
import { AttendanceNote } from './attendance-note.tsx';
import { faceOf } from './people-shown.ts';
import { RoleMenu } from './role-menu.tsx';
import { useRoom } from './room-context.ts';
import { useRoomUi } from './room-ui.ts';
import { useTick } from './server-clock.ts';
import { Timer } from './timer.tsx';
import { useAway } from './use-away.ts';
import { WhereAmI } from './where-am-i.tsx';

/** The room's own bar: what this is, how much time, who is here, the call, my note of having come. */
export function RoomTop() {
  const { room, own, me, reviewTitle, rehearses } = useRoom();
  const steers = own.actor.steers;
  const { face } = useRoomUi();
  const mayWrite = useStoreSoon(useSessionSoon()?.open.status)?.mode === 'write';
  return (
    <header className="rtop">
      <Wordmark short />
      <h1>{reviewTitle}</h1>
      <span className="quietly small what">
        {room.kind === 'review' ? 'Review meeting' : 'Action session'}
        {!steers && room.kind === 'review' && ', optional for everyone'}
      </span>
      <div className="r">
        {/* beside the wall the foot holds what is one's own, and no time */}
        {steers && face === 'full' ? <TimeOfDay /> : room.current && <Timer small short />}
        <PeopleHere />
        {room.callLink && (
          <a className="call" href={room.callLink} target="_blank" rel="noreferrer">
            <Icon of={IconPhone} />
            Call
          </a>
        )}
        {!rehearses && (
          <span className="mine-here">
            <WhereAmI />
            <AttendanceNote />
          </span>
        )}
        {mayWrite && face !== 'shared' && <SessionSaved />}
        {steers ? (
          <RoleMenu />
        ) : (
          face !== 'shared' && room.scribe?.id === me.id && <span className="role">Scribe</span>
        )}
        <Face of={faceOf(me)} size={28} />
      </div>
    </header>
  );
}

function TimeOfDay() {
  const { clock, zone } = useRoom();
  const now = useTick(clock, 5000);
  return (
    <time className="num" dateTime={new Date(now).toISOString()}>
      {timeOf(now, zone)}
    </time>
  );
}

/** How many are here, and some of their faces for those who steer. Nobody is listed as absent. */
function PeopleHere() {
  const { people, facesMissing, own } = useRoom();
  const inRoom = people.filter(({ where }) => where === 'room').length;
  // without a connection this page hears of itself alone
  const isAway = useAway();
  if (people.length === 0 || isAway) return null;
  return (
    <span className="here">
      {own.actor.steers ? (
        <span className="some-faces" aria-hidden="true">
          {people.slice(0, 6).map(({ user }) => (
            <Face
              key={user.id}
              of={{ name: user.name, faceLetters: user.name.slice(0, 1), faceHue: user.hue }}
              size={22}
              named
            />
          ))}
        </span>
      ) : (
        <Icon of={IconUsers} />
      )}
      {facesMissing ? (
        <span title="This server cannot hear the others just now. Whoever joined there is here too, and not shown.">
          at least {people.length} here
        </span>
      ) : (
        `${people.length} here`
      )}
      {inRoom > 0 && <span className="in-room">, {inRoom} in the room</span>}
    </span>
  );
}
