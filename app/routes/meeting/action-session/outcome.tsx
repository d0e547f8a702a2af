import type { FormEvent } from 'react';
import { WordsField } from '#app/components/field.tsx';
import { NotKeptWords } from '#app/components/not-kept-words.tsx';
import { Refusal } from '#app/components/refusal.tsx';
import { mayEndWith, type OutcomeKind } from '#domain/action-session/outcome.ts';
import { isRefused } from '#domain/refused.ts';
import type { SessionBoard } from '#server/actions/read-session-board.ts';
import { useRoom } from '../room-context.ts';
import { Coming, Moment } from './coming.tsx';
import { useOnePress } from './one-press.ts';
import { ReadBack } from './read-back.tsx';
import { useBoard, useBoardIsBehind, useBoardIsComing, useIdeasAreComing, useSession } from './use-board.ts';
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
export function Outcome() {
  const { outcome } = useSession();
  const ended = useBoard().outcome;
  const isComing = useBoardIsComing();
  const areComing = useIdeasAreComing();
  if (isComing || areComing || (ended?.kind ?? null) !== outcome) return <Coming />;
  return ended === null ? <Choosing /> : <Ended ended={ended} />;
}

function Choosing() {
  const { room, own, send } = useRoom();
  const { ideas, trackers } = useBoard();
  const isBehind = useBoardIsBehind();
  const { draft, change, forget } = useDraft(`ending-${room.id}`, '', NOT_CHOSEN);
  const once = useOnePress();
  const { reason } = draft;
  const kind = draft.kind === '' ? null : draft.kind;
  const may = kind === null ? null : mayEndWith(kind, reason === '' ? 'to be said' : reason, ideas);
  const refused = isRefused(may) && !isBehind ? may.refused : null;
  const conclude = (event: FormEvent) => {
    event.preventDefault();
    const kept = draft;
    return once(async () => {
      if (kind !== null && (await send({ command: 'conclude', outcome: kind, reason })).done) forget(kept);
    });
  };
  return (
    <form className="session" onSubmit={conclude}>
      {isBehind ? <Moment /> : <ReadBack ideas={ideas} trackers={trackers} />}
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
          <button type="submit" className="btn" disabled={refused !== null || isBehind}>
            Write it down
          </button>
        </>
      )}
      {!own.actor.steers && <p className="quietly">The facilitator writes down how it ends.</p>}
    </form>
  );
}

function Ended({ ended }: { ended: NonNullable<SessionBoard['outcome']> }) {
  const { own, send } = useRoom();
  const { ideas, trackers } = useBoard();
  const ending = ENDINGS.find(({ kind }) => kind === ended.kind);
  return (
    <div className="session ledger">
      <p className="say-first">{ending?.title}</p>
      {ended.reason && <p className="outcome-reason">{ended.reason}</p>}
      <ReasonNotKept written={ended.reason} />
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

/** Who was writing how it ends while somebody else wrote it down still has their words. */
function ReasonNotKept({ written }: { written: string }) {
  const { room } = useRoom();
  const { draft, change } = useDraft(`ending-${room.id}`, '', NOT_CHOSEN);
  const words = draft.reason.trim();
  if (words === '' || words === written) return null;
  return (
    <NotKeptWords
      said="Somebody else wrote the ending down while you were writing this."
      words={words}
      forget={() => change(NOT_CHOSEN)}
    />
  );
}
