import { IconAlertCircle, IconCheck, IconDots } from '@tabler/icons-react';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { CopyButton } from '#app/components/copy-button.tsx';
import { Icon } from '#app/components/icon.tsx';
import { LONGEST_TEXT } from '#domain/meeting/inputs.ts';
import { useRoom } from '../room-context.ts';
import { post } from '../use-commands.ts';
import { type OwnWriting, saverOf, type TextSaver } from './text-saver.ts';

/** One's own page in a stage of silent writing: saved as one types, nobody else's until all are shown (M15). */
export function SilentWriting({ stage, opened }: { stage: string; opened: boolean }) {
  const { room, own } = useRoom();
  const saved = own.texts.find((text) => text.stage === stage)?.words ?? '';
  const [saver, setSaver] = useState<TextSaver | null>(null);
  const person = own.actor.id;
  useEffect(() => {
    const one = saverOf({ meeting: room.id, stage, person }, saved, post);
    setSaver(one);
    const leave = () => void one.flush(true);
    // words that only this tab holds go with it: the browser asks first (D7)
    const ask = (event: BeforeUnloadEvent) => {
      const { kept } = one.state.get();
      if (kept === 'saving' || kept === 'not-saved') event.preventDefault();
    };
    window.addEventListener('pagehide', leave);
    window.addEventListener('beforeunload', ask);
    return () => {
      window.removeEventListener('pagehide', leave);
      window.removeEventListener('beforeunload', ask);
      void one.flush();
    };
  }, [room.id, stage, person]);
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
        <Kept writing={writing} />
      </p>
    </div>
  );
}

/** What has been acknowledged, and only that, is called saved. */
function Kept({ writing: { kept, words, sentence } }: { writing: OwnWriting }) {
  const said =
    kept === 'saved' ? (words ? 'Saved' : '') : kept === 'saving' ? 'Saving' : (sentence ?? 'Not saved yet');
  return (
    <span
      id="own-text-state"
      className={kept === 'not-saved' ? 'kept-state strong' : 'kept-state'}
      role="status"
    >
      {said && <Icon of={kept === 'saved' ? IconCheck : kept === 'saving' ? IconDots : IconAlertCircle} />}
      {said}
    </span>
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
