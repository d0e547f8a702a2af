import type { FormEvent } from 'react';
import { WordsField } from '#app/components/field.tsx';
import { Refusal } from '#app/components/refusal.tsx';
import { mayEndWith, type OutcomeKind } from '#domain/action-session/outcome.ts';
import { isRefused } from '#domain/refused.ts';
import { useRoom } from '../room-context.ts';
import { ReadBack } from './read-back.tsx';
import { useBoard } from './use-board.ts';
import { useDraft } from './use-draft.ts';

export const ENDINGS: readonly { kind: OutcomeKind; title: string; about: string }[] = [
  {
    kind: 'decided',
    title: 'What we decided',
    about: 'Each decision stands with its reason; what is to be done has its owner.',
  },
  {
    kind: 'nothing-to-do',
    title: 'Nothing to do: this is the incident we want',
    about: 'It went as well as it can go. Its reason is what people will read.',
  },
];

const NOT_CHOSEN: { kind: OutcomeKind | ''; reason: string } = { kind: '', reason: '' };

/** S10: two endings of equal weight. */
export const Outcome = () => (useBoard().outcome === null ? <Choosing /> : <Ended />);

function Choosing() {
  const { room, own, send } = useRoom();
  const { ideas, trackers } = useBoard();
  const { draft, change, forget } = useDraft(`ending-${room.id}`, '', NOT_CHOSEN);
  const { reason } = draft;
  const kind = draft.kind === '' ? null : draft.kind;
  const may = kind === null ? null : mayEndWith(kind, reason === '' ? 'to be said' : reason, ideas);
  const refused = isRefused(may) ? may.refused : null;
  const conclude = async (event: FormEvent) => {
    event.preventDefault();
    if (kind !== null && (await send({ command: 'conclude', outcome: kind, reason })).done) forget();
  };
  return (
    <form className="session" onSubmit={conclude}>
      <ReadBack ideas={ideas} trackers={trackers} />
      <p className="say-first">How does this end?</p>
      <fieldset className="endings" disabled={!own.actor.steers}>
        <legend className="sr">How we end</legend>
        {ENDINGS.map((ending) => (
          <label key={ending.kind}>
            <input
              type="radio"
              name="ending"
              checked={kind === ending.kind}
              onChange={() => change({ kind: ending.kind })}
            />
            <span>
              <b>{ending.title}</b>
              <small>{ending.about}</small>
            </span>
          </label>
        ))}
      </fieldset>
      <Refusal sentence={refused} />
      {kind !== null && (
        <>
          <WordsField
            label={kind === 'decided' ? 'A sentence on the whole, if there is one' : 'The reason'}
            maxLength={1000}
            required={kind === 'nothing-to-do'}
            value={reason}
            onChange={(event) => change({ reason: event.target.value })}
          />
          <button type="submit" className="btn" disabled={refused !== null}>
            Write it down
          </button>
        </>
      )}
      {!own.actor.steers && <p className="quietly">The facilitator writes down how it ends.</p>}
    </form>
  );
}

function Ended() {
  const { own, send } = useRoom();
  const { outcome, ideas, trackers } = useBoard();
  const ending = ENDINGS.find(({ kind }) => kind === outcome?.kind);
  return (
    <div className="session ledger">
      <p className="say-first">{ending?.title}</p>
      {outcome?.reason && <p className="outcome-reason">{outcome.reason}</p>}
      <p className="quietly">
        The review is done; the write-up stays open to read, link and discuss.{' '}
        {own.actor.steers && (
          <button type="button" className="link" onClick={() => send({ command: 'go-on' })}>
            Go on deciding
          </button>
        )}
      </p>
      <ReadBack ideas={ideas} trackers={trackers} />
    </div>
  );
}
