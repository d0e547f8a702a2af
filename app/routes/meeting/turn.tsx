import { Icon } from '#app/components/icon.tsx';
import { OwnWords } from '#app/components/own-words.tsx';
import type { TurnShown } from '#domain/meeting/projection.ts';
import { LONGEST_TURN, TURN_WORDS } from '#domain/meeting/queue-entry.ts';
import { placeWords } from './people-shown.ts';
import { useRoom } from './room-context.ts';
import { TURN_ICON } from './turn-types.ts';

/** One who waits: type, name, words. My own is tinted and says my place; null: it has none any more, and nothing is done about it. */
export function Turn({ turn, place }: { turn: TurnShown; place: number | null }) {
  const { own, people, facilitator, send } = useRoom();
  const mine = turn.by.id === own.actor.id;
  const where = people.find(({ user }) => user.id === turn.by.id)?.where;
  const notSpoken = facilitator?.notSpokenYet.includes(turn.id) ?? false;
  const name = turn.raisedFor ?? (mine ? 'You' : turn.by.name);
  return (
    <li className={mine ? 'me' : undefined}>
      <Icon of={TURN_ICON[turn.type]} size={15} />
      <div>
        <div className="l1">
          <b>{name}</b>
          <span>
            {TURN_WORDS[turn.type]}
            {turn.raisedFor === null
              ? where
                ? `, ${where === 'room' ? 'in the room' : 'remote'}`
                : ''
              : ', in the room'}
          </span>
          {place !== null && (mine ? <i>{placeWords(place)}</i> : notSpoken && <i>not spoken yet</i>)}
        </div>
        {turn.words && <p>{turn.words}</p>}
        {place !== null && mine && (
          <OwnWords
            id={turn.id}
            me={own.actor.id}
            label="What it is about"
            words={turn.words}
            longest={LONGEST_TURN}
            oneLine
            change={(words) => send({ command: 'change-hand', entry: turn.id, words })}
            withdraw={() => send({ command: 'lower-hand', entry: turn.id })}
          />
        )}
        {place !== null && own.actor.steers && <Order turn={turn} place={place} />}
      </div>
    </li>
  );
}

/** An order set by hand, with buttons: nothing here needs dragging. */
function Order({ turn, place }: { turn: TurnShown; place: number }) {
  const { waiting, send } = useRoom();
  const move = (by: number) =>
    send((room) => {
      // the longer list comes apart, and a little later
      const now = room.waiting.length < room.waitingCount ? waiting : room.waiting;
      return { command: 'queue-order', entries: moved(idsOf(now), turn.id, by) };
    });
  const name = turn.raisedFor ?? turn.by.name;
  return (
    <div className="own order">
      {place > 0 && (
        <button type="button" className="linkish quiet" onClick={() => move(-1)}>
          Earlier<span className="sr">: {name}</span>
        </button>
      )}
      {place < waiting.length - 1 && (
        <button type="button" className="linkish quiet" onClick={() => move(1)}>
          Later<span className="sr">: {name}</span>
        </button>
      )}
      <button
        type="button"
        className="linkish quiet"
        onClick={() => send({ command: 'queue-remove', entry: turn.id })}
      >
        Take out<span className="sr">: {name}</span>
      </button>
    </div>
  );
}

const idsOf = (turns: readonly TurnShown[]) => turns.map(({ id }) => id);

/** Of one that has gone meanwhile the order says nothing. */
function moved(entries: readonly string[], id: string, by: number): string[] {
  const others = entries.filter((entry) => entry !== id);
  if (others.length < entries.length) others.splice(Math.max(0, entries.indexOf(id) + by), 0, id);
  return others;
}
