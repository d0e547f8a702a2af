import { useEffect, useSyncExternalStore } from 'react';
import { LONGEST_NOTE } from '#domain/meeting/inputs.ts';
import { Kept } from './inputs/kept.tsx';
import type { OwnWriting, TextSaver } from './inputs/text-saver.ts';
import { useTextSaver } from './inputs/use-text-saver.ts';
import { useRoom } from './room-context.ts';

/** Notes of mine on this meeting. Nobody else can read them; saved as I type. */
export function MyNotes() {
  const { own } = useRoom();
  const saver = useTextSaver(null, own.note);
  useEffect(() => saver?.heard(own.note), [saver, own.note]);
  return (
    <section className="mine" aria-labelledby="mine-title">
      <h2 id="mine-title">
        My notes <span>only mine</span>
      </h2>
      {saver ? (
        <Live saver={saver} />
      ) : (
        <Field writing={{ words: own.note, kept: 'saved', sentence: null }} />
      )}
    </section>
  );
}

function Live({ saver }: { saver: TextSaver }) {
  const writing = useSyncExternalStore(saver.state.subscribe, saver.state.get, saver.state.get);
  return <Field writing={writing} saver={saver} />;
}

const Field = ({ writing, saver }: { writing: OwnWriting; saver?: TextSaver }) => (
  <>
    <textarea
      aria-labelledby="mine-title"
      aria-describedby="mine-state"
      placeholder="Write a note"
      value={writing.words}
      readOnly={!saver}
      onChange={(event) => saver?.type(event.currentTarget.value)}
      onBlur={() => void saver?.flush()}
      maxLength={LONGEST_NOTE}
      rows={Math.min(12, Math.max(3, writing.words.split('\n').length + 1))}
    />
    <p className="quietly small">
      <Kept id="mine-state" writing={writing} />
    </p>
  </>
);
