import type { FormEvent } from 'react';
import { NotKeptWords } from '#app/components/not-kept-words.tsx';
import { useRoom } from '../room-context.ts';
import { useRoomUi } from '../room-ui.ts';
import { useOnePress } from './one-press.ts';
import { useSession } from './use-board.ts';
import { useDraft } from './use-draft.ts';

const EMPTY = { words: '' };

/**
 * An idea that comes up here and now; anyone in the room may say it.
 * @param onlyBegun where nothing is asked for: only what was begun in the step before is to be seen
 */
export function AddIdea({ onlyBegun }: { onlyBegun: boolean }) {
  const { send, phase, room } = useRoom();
  const { face } = useRoomUi();
  const session = useSession();
  const { draft, change, forget } = useDraft('add-idea', room.id, EMPTY);
  const once = useOnePress();
  const { words } = draft;
  if (face === 'shared' || (onlyBegun && words.trim() === '')) return null;
  if (session.outcome !== null || (phase !== 'live' && phase !== 'paused'))
    return (
      words.trim() !== '' && (
        <NotKeptWords
          said="This idea has not been added to those of the session."
          words={words}
          forget={() => change(EMPTY)}
        />
      )
    );
  const add = (event: FormEvent) => {
    event.preventDefault();
    const kept = draft;
    return once(async () => {
      const sent = await send({ command: 'add-idea', words: kept.words });
      // what was typed on meanwhile stays
      if (sent.done && forget(kept)) change(EMPTY);
    });
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
