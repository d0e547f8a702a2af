import { EmptyState } from '#app/components/empty-state.tsx';
import { Face } from '#app/components/face.tsx';
import { useNextSpeaker } from './next-speaker.ts';
import { faceOf } from './people-shown.ts';
import { useQueueDoor } from './queue-door.ts';
import { RemoteHands } from './remote-hands.tsx';
import { useRoom } from './room-context.ts';
import { Turn } from './turn.tsx';

/** Who is speaking, then everyone who waits, in the order of turns. One queue for the room and for those far away. After the end it is what was not come to: it may be opened again. */
export function Queue() {
  const { waiting, room, phase } = useRoom();
  const running = phase === 'live' || phase === 'paused';
  const over = phase === 'ended' || phase === 'cancelled';
  return (
    <>
      <RemoteHands />
      {!over && <Speaking />}
      {waiting.length === 0 ? (
        <div className="pad">
          <EmptyState>
            {running ? (
              room.queueOpen ? (
                <>
                  Nobody is waiting to speak.
                  <span className="by-key">
                    {' '}
                    Press <kbd>H</kbd> to raise a hand.
                  </span>
                </>
              ) : (
                'The queue is closed for now.'
              )
            ) : phase === 'ended' ? (
              'The meeting is over.'
            ) : (
              'Hands can be raised once the meeting has started.'
            )}
          </EmptyState>
        </div>
      ) : (
        <>
          {over ? (
            <p className="pad quietly small">Not called on before the end.</p>
          ) : (
            !room.queueOpen && (
              <p className="pad quietly small">The queue is closed. Those in it keep their place.</p>
            )
          )}
          <ol className="queue">
            {waiting.map((turn, place) => (
              <Turn key={turn.id} turn={turn} place={over ? null : place} />
            ))}
          </ol>
        </>
      )}
      <QueueDoor />
    </>
  );
}

/** The turn being taken. */
function Speaking() {
  const { room, waiting, send, own } = useRoom();
  const { speaking } = room;
  const next = useNextSpeaker();
  const name = speaking && (speaking.raisedFor ?? speaking.by.name);
  const raisedHere = speaking?.by.id === own.actor.id;
  const mine = raisedHere && speaking.raisedFor === null;
  if (!speaking && !own.actor.steers) return null;
  if (!speaking && waiting.length === 0) return null;
  return (
    <div className="speaking">
      {speaking && <Face of={faceOf(speaking.by)} size={28} named />}
      <span>
        {speaking ? (
          <>
            <b>{mine ? 'You' : name}</b> {mine ? 'are' : 'is'} speaking
          </>
        ) : (
          <span className="quietly">Nobody has the turn</span>
        )}
      </span>
      {speaking?.words && <small>{speaking.words}</small>}
      {own.actor.steers ? (
        <button
          type="button"
          className="btn small"
          disabled={next.press === null}
          onClick={next.press ?? undefined}
          aria-keyshortcuts="N"
        >
          {next.words}
          <kbd>N</kbd>
        </button>
      ) : (
        raisedHere && (
          <button
            type="button"
            className="btn small"
            onClick={() => send({ command: 'finish-turn', entry: speaking.id })}
          >
            {mine ? 'I am done' : 'They are done'}
          </button>
        )
      )}
    </div>
  );
}

function QueueDoor() {
  const { words, press } = useQueueDoor();
  if (press === null) return null;
  return (
    <p className="pad">
      <button type="button" className="link small" onClick={press} aria-keyshortcuts="O">
        {words}
      </button>{' '}
      <kbd>O</kbd>
    </p>
  );
}
