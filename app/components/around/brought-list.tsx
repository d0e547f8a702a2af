import './around.css';
import { useState } from 'react';
import type { BroughtShown, BroughtToFacilitators } from '#domain/meeting/around/brought.ts';
import { FEW_CAME_IN } from '#domain/meeting/inputs.ts';
import { Tick } from '../field.tsx';
import { Refusal } from '../refusal.tsx';

/** What was brought beforehand; with `touch` one tap says that the meeting came to it, without it words do. */
export function BroughtList({
  questions,
  touch,
  state = 'said',
}: {
  questions: readonly BroughtShown[];
  touch?: ((id: string, touched: boolean) => Promise<unknown>) | null;
  /** `ahead`: nothing can have been touched yet. */
  state?: 'said' | 'ahead';
}) {
  return (
    <ul className="brought">
      {questions.map(({ id, by, words, touched }) => (
        <li key={id}>
          <p className="said">{words}</p>
          <small>
            {by ?? 'without a name'}
            {state === 'said' && !touch && (touched ? ', touched' : ', not touched')}
          </small>
          {touch && <Touch words={words} touched={touched} touch={(now) => touch(id, now)} />}
        </li>
      ))}
    </ul>
  );
}

/** Shows the tap at once; what the server then says is what holds. */
function Touch({
  words,
  touched,
  touch,
}: {
  words: string;
  touched: boolean;
  touch: (touched: boolean) => Promise<unknown>;
}) {
  const [tapped, setTapped] = useState<boolean | null>(null);
  return (
    <Tick
      checked={tapped ?? touched}
      onChange={async (event) => {
        const now = event.currentTarget.checked;
        setTapped(now);
        await touch(now);
        setTapped(null);
      }}
    >
      Touched<span className="sr">: {words}</span>
    </Tick>
  );
}

/** U2, U4: what came without a name is opened once, all together; below three only after a warning. */
export function BroughtBox({
  box,
  open,
}: {
  box: BroughtToFacilitators['box'];
  /** @returns null when it was done, else the sentence that says why not */
  open: (few: boolean) => Promise<string | null>;
}) {
  const [refused, setRefused] = useState<string | null>(null);
  if (box === null) return null;
  const warned = refused === FEW_CAME_IN;
  return (
    <div className="brought-box">
      <p>
        {box.some ? 'Some have come in without a name.' : 'Nothing has come in without a name.'}
        {box.some && box.few && ' Fewer than three so far.'} As of the last half minute.
      </p>
      <Refusal sentence={refused} />
      {(box.some || warned) && (
        <div className="acts">
          <button type="button" className="btn small" onClick={async () => setRefused(await open(warned))}>
            {warned ? 'Open it all the same' : 'Open the box, once'}
          </button>
          {warned && (
            <button type="button" className="btn small quiet" onClick={() => setRefused(null)}>
              Wait
            </button>
          )}
        </div>
      )}
    </div>
  );
}
