import { LeftInTab } from '#app/components/unsigned/left-in-tab.tsx';
import type { StageShown } from '#domain/meeting/projection.ts';
import { useRoom } from '../room-context.ts';
import { useRoomUi } from '../room-ui.ts';
import { isReached, useOwnBoxes } from './own-boxes.ts';
import { CameLate, OwnTextField, useOwnText } from './silent-writing.tsx';

/** After the end: what this tab has in boxes, or typed for them, and one's own texts, for as long as they are shown to nobody. */
export function LeftAtTheEnd() {
  const { room, own, rehearses } = useRoom();
  const { face } = useRoomUi();
  const boxes = useOwnBoxes(room, own.actor.id);
  if (rehearses || face === 'shared') return null;
  const me = own.actor.id;
  return (
    <>
      {boxes.map(({ stage }) => (
        <LeftInTab key={stage.id} meeting={room.id} me={me} stage={stage} over={stage.opened} />
      ))}
      {room.stages
        .filter((stage) => stage.kind === 'silent-writing' && isReached(stage))
        .map((stage) => (
          <TextAtTheEnd key={stage.id} stage={stage} />
        ))}
    </>
  );
}

function TextAtTheEnd({ stage: { id, title, opened } }: { stage: StageShown }) {
  const { saver, writing } = useOwnText(id, opened);
  if (saver === null || (writing.words.trim() === '' && writing.kept === 'saved')) return null;
  if (opened || writing.kept === 'late') return <CameLate writing={writing} />;
  return (
    <div className="came-late">
      <p>Your text in “{title}” has not been shown. You can still change it:</p>
      <OwnTextField writing={writing} saver={saver} />
    </div>
  );
}
