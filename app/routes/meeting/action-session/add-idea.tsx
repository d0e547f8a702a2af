import type { FormEvent } from 'react';
import { useRoom } from '../room-context.ts';
import { useRoomUi } from '../room-ui.ts';
import { useSession } from './use-board.ts';
import { useDraft } from './use-draft.ts';

const EMPTY = { words: '' };

/** An idea that comes up here and now; anyone in the room may say it. */
export function AddIdea() {
  const { send, phase, room } = useRoom();
  const { face } = useRoomUi();
  const session = useSession();
  const { draft, change, forget } = useDraft('add-idea', room.id, EMPTY);
  const { words } = draft;
  if (face === 'shared' || session.outcome !== null || (phase !== 'live' && phase !== 'paused')) return null;
  const add = async (event: FormEvent) => {
    event.preventDefault();
    const sent = await send({ command: 'add-idea', words });
    if (!sent.done) return;
    change(EMPTY);
    forget();
  };
  return (
    <form className="add-idea" onSubmit={add}>
      <label htmlFor="add-idea">An idea that comes up now</label>
      <div>
        <input
          id="add-idea"
          className="input words"
          value={words}
          maxLength={2000}
          onChange={(event) => change({ words: event.target.value })}
        />
        <button type="submit" className="btn" disabled={words.trim() === ''}>
          Add it
        </button>
      </div>
    </form>
  );
}
