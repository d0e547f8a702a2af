import { useEffect, useRef, useState } from 'react';
import { Face } from '#app/components/face.tsx';
import { Refusal } from '#app/components/refusal.tsx';
import { LONGEST_HIDING_REASON } from '#domain/meeting/inputs.ts';
import type { TextShown } from '#domain/meeting/projection.ts';
import { faceOf } from '../people-shown.ts';
import { useRoom } from '../room-context.ts';
import { useInputs } from './use-inputs.ts';

/** What everyone wrote, in the order drawn when it was shown (M15, U3). */
export function ShownTexts({ stage, unsigned }: { stage: string; unsigned: boolean }) {
  const { room } = useRoom();
  const here = room.inputs?.stage === stage ? room.inputs : null;
  const isWhole =
    here !== null && here.texts.length === here.textCount && !here.texts.some(({ isCut }) => isCut);
  const fetched = useInputs(isWhole ? null : stage, null, room.rev);
  const texts = isWhole ? here.texts : (fetched?.texts ?? here?.texts ?? []);
  // still being fetched
  if (!isWhole && !fetched && texts.length === 0) return null;
  const title = texts.length === 0 ? 'Nothing was written' : 'What was written';
  return (
    <section className="shown-texts" aria-labelledby="shown-title">
      <h3 id="shown-title">
        {title} {texts.length > 0 && <span>in random order{unsigned && ', without names'}</span>}
      </h3>
      <ul>
        {texts.map((text) => (
          <li key={text.id}>
            <Text text={text} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Text({ text }: { text: TextShown }) {
  const { own, send, may } = useRoom();
  const [hiding, setHiding] = useState(false);
  const mine = text.by?.id === own.actor.id && may('withdraw-text') === true;
  const mayHide = own.actor.steers && text.hidden === null && may('hide-text') === true;
  return (
    <>
      {text.hidden === null ? (
        <p className="said">{text.words}</p>
      ) : (
        <p className="hidden-text">Hidden by a facilitator: {text.hidden}</p>
      )}
      <div className="by">
        {text.by && (
          <span className="who">
            <Face of={faceOf(text.by)} size={20} named />
            {text.by.name}
          </span>
        )}
        {mine && (
          <button
            type="button"
            className="link"
            onClick={() => send({ command: 'withdraw-text', text: text.id })}
          >
            Take it back
          </button>
        )}
        {mayHide && !hiding && (
          <button type="button" className="link" onClick={() => setHiding(true)}>
            Hide it…
          </button>
        )}
      </div>
      {mayHide && hiding && <HideForm text={text.id} leave={() => setHiding(false)} />}
    </>
  );
}

function HideForm({ text, leave }: { text: string; leave: () => void }) {
  const { send } = useRoom();
  const [refused, setRefused] = useState<string | null>(null);
  const field = useRef<HTMLInputElement>(null);
  // it was opened by the press just made
  useEffect(() => field.current?.focus(), []);
  return (
    <form
      className="inline-form"
      onSubmit={async (event) => {
        event.preventDefault();
        const reason = String(new FormData(event.currentTarget).get('reason') ?? '');
        const sent = await send({ command: 'hide-text', text, reason });
        if (sent.done) leave();
        else setRefused(sent.sentence);
      }}
    >
      <input
        className="input"
        name="reason"
        aria-label="Why it is hidden, for everyone to read"
        placeholder="Why, for everyone to read"
        maxLength={LONGEST_HIDING_REASON}
        required
        ref={field}
      />
      <button type="submit" className="btn small">
        Hide it
      </button>
      <button type="button" className="btn small quiet" onClick={leave}>
        Leave it
      </button>
      <Refusal sentence={refused} />
    </form>
  );
}
