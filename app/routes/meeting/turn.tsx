import { useState } from 'react';
import { Icon } from '#app/components/icon.tsx';
import { Refusal } from '#app/components/refusal.tsx';
import type { TurnShown } from '#domain/meeting/projection.ts';
import { LONGEST_TURN, TURN_WORDS } from '#domain/meeting/queue-entry.ts';
import { placeWords } from './people-shown.ts';
import { useRoom } from './room-context.ts';
import { TURN_ICON } from './turn-types.ts';

/** One who waits: type, name, words. My own is tinted and says my place. */
export function Turn({ turn, place }: { turn: TurnShown; place: number }) {
  const { own, people, facilitator } = useRoom();
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
          {mine ? <i>{placeWords(place)}</i> : notSpoken && <i>not spoken yet</i>}
        </div>
        {turn.words && <p>{turn.words}</p>}
        {mine && <MyTurn turn={turn} />}
        {own.actor.steers && <Order turn={turn} place={place} />}
      </div>
    </li>
  );
}

function MyTurn({ turn }: { turn: TurnShown }) {
  const { send } = useRoom();
  const [changing, setChanging] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  if (!changing)
    return (
      <div className="own">
        <button type="button" className="link" onClick={() => setChanging(true)}>
          Change
        </button>
        <button
          type="button"
          className="link"
          onClick={() => send({ command: 'lower-hand', entry: turn.id })}
        >
          Withdraw
        </button>
      </div>
    );
  const keep = async (words: string) => {
    const sent = await send({ command: 'change-hand', entry: turn.id, words });
    setRefused(sent.done ? null : sent.sentence);
    setChanging(!sent.done);
  };
  return (
    <form
      className="inline-form"
      onSubmit={(event) => {
        event.preventDefault();
        keep(String(new FormData(event.currentTarget).get('words') ?? ''));
      }}
    >
      <input
        className="input"
        name="words"
        aria-label="What it is about"
        defaultValue={turn.words}
        maxLength={LONGEST_TURN}
        // biome-ignore lint/a11y/noAutofocus: the field was opened by the press just made
        autoFocus
      />
      <button type="submit" className="btn small">
        Keep
      </button>
      <button type="button" className="btn small quiet" onClick={() => setChanging(false)}>
        Leave it
      </button>
      <Refusal sentence={refused} />
    </form>
  );
}

/** An order set by hand, with buttons: nothing here needs dragging. */
function Order({ turn, place }: { turn: TurnShown; place: number }) {
  const { waiting, send } = useRoom();
  const ids = waiting.map(({ id }) => id);
  const move = (by: number) => {
    const entries = ids.filter((id) => id !== turn.id);
    entries.splice(place + by, 0, turn.id);
    send({ command: 'queue-order', entries });
  };
  const name = turn.raisedFor ?? turn.by.name;
  return (
    <div className="own order">
      {place > 0 && (
        <button type="button" className="linkish quiet" onClick={() => move(-1)}>
          Earlier<span className="sr">: {name}</span>
        </button>
      )}
      {place < ids.length - 1 && (
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
