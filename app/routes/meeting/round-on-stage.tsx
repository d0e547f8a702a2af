import { IconArrowRight, IconCheck } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { EmptyState } from '#app/components/empty-state.tsx';
import { Face } from '#app/components/face.tsx';
import { Icon } from '#app/components/icon.tsx';
import type { RoundShown } from '#domain/meeting/projection.ts';
import type { RoundAnswer } from '#domain/meeting/round.ts';
import { useArmed } from './armed.ts';
import { faceOf } from './people-shown.ts';
import { useRoom } from './room-context.ts';
import { useRoomUi } from './room-ui.ts';

const ANSWERS: { how: RoundAnswer; words: string }[] = [
  { how: 'done', words: 'Done' },
  { how: 'pass', words: 'Pass' },
  { how: 'later', words: 'Later' },
];

/** M14: everybody in turn. Done, Pass and Later are alike to press and leave the same behind. */
export function RoundOnStage() {
  const { room, own } = useRoom();
  const me = useTurnsOfMine();
  const title = useRef<HTMLHeadingElement>(null);
  const round = room.round;
  const now = round?.turns.find(({ state }) => state === 'now')?.person ?? null;
  const mine = now !== null && now.id === me;
  useTurnSaid(now?.id ?? null, mine ? 'It is your turn.' : now ? `${now.name} has the turn.` : '');
  if (round === null) return <EmptyState>The round begins as people come into the room.</EmptyState>;
  return (
    <>
      <section className={mine ? 'round-now is-mine' : 'round-now'} aria-labelledby="round-title">
        <h3 id="round-title" ref={title} tabIndex={-1}>
          {mine ? 'It is your turn' : now ? `${now.name} has the turn` : 'Everyone here has had their turn'}
        </h3>
        {mine && <Answers answered={() => title.current?.focus()} />}
      </section>
      <Order round={round} />
      {own.actor.steers && <Steering round={round} now={now?.id ?? null} />}
    </>
  );
}

function Answers({ answered }: { answered: () => void }) {
  const { send, may } = useRoom();
  const allowed = may('round-turn');
  const press = async (how: RoundAnswer) => {
    if ((await send({ command: 'round-turn', how })).done) answered();
  };
  return (
    <>
      <div className="round-answers">
        {ANSWERS.map(({ how, words }) => (
          <button
            key={how}
            type="button"
            className="btn"
            disabled={allowed !== true}
            title={allowed === true ? undefined : allowed}
            onClick={() => press(how)}
          >
            {words}
          </button>
        ))}
      </div>
      <p className="quietly small">All three are fine, and none of them is noted. Later puts you last.</p>
    </>
  );
}

const STATE_WORDS = { now: 'has the turn', over: 'had their turn', ahead: '' };

function Order({ round }: { round: RoundShown }) {
  const me = useTurnsOfMine();
  const more = round.count - round.turns.length;
  return (
    <>
      <ol className="round" aria-label="The round, in its order">
        {round.turns.map(({ person, state }) => (
          <li key={person.id} className={state} aria-current={state === 'now' ? 'step' : undefined}>
            <span className="tk">
              {state === 'over' && <Icon of={IconCheck} size={15} />}
              {state === 'now' && <Icon of={IconArrowRight} size={15} />}
            </span>
            <Face of={faceOf(person)} size={24} named />
            <span>{person.id === me ? 'You' : person.name}</span>
            <span className={state === 'over' ? 'sr' : 'state'}>
              {state === 'now' && person.id === me ? 'have the turn' : STATE_WORDS[state]}
            </span>
          </li>
        ))}
      </ol>
      {more > 0 && <p className="quietly small">and {more} more</p>}
    </>
  );
}

/** "Next person" says who it believes has the turn, so that two presses are one. */
function Steering({ round, now }: { round: RoundShown; now: Parameters<typeof nextPerson>[0] }) {
  const { send, may } = useRoom();
  const anew = useArmed(() => void send({ command: 'round-start' }));
  const isOver = now === null && round.turns.every(({ state }) => state === 'over');
  return (
    <div className="round-steer">
      {!isOver && (
        <button
          type="button"
          className="btn"
          disabled={may('next-person') !== true}
          onClick={() => send(nextPerson(now))}
        >
          Next person
        </button>
      )}
      {may('round-start') === true && (
        <button type="button" className="linkish quiet small" onClick={anew.press}>
          {anew.armed ? 'Press again: everyone has a turn again' : 'Start the round anew'}
        </button>
      )}
    </div>
  );
}

const nextPerson = (speaking: RoundShown['turns'][number]['person']['id'] | null) =>
  ({ command: 'next-person', speaking }) as const;

/** Whose turns are taken here; null: on everybody's device nobody's, though its owner is in the round. */
function useTurnsOfMine() {
  const { own } = useRoom();
  const { face } = useRoomUi();
  return face === 'shared' ? null : own.actor.id;
}

/** Said politely when the turn goes on, and to whom it comes. */
function useTurnSaid(now: string | null, sentence: string) {
  const { say } = useRoomUi();
  const before = useRef(now);
  useEffect(() => {
    if (before.current === now) return;
    before.current = now;
    say(sentence);
  }, [now, sentence, say]);
}
