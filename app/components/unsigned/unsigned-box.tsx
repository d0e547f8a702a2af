import { type SubmitEvent, useId, useState } from 'react';
import { LONGEST_UNSIGNED } from '#domain/meeting/inputs.ts';
import { Refusal } from '../refusal.tsx';
import type { useTabBox } from './tab-box.ts';
import { UnsignedLabel } from './unsigned-label.tsx';

type Sent = { done: true } | { done: false; sentence: string };

interface Facts {
  box: ReturnType<typeof useTabBox>;
  kind: 'unsaid' | 'view' | 'brought';
  label: string;
  /** The same id again is one. */
  put(id: string, words: string): Promise<Sent>;
  takeOut(id: string): Promise<Sent>;
  /** Said politely to those who listen. */
  say(words: string): void;
  /** Where one types, for whoever leads the focus there. */
  field?: React.RefObject<HTMLTextAreaElement | null>;
}

/** Words without a name, put into a box that is opened at once; what this tab put in can be taken out from here alone (U1 to U5). */
export const UnsignedBox = (facts: Facts) => (
  <>
    <PutIn {...facts} />
    <PutHereList {...facts} />
  </>
);

function PutIn({ box, kind, label, put, takeOut, say, field }: Facts) {
  const labelled = useId();
  const [refused, setRefused] = useState<string | null>(null);
  // kept until it is in: an answer that was lost must not make two of it
  const [id, setId] = useState<string | null>(null);
  // of words since changed whose answer never came: they may be in, and are not meant to be
  const [stale, setStale] = useState<string | null>(null);
  const putIn = async (event: SubmitEvent) => {
    event.preventDefault();
    const words = box.draft.trim();
    if (words === '') return;
    if (stale !== null) {
      const taken = await takeOut(stale);
      if (!taken.done) return setRefused(taken.sentence);
      setStale(null);
    }
    const chosen = id ?? crypto.randomUUID();
    setId(chosen);
    const sent = await put(chosen, words);
    setRefused(sent.done ? null : sent.sentence);
    if (!sent.done) return;
    // what was typed meanwhile is new: these words are in, and meant to be
    setId(null);
    setStale(null);
    box.keep({ id: chosen, words });
    say('It is in the box, without your name.');
  };
  return (
    <form className="own-text" onSubmit={putIn}>
      <textarea
        ref={field}
        className="input words"
        aria-label={label}
        aria-describedby={labelled}
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
      <UnsignedLabel kind={kind} id={labelled} />
      <Refusal sentence={refused} />
      <div className="acts">
        <button type="submit" className="btn" disabled={box.draft.trim() === ''}>
          Put it in the box
        </button>
      </div>
    </form>
  );
}

/** What this tab put in, each with the way to take it out again. */
export function PutHereList({
  box,
  takeOut,
  say,
  of,
}: Pick<Facts, 'box' | 'takeOut' | 'say'> & {
  /** The stage's title, where it is not at hand. */
  of?: string;
}) {
  const titled = useId();
  const Heading = of === undefined ? 'h3' : 'h2';
  const [refused, setRefused] = useState<string | null>(null);
  if (box.put.length === 0) return null;
  const take = async (id: string) => {
    const sent = await takeOut(id);
    setRefused(sent.done ? null : sent.sentence);
    if (!sent.done) return;
    box.takeBack(id);
    say('Taken out of the box again.');
  };
  return (
    <section className="put-here" aria-labelledby={titled}>
      <Heading id={titled}>
        In the box{of && ` of “${of}”`} <span>only this tab knows they are yours</span>
      </Heading>
      <Refusal sentence={refused} />
      <ul>
        {box.put.map(({ id, words }) => (
          <li key={id}>
            <p className="said">{words}</p>
            <button type="button" className="link" onClick={() => take(id)}>
              Take it out
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
