import { NotKeptWords } from '#app/components/not-kept-words.tsx';
import { PutHereList } from '#app/components/unsigned/unsigned-box.tsx';
import type { StageShown } from '#domain/meeting/projection.ts';
import { useRoom } from '../room-context.ts';
import { useRoomUi } from '../room-ui.ts';
import { isReached, isUnsent, useOwnBoxes } from './own-boxes.ts';
import { putUnsigned } from './put-unsigned.ts';
import { CameLate, OwnTextField, useOwnText } from './silent-writing.tsx';
import { useBoxOf } from './unsaid.tsx';

/** After the end: what this tab has in boxes, or typed for them, and one's own texts, for as long as they are shown to nobody. */
export function LeftAtTheEnd() {
  const { room, own, rehearses } = useRoom();
  const { face } = useRoomUi();
  const boxes = useOwnBoxes(room, own.actor.id);
  if (rehearses || face === 'shared') return null;
  return (
    <>
      {boxes.map(({ stage }) => (
        <BoxAtTheEnd key={stage.id} stage={stage} />
      ))}
      {room.stages
        .filter((stage) => stage.kind === 'silent-writing' && isReached(stage))
        .map((stage) => (
          <TextAtTheEnd key={stage.id} stage={stage} />
        ))}
    </>
  );
}

function BoxAtTheEnd({ stage: { id, title, opened } }: { stage: StageShown }) {
  const { room } = useRoom();
  const { say } = useRoomUi();
  const box = useBoxOf(id, opened);
  return (
    <>
      {isUnsent(box) && (
        <NotKeptWords
          said={`This is not in the box of “${title}”.`}
          words={box.draft}
          forget={() => box.type('')}
        />
      )}
      {!opened && (
        <PutHereList
          box={box}
          of={title}
          takeOut={(input) => putUnsigned(room.id, { command: 'withdraw-unsigned', stage: id, id: input })}
          say={say}
        />
      )}
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
