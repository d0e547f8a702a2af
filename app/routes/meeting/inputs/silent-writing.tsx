import { type RefObject, useEffect, useId, useMemo, useSyncExternalStore } from 'react';
import { CopyButton } from '#app/components/copy-button.tsx';
import { createStore } from '#collab/client/store.ts';
import { LONGEST_TEXT } from '#domain/meeting/inputs.ts';
import { useRoom } from '../room-context.ts';
import { Kept } from './kept.tsx';
import type { OwnWriting, TextSaver } from './text-saver.ts';
import { useTextSaver } from './use-text-saver.ts';

/** One's own page in a stage of silent writing: saved as one types, nobody else's until all are shown at once (M15). */
export function SilentWriting({ stage, opened }: { stage: string; opened: boolean }) {
  const { saver, writing } = useOwnText(stage, opened);
  if (opened && saver === null) return null;
  if (opened || writing.kept === 'late') return <CameLate writing={writing} />;
  return <OwnTextField writing={writing} saver={saver} />;
}

/** A text of mine as it stands here; the saver is null on the page as the server made it. */
export function useOwnText(stage: string, opened: boolean): { saver: TextSaver | null; writing: OwnWriting } {
  const { own } = useRoom();
  const saved = own.texts.find((text) => text.stage === stage)?.words ?? '';
  const saver = useTextSaver(stage, saved);
  useEffect(() => {
    if (!opened) saver?.heard(saved);
  }, [saver, saved, opened]);
  const atFirst = useMemo(
    () => createStore<OwnWriting>({ words: saved, kept: 'saved', sentence: null }),
    [saved],
  );
  const { subscribe, get } = saver?.state ?? atFirst;
  return { saver, writing: useSyncExternalStore(subscribe, get, get) };
}

/** Saved as one types. */
export function OwnTextField({
  writing,
  saver,
  field,
}: {
  writing: OwnWriting;
  saver: TextSaver | null;
  /** Where one types, for whoever leads the focus there. */
  field?: RefObject<HTMLTextAreaElement | null>;
}) {
  const id = useId();
  return (
    <div className="own-text">
      <textarea
        ref={field}
        className="input words"
        aria-label="Your text"
        aria-describedby={`${id}-note ${id}-state`}
        placeholder="Write for yourself"
        value={writing.words}
        readOnly={!saver}
        onChange={(event) => saver?.type(event.currentTarget.value)}
        onBlur={() => void saver?.flush()}
        maxLength={LONGEST_TEXT}
        rows={Math.min(16, Math.max(5, writing.words.split('\n').length + 1))}
      />
      <p className="under">
        <span id={`${id}-note`}>
          Nobody else reads it, facilitators neither, until all texts are shown at once, with names. Who can
          read the database could.
        </span>
        <Kept id={`${id}-state`} writing={writing} />
      </p>
    </div>
  );
}

/** Words typed while the texts were being shown: nobody else's, and not thrown away. */
export function CameLate({ writing: { kept, words } }: { writing: OwnWriting }) {
  if (kept === 'saved' || words.trim() === '') return null;
  return (
    <div className="came-late">
      <p>
        All texts were shown while you were writing; yours as it was last saved. This is how it stood here,
        for you alone:
      </p>
      <textarea
        className="input words"
        aria-label="Your words that came too late"
        value={words}
        readOnly
        rows={4}
      />
      <CopyButton text={words}>Copy it</CopyButton>
    </div>
  );
}
