import { useEffect, useRef, useState } from 'react';
import { asId, type StageId } from '#domain/ids.ts';
import { FEW_CAME_IN, isBox, isPoll, type PutInKind } from '#domain/meeting/inputs.ts';
import { useArmed } from '../armed.ts';
import { useRoom } from '../room-context.ts';
import { useRoomKey } from '../use-room-keys.ts';
import { useInputs } from './use-inputs.ts';

const HALF_MINUTE_MS = 30_000;
const WORDS = {
  text: { press: 'Show all texts', again: 'Press again to show them' },
  box: { press: 'Open the box', again: 'Press again to open it' },
  poll: { press: 'Close the poll', again: 'Press again to close it' },
};

/** Whether some have come in, for everyone; the press that shows them, for those who steer. Once, and never taken back. */
export function OpenStage({ stage, kind }: { stage: string; kind: PutInKind }) {
  const { own, may } = useRoom();
  const inputs = useInputs(isBox(kind) ? stage : null, isBox(kind) ? HALF_MINUTE_MS : null);
  const words = isPoll(kind) ? WORDS.poll : isBox(kind) ? WORDS.box : WORDS.text;
  const steers = own.actor.steers && may(isPoll(kind) ? 'poll-close' : 'reveal') === true;
  return (
    <div className="open-stage">
      {isBox(kind) && (
        <p role="status">
          {inputs?.some ? 'Some have come in.' : inputs ? 'Nothing has come in yet.' : ''}
          {inputs?.few && inputs.some && ' Fewer than three so far.'}{' '}
          <span className="quietly">As of the last half minute.</span>
        </p>
      )}
      {steers && <Press stage={stage} kind={kind} words={words} />}
    </div>
  );
}

function Press({ stage, kind, words }: { stage: string; kind: PutInKind; words: typeof WORDS.text }) {
  const { send } = useRoom();
  const [warning, setWarning] = useState<string | null>(null);
  const open = async (few: boolean) => {
    const sent = isPoll(kind)
      ? await send({ command: 'poll-close', stage: asId<StageId>(stage) })
      : await send({ command: 'reveal', stage: asId<StageId>(stage), ...(few && { few }) });
    setWarning(sent.done ? null : sent.sentence);
  };
  const wait = useRef<HTMLButtonElement>(null);
  // it may stand below what is in view
  useEffect(() => {
    if (warning !== null) wait.current?.focus();
  }, [warning]);
  const armed = useArmed(() => void open(false), stage);
  useRoomKey('reveal', warning === null ? armed.press : null);
  if (warning !== null)
    return (
      <div className="few" role="alert">
        <p>{warning}</p>
        <div className="acts">
          <button type="button" className="btn" ref={wait} onClick={() => setWarning(null)}>
            Wait
          </button>
          {warning === FEW_CAME_IN && (
            <button type="button" className="btn quiet" onClick={() => void open(true)}>
              Show them all the same
            </button>
          )}
        </div>
      </div>
    );
  return (
    <button
      type="button"
      className={armed.armed ? 'btn armed' : 'btn'}
      onClick={armed.press}
      aria-keyshortcuts="X"
    >
      {armed.armed ? words.again : words.press}
      <kbd>X</kbd>
    </button>
  );
}
