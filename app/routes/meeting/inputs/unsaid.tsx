import { type SubmitEvent, useEffect, useState } from 'react';
import { Refusal } from '#app/components/refusal.tsx';
import { forgetTabBox, useTabBox } from '#app/components/tab-box.ts';
import { LONGEST_UNSIGNED } from '#domain/meeting/inputs.ts';
import { useRoom } from '../room-context.ts';
import { useRoomUi } from '../room-ui.ts';
import { putUnsigned } from './put-unsigned.ts';
import { UnsignedLabel } from './unsigned-label.tsx';

/** "What is still unsaid?": words without a name, put into a box that is opened for everyone at once (U1 to U5). */
export function Unsaid({ stage, opened }: { stage: string; opened: boolean }) {
  const { own } = useRoom();
  const box = useTabBox(stage, own.actor.id);
  useEffect(() => {
    if (opened) forgetTabBox(stage, own.actor.id);
  }, [stage, opened, own.actor.id]);
  if (opened) return <NotPutIn words={box.draft} />;
  return (
    <>
      <PutIn stage={stage} box={box} />
      <PutHereList stage={stage} box={box} />
    </>
  );
}

type Box = ReturnType<typeof useTabBox>;

function PutIn({ stage, box }: { stage: string; box: Box }) {
  const { room } = useRoom();
  const { say } = useRoomUi();
  const [refused, setRefused] = useState<string | null>(null);
  // kept until it is in: an answer that was lost must not make two of it
  const [id, setId] = useState<string | null>(null);
  // of words since changed whose answer never came: they may be in, and are not meant to be
  const [stale, setStale] = useState<string | null>(null);
  const put = async (event: SubmitEvent) => {
    event.preventDefault();
    const words = box.draft.trim();
    if (words === '') return;
    if (stale !== null) {
      const taken = await putUnsigned(room.id, { command: 'withdraw-unsigned', stage, id: stale });
      if (!taken.done) return setRefused(taken.sentence);
      setStale(null);
    }
    const chosen = id ?? crypto.randomUUID();
    setId(chosen);
    const sent = await putUnsigned(room.id, { command: 'unsigned', stage, id: chosen, words });
    setRefused(sent.done ? null : sent.sentence);
    if (!sent.done) return;
    // what was typed meanwhile is new: these words are in, and meant to be
    setId(null);
    setStale(null);
    box.keep({ id: chosen, words });
    say('It is in the box, without your name.');
  };
  return (
    <form className="own-text" onSubmit={put}>
      <textarea
        className="input words"
        aria-label="What is still unsaid"
        aria-describedby="unsigned-label"
        placeholder="Without your name"
        value={box.draft}
        onChange={(event) => {
          box.type(event.currentTarget.value);
          if (id === null) return;
          setStale(id);
          setId(null);
        }}
        maxLength={LONGEST_UNSIGNED}
        rows={4}
        autoComplete="off"
      />
      <UnsignedLabel kind="unsaid" />
      <Refusal sentence={refused} />
      <div className="acts">
        <button type="submit" className="btn" disabled={box.draft.trim() === ''}>
          Put it in the box
        </button>
      </div>
    </form>
  );
}

function PutHereList({ stage, box }: { stage: string; box: Box }) {
  const { room } = useRoom();
  const { say } = useRoomUi();
  const [refused, setRefused] = useState<string | null>(null);
  if (box.put.length === 0) return null;
  const takeOut = async (id: string, words: string) => {
    const sent = await putUnsigned(room.id, { command: 'withdraw-unsigned', stage, id });
    setRefused(sent.done ? null : sent.sentence);
    if (!sent.done) return;
    box.forget(id);
    if (box.draft === '') box.type(words);
    say('Taken out of the box again.');
  };
  return (
    <section className="put-here" aria-labelledby="put-here-title">
      <h3 id="put-here-title">
        In the box <span>only this tab knows they are yours</span>
      </h3>
      <Refusal sentence={refused} />
      <ul>
        {box.put.map(({ id, words }) => (
          <li key={id}>
            <p className="said">{words}</p>
            <button type="button" className="link" onClick={() => takeOut(id, words)}>
              Take it out
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The box was opened before these words were in. */
const NotPutIn = ({ words }: { words: string }) =>
  words.trim() === '' ? null : (
    <div className="came-late">
      <p>The box was opened before you had put this in. It is in this tab alone:</p>
      <p className="said">{words}</p>
    </div>
  );
