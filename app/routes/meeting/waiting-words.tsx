import { CopyButton } from '#app/components/copy-button.tsx';
import { type DraftName, formOf, waitingOf } from './drafts.ts';
import { useRoom } from './room-context.ts';
import { useRoomUi } from './room-ui.ts';

const NOT_YET: Record<DraftName, string> = {
  said: 'Words not kept yet.',
  seal: 'Idea not sealed yet.',
  hand: 'Hand not up yet.',
};

/** What was put away with words in it: in sight, one press from going on. The words stay hidden, for others may see this screen. */
export function WaitingWords() {
  const { phase } = useRoom();
  const { drafts, composed, press, forget } = useRoomUi();
  const waiting = waitingOf(drafts, composed.open);
  if (waiting.length === 0 || phase === 'ended' || phase === 'cancelled') return null;
  return (
    <ul className="waiting-words" aria-label="Not kept yet">
      {waiting.map((name) => (
        <li key={name}>
          <span>{NOT_YET[name]}</span>{' '}
          <button type="button" className="link" onClick={() => press(formOf(name, drafts[name]))}>
            Go on writing
          </button>{' '}
          <button type="button" className="linkish quiet" onClick={() => forget(name, drafts[name].words)}>
            Throw it away
          </button>
        </li>
      ))}
    </ul>
  );
}

const TOO_LATE: Record<DraftName, string> = {
  said: 'This had not been kept when the meeting ended.',
  seal: 'This idea had not been sealed when the meeting ended.',
  hand: 'You were about to say this when the meeting ended.',
};

/** Words typed until the very end: nobody else's, and not thrown away. Reopened, the meeting finds them in their form. */
export function NotKept() {
  const { phase } = useRoom();
  const { drafts, forget } = useRoomUi();
  if (phase !== 'ended' && phase !== 'cancelled') return null;
  return waitingOf(drafts, null).map((name) => {
    const { words } = drafts[name];
    return (
      <div key={name} className="came-late">
        <p>{TOO_LATE[name]} It is in this tab alone:</p>
        <p className="said">{words}</p>
        <div className="acts">
          <CopyButton text={words}>Copy it</CopyButton>
          <button type="button" className="link small" onClick={() => forget(name, words)}>
            Throw it away
          </button>
        </div>
      </div>
    );
  });
}
