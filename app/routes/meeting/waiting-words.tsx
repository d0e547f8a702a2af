import { NotKeptWords } from '#app/components/not-kept-words.tsx';
import { useTabBox } from '#app/components/unsigned/tab-box.ts';
import type { StageShown } from '#domain/meeting/projection.ts';
import { type DraftName, formOf, waitingOf } from './drafts.ts';
import { useStageInSight } from './in-sight.ts';
import { LeftAtTheEnd } from './inputs/left-at-the-end.tsx';
import { isUnsent, useOwnBoxes } from './inputs/own-boxes.ts';
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
  const unsent = useBoxesOutOfSight();
  if (waiting.length + unsent.length === 0 || phase === 'ended' || phase === 'cancelled') return null;
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
      {unsent.map((stage) => (
        <BoxWaiting key={stage.id} stage={stage} />
      ))}
    </ul>
  );
}

/** Closed boxes with words of this tab beside them that are in none, while their own field is not on the screen. */
function useBoxesOutOfSight(): StageShown[] {
  const { room, own, rehearses } = useRoom();
  const { face, left } = useRoomUi();
  const inSight = useStageInSight();
  const held = useOwnBoxes(room, own.actor.id);
  if (rehearses || face === 'shared') return [];
  return held
    .filter((one) => isUnsent(one.held) && !one.stage.opened)
    .map(({ stage }) => stage)
    .filter(({ id }) => id !== inSight && id !== left?.stage);
}

function BoxWaiting({ stage: { id, title } }: { stage: StageShown }) {
  const { own } = useRoom();
  const { openLeft } = useRoomUi();
  const box = useTabBox(id, own.actor.id);
  return (
    <li>
      <span>Not put in yet, for “{title}”.</span>{' '}
      <button type="button" className="link" onClick={() => openLeft({ stage: id, write: true })}>
        Go on writing
      </button>{' '}
      <button type="button" className="linkish quiet" onClick={() => box.type('')}>
        Throw it away
      </button>
    </li>
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
  return (
    <>
      {waitingOf(drafts, null).map((name) => (
        <NotKeptWords
          key={name}
          said={TOO_LATE[name]}
          words={drafts[name].words}
          forget={() => forget(name, drafts[name].words)}
        />
      ))}
      <LeftAtTheEnd />
    </>
  );
}
