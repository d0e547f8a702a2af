import { type SubmitEvent, useRef, useState } from 'react';
import { Refusal } from '#app/components/refusal.tsx';
import { LONGEST_NOTES } from '#domain/meeting/stage.ts';
import { Notes } from './facilitator-notes.tsx';
import type { NotesDraft } from './notes-draft.ts';
import { useRoom } from './room-context.ts';

/** The notes of a stage being changed. What another facilitator has made of them meanwhile is read before it is replaced. */
export function ChangeNotes({
  draft,
  type,
  leave,
  autoFocus,
}: {
  draft: NotesDraft;
  type: (draft: NotesDraft) => void;
  leave: () => void;
  /** It was opened by a press just made, and not found open. */
  autoFocus: boolean;
}) {
  const { facilitator, room, send } = useRoom();
  const [refused, setRefused] = useState<string | null>(null);
  const newest = useRef(draft.words);
  newest.current = draft.words;
  const title = room.stages.find(({ id }) => id === draft.stage)?.title ?? 'a stage since taken out';
  const now = facilitator?.notes[draft.stage] ?? '';
  const keep = async (event: SubmitEvent) => {
    event.preventDefault();
    const { stage, words } = draft;
    const sent = await send({ command: 'change-notes', stage, was: now, words });
    setRefused(sent.done ? null : sent.sentence);
    if (!sent.done) return;
    // what was typed on meanwhile stays, in a form that stays
    if (newest.current === words) leave();
    else type({ stage, was: words, words: newest.current });
  };
  return (
    <form className="change-notes" onSubmit={keep}>
      <label>
        Notes for “{title}”
        <textarea
          className="input words"
          value={draft.words}
          onChange={(event) => type({ ...draft, words: event.currentTarget.value })}
          maxLength={LONGEST_NOTES}
          rows={4}
          // biome-ignore lint/a11y/noAutofocus: the press that opened it asked for it
          autoFocus={autoFocus}
        />
      </label>
      {now !== draft.was && now !== draft.words && (
        <div role="status">
          <p>Somebody else who facilitates has changed them meanwhile. Kept, yours take the place of:</p>
          <Notes words={now} />
        </div>
      )}
      <Refusal sentence={refused} />
      <span className="acts">
        <button type="submit" className="btn small">
          Keep them
        </button>
        <button type="button" className="btn small quiet" onClick={leave}>
          Leave it
        </button>
      </span>
    </form>
  );
}
