import '#app/components/unsigned/unsigned.css';
import './inputs.css';
import { type ReactNode, type RefObject, useEffect, useRef } from 'react';
import { isBox } from '#domain/meeting/inputs.ts';
import type { StageShown } from '#domain/meeting/projection.ts';
import { useStageInSight } from '../in-sight.ts';
import { useRoom } from '../room-context.ts';
import { useRoomUi } from '../room-ui.ts';
import { isReached, isUnsent } from './own-boxes.ts';
import { CameLate, OwnTextField, useOwnText } from './silent-writing.tsx';
import { NotPutIn, UnsaidBox, useBoxOf } from './unsaid.tsx';
import { ViewBox } from './unsigned-views.tsx';

/**
 * Going on closes nothing: what the stages left behind still take, below the one in sight. A closed box stands there for everyone
 * alike, so that nobody’s screen tells who put something in; of one’s own texts only what there is.
 */
export function LeftBehind() {
  const { room, rehearses } = useRoom();
  const { face } = useRoomUi();
  const inSight = useStageInSight();
  if (rehearses || face === 'shared') return null;
  const away = room.stages.filter((stage) => isReached(stage) && stage.id !== inSight);
  return (
    <div className="left-behind">
      {away.map((stage) =>
        isBox(stage.kind) ? (
          <BoxLeft key={stage.id} stage={stage} />
        ) : stage.kind === 'silent-writing' ? (
          <TextLeft key={stage.id} stage={stage} />
        ) : null,
      )}
    </div>
  );
}

function BoxLeft({ stage }: { stage: StageShown }) {
  const box = useBoxOf(stage.id, stage.opened);
  const field = useRef<HTMLTextAreaElement>(null);
  if (stage.opened)
    return !isUnsent(box) ? null : (
      <Left stage={stage} summary={`Your words for “${stage.title}”, not put in before it was opened`}>
        <NotPutIn box={box} />
      </Left>
    );
  return (
    <Left
      stage={stage}
      field={field}
      summary={`“${stage.title}” still takes ${stage.kind === 'unsaid' ? 'words' : 'a view'} without a name`}
    >
      <p className="quietly">What is put in here is shown together with the rest.</p>
      {stage.kind === 'unsaid' ? (
        <UnsaidBox stage={stage.id} box={box} field={field} />
      ) : (
        <ViewBox stage={stage.id} box={box} field={field} />
      )}
    </Left>
  );
}

function TextLeft({ stage }: { stage: StageShown }) {
  const { saver, writing } = useOwnText(stage.id, stage.opened);
  const field = useRef<HTMLTextAreaElement>(null);
  const isEmpty = writing.words.trim() === '';
  // shown with the others: it stands there
  if (saver === null || isEmpty || (stage.opened && writing.kept === 'saved')) return null;
  const isLate = stage.opened || writing.kept === 'late';
  const what = isLate ? 'as it was never shown' : 'not shown yet';
  return (
    <Left stage={stage} field={field} summary={`Your text in “${stage.title}”, ${what}`}>
      {isLate ? (
        <CameLate writing={writing} />
      ) : (
        <OwnTextField writing={writing} saver={saver} field={field} />
      )}
    </Left>
  );
}

/** One line until it is wanted; gone on with from elsewhere, the focus is in its field. */
function Left({
  stage: { id },
  summary,
  field,
  children,
}: {
  stage: StageShown;
  summary: string;
  field?: RefObject<HTMLTextAreaElement | null>;
  children: ReactNode;
}) {
  const { left, openLeft } = useRoomUi();
  const isOpen = left?.stage === id;
  const isAsked = isOpen && left.write;
  useEffect(() => {
    if (isAsked && left) field?.current?.focus();
  }, [isAsked, left, field]);
  return (
    <details
      open={isOpen}
      onToggle={({ currentTarget: { open } }) => {
        if (open !== isOpen) openLeft(open ? { stage: id, write: false } : null);
      }}
    >
      <summary>{summary}</summary>
      {isOpen && <div className="own-input">{children}</div>}
    </details>
  );
}
