import { useEffect, useSyncExternalStore } from 'react';
import { CopyButton } from '#app/components/copy-button.tsx';
import { LONGEST_TEXT } from '#domain/meeting/inputs.ts';
import { useRoom } from '../room-context.ts';
import { Kept } from './kept.tsx';
import type { OwnWriting, TextSaver } from './text-saver.ts';
import { useTextSaver } from './use-text-saver.ts';

/** One's own page in a stage of silent writing: saved as one types, nobody else's until all are shown (M15). */
export function SilentWriting({ stage, opened }: { stage: string; opened: boolean }) {
  const { own } = useRoom();
  const saved = own.texts.find((text) => text.stage === stage)?.words ?? '';
  const saver = useTextSaver(stage, saved);
  useEffect(() => {
    if (!opened) saver?.heard(saved);
  }, [saver, saved, opened]);
  if (saver === null)
    return opened ? null : <Field writing={{ words: saved, kept: 'saved', sentence: null }} />;
  return <Live saver={saver} opened={opened} />;
}

function Live({ saver, opened }: { saver: TextSaver; opened: boolean }) {
  const writing = useSyncExternalStore(saver.state.subscribe, saver.state.get, saver.state.get);
  if (opened || writing.kept === 'late') return <CameLate writing={writing} />;
  return <Field writing={writing} saver={saver} />;
}

function Field({ writing, saver }: { writing: OwnWriting; saver?: TextSaver }) {
  return (
    <div className="own-text">
      <textarea
        className="input words"
        aria-label="Your text"
        aria-describedby="own-text-note own-text-state"
        placeholder="Write for yourself"
        value={writing.words}
        readOnly={!saver}
        onChange={(event) => saver?.type(event.currentTarget.value)}
        onBlur={() => void saver?.flush()}
        maxLength={LONGEST_TEXT}
        rows={Math.min(16, Math.max(5, writing.words.split('\n').length + 1))}
      />
      <p className="under">
        <span id="own-text-note">
          Nobody else reads it, facilitators neither, until all texts are shown at once, with names. Who can
          read the database could.
        </span>
        <Kept id="own-text-state" writing={writing} />
      </p>
    </div>
  );
}

/** Words typed while the texts were being shown: nobody else's, and not thrown away. */
function CameLate({ writing: { kept, words } }: { writing: OwnWriting }) {
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
