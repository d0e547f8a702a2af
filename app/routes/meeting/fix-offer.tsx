import { useEffect, useRef, useState } from 'react';
import type * as Y from 'yjs';
import { SealMark } from '#app/components/seal-mark.tsx';
import { useSession } from '#app/components/writing/use-session.tsx';
import { blockWords, takeWords } from '#collab/document/take-words.ts';
import { fixIn } from '#domain/meeting/fix-words.ts';
import { SEEN_IN_NOTES_LABEL } from '#domain/meeting/sealed-idea.ts';
import { useRoom } from './room-context.ts';
import { useRoomUi } from './room-ui.ts';

/** Under notes in which an idea for a fix is being typed: it can be sealed, or left where it stands. Nothing waits for an answer. */
export function FixOffer({ place }: { place: string }) {
  const { send, may, room } = useRoom();
  const { remark } = useRoomUi();
  const { doc } = useSession().open;
  const [left, setLeft] = useState<readonly string[]>([]);
  const typed = useFixTyped(doc, place);
  const isGoing = useRef(false);
  if (room.kind !== 'review' || may('seal') !== true || typed === null || left.includes(typed.words))
    return null;
  const seal = async () => {
    // its words are taken out of the notes once
    if (isGoing.current) return;
    isGoing.current = true;
    const sent = await send({ command: 'seal', words: typed.words, seenInNotes: true });
    isGoing.current = false;
    if (!sent.done) return;
    setLeft((before) => [...before, typed.words]);
    remark(
      takeWords(doc, place, typed.words, typed.text)
        ? 'Thank you. Sealed, and taken out of the notes.'
        : 'Thank you. Sealed. The notes changed meanwhile and were left alone.',
    );
  };
  return (
    <div className="fix-offer" role="status">
      <SealMark size={17} />
      <p>
        That sounds like an idea for a fix: “{typed.words}”{' '}
        <span className="quietly">{SEEN_IN_NOTES_LABEL}</span>
      </p>
      <p className="acts">
        <button type="button" className="btn small" onClick={seal}>
          Seal it
        </button>
        <button
          type="button"
          className="btn small quiet"
          onClick={() => setLeft((before) => [...before, typed.words])}
        >
          Leave it here
        </button>
      </p>
    </div>
  );
}

const PAUSE_MS = 1200;

/** The idea for a fix in the block this person typed in last, once they pause; null while there is none. */
function useFixTyped(doc: Y.Doc, place: string): { words: string; text: unknown } | null {
  const [typed, setTyped] = useState<{ words: string; text: unknown } | null>(null);
  useEffect(() => {
    const fragment = doc.getXmlFragment(place);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const onChange = (events: Y.YEvent<Y.XmlFragment>[], { local }: Y.Transaction) => {
      if (!local) return;
      const target: unknown = events.at(-1)?.target;
      clearTimeout(timer);
      timer = setTimeout(() => {
        const fix = fixIn(blockWords(doc, place, target) ?? '');
        setTyped(fix && { words: fix.words, text: target });
      }, PAUSE_MS);
    };
    fragment.observeDeep(onChange as Parameters<typeof fragment.observeDeep>[0]);
    return () => {
      clearTimeout(timer);
      fragment.unobserveDeep(onChange as Parameters<typeof fragment.observeDeep>[0]);
    };
  }, [doc, place]);
  return typed;
}
