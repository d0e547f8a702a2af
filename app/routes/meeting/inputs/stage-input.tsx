import '#app/components/unsigned/unsigned.css';
import './inputs.css';
import { isPoll, type PutInKind } from '#domain/meeting/inputs.ts';
import type { CurrentShown } from '#domain/meeting/projection.ts';
import { useRoom } from '../room-context.ts';
import { useRoomUi } from '../room-ui.ts';
import { OpenStage } from './open-stage.tsx';
import { Poll } from './poll.tsx';
import { PollCounts } from './poll-counts.tsx';
import { ShownTexts } from './shown-texts.tsx';
import { SilentWriting } from './silent-writing.tsx';
import { Unsaid } from './unsaid.tsx';
import { UnsignedViews } from './unsigned-views.tsx';

/** A stage in which people write or answer by themselves: first the own field, then what all of them wrote. */
export function StageInput({ current, kind }: { current: CurrentShown; kind: PutInKind }) {
  const { room, phase, rehearses } = useRoom();
  const isOwn = useRoomUi().face !== 'shared';
  const stage = room.stages.find(({ id }) => id === current.stage);
  if (!stage) return null;
  if (stage.opened && isPoll(kind)) return <PollCounts stage={stage.id} kind={kind} />;
  return (
    <div className="stage-input">
      {rehearses && !stage.opened && (
        <p className="quietly">Here everybody writes or answers. In a rehearsal nothing is put in.</p>
      )}
      {isOwn ? (
        <div className="own-input" inert={rehearses}>
          {kind === 'silent-writing' && <SilentWriting stage={stage.id} opened={stage.opened} />}
          {kind === 'unsaid' && <Unsaid stage={stage.id} opened={stage.opened} />}
          {kind === 'different-views' && <UnsignedViews stage={stage.id} opened={stage.opened} />}
          {isPoll(kind) && (
            <Poll key={stage.id} stage={stage.id} kind={kind} question={current.prompt || stage.title} />
          )}
        </div>
      ) : (
        !stage.opened && <p className="quietly">Everyone writes and answers on a device of their own.</p>
      )}
      {stage.opened && kind !== 'different-views' && (
        <ShownTexts stage={stage.id} unsigned={kind === 'unsaid'} />
      )}
      {!stage.opened && phase !== 'ended' && isOwn && <OpenStage stage={stage.id} kind={kind} />}
    </div>
  );
}
