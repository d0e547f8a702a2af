import { Suspense, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { lazily } from '#app/components/lazily.tsx';
import { OnlyFacilitators } from '#app/components/only-facilitators.tsx';
import { useTabWords } from '#app/components/tab-words.ts';
import { type NotesDraft, readNotesDraft } from './notes-draft.ts';
import { useRoom } from './room-context.ts';

const ChangeNotes = lazily(async () => (await import('./seldom.ts')).ChangeNotes);

/**
 * The private notes of the stage the group is in (P6), and where those who steer write them. What is being written stays here, under
 * the name of its stage, when the group goes on.
 */
export function FacilitatorNotes() {
  const { facilitator, room, own, rehearses } = useRoom();
  const [written, write] = useTabWords(`soak.notes:${own.actor.id}:${room.id}`);
  const [isPressed, setPressed] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  if (!facilitator) return null;
  const draft = rehearses ? null : readNotesDraft(written);
  const stage = room.current?.stage ?? null;
  const notes = stage === null ? '' : (facilitator.notes[stage] ?? '');
  const mayBegin = stage !== null && draft === null && !rehearses;
  if (notes === '' && !mayBegin && draft === null) return null;
  const keepHere = (next: NotesDraft) => write(JSON.stringify(next));
  const begin = () => {
    if (stage === null) return;
    setPressed(true);
    keepHere({ stage, was: notes, words: notes });
  };
  const leave = () => {
    flushSync(() => write(null));
    button.current?.focus();
  };
  return (
    <OnlyFacilitators>
      {draft?.stage !== stage && <Notes words={notes} />}
      {mayBegin && (
        <button type="button" className="linkish quiet small" ref={button} onClick={begin}>
          {notes === '' ? 'Write notes for this stage' : 'Change these notes'}
        </button>
      )}
      {draft && (
        <Suspense fallback={null}>
          <ChangeNotes draft={draft} type={keepHere} leave={leave} autoFocus={isPressed} />
        </Suspense>
      )}
    </OnlyFacilitators>
  );
}

export const Notes = ({ words }: { words: string }) =>
  words
    .split(/\n+/)
    .filter((line) => line !== '')
    .map((line, place) => <p key={`${place} ${line}`}>{line}</p>);
