import { isActionStep } from '#domain/action-session/agenda.ts';
import { isPutInto } from '#domain/meeting/inputs.ts';
import type { CurrentShown } from '#domain/meeting/projection.ts';
import type { StageKind } from '#domain/meeting/stage.ts';
import type { Target } from '#domain/meeting/target.ts';
import { SessionStageSoon } from './action-session/session-stage-soon.tsx';
import { CapturesOnStage } from './captures-on-stage.tsx';
import { ChatOnStage } from './chat-on-stage.tsx';
import { FindingOnStage } from './finding-on-stage.tsx';
import { isInStage } from './in-sight.ts';
import { LeftBehind } from './inputs/left-behind.tsx';
import { StageInput } from './inputs/stage-input.tsx';
import { MomentOnStage } from './moment-on-stage.tsx';
import { PictureOnStage } from './picture-on-stage.tsx';
import { ReadingOnStage } from './reading-on-stage.tsx';
import { useRoom } from './room-context.ts';
import { useRoomUi } from './room-ui.ts';
import { RoundOnStage } from './round-on-stage.tsx';
import { SectionOnStage } from './section-on-stage.tsx';
import { type Found, findTarget } from './target-words.ts';
import { momentNow, momentsOf } from './walk.ts';
import { WalkPicture } from './walk-picture.tsx';

/** What the stage presents: a prompt, then the thing looked at, with the small timeline above a walk. */
export function StageBody({ current, kind }: { current: CurrentShown; kind: StageKind }) {
  const { room, writeUp } = useRoom();
  const { view, walked } = useRoomUi();
  const moments = momentsOf(current, writeUp);
  const at = momentNow(current, writeUp, walked);
  const looked = findTarget(writeUp, view.around ?? current.spotlight);
  const isRead = kind === 'reading' && !looked;
  const presented = looked ? [looked] : presentedBy(current, writeUp, at?.id ?? null);
  const inStage = isInStage(current, view.around, writeUp);
  return (
    <>
      {moments.length > 1 && at && kind !== 'accounts' && (
        <WalkPicture moments={moments} at={at} shown={looked?.type === 'moment' ? looked.moment : at} />
      )}
      {current.prompt && inStage && (
        <p className={presented.length > 0 || isRead ? 'prompt' : 'prompt alone'}>{current.prompt}</p>
      )}
      {presented.map((found) => (
        <Presented key={keyOf(found)} found={found} current={current} />
      ))}
      {isRead && <ReadingOnStage key={current.stage} stage={current.stage} />}
      {inStage && (kind === 'different-views' || kind === 'open-questions' || kind === 'close') && (
        <CapturesOnStage kind={kind} />
      )}
      {inStage && isPutInto(kind) && <StageInput key={current.stage} current={current} kind={kind} />}
      {inStage && kind === 'round' && current.stage === room.current?.stage && <RoundOnStage />}
      {!looked && isActionStep(kind) && <SessionStageSoon step={kind} />}
      <LeftBehind />
    </>
  );
}

function Presented({ found, current }: { found: Found; current: CurrentShown }) {
  switch (found.type) {
    case 'moment':
      return <MomentOnStage moment={found.moment} teller={current.teller} />;
    case 'finding':
      return <FindingOnStage finding={found.finding} />;
    case 'section':
      return <SectionOnStage section={found.section} lit={null} />;
    case 'block':
      return found.block.type === 'picture' && current.targets.some(({ id }) => id === found.block.id) ? (
        <PictureOnStage section={found.section} picture={found.block} />
      ) : (
        <SectionOnStage section={found.section} lit={found.block.id} />
      );
    case 'chat':
      return <ChatOnStage moment={found.moment} />;
  }
}

/** Without a spotlight: a walk shows the moment it stands at, other stages everything they were planned to show. */
function presentedBy(
  current: CurrentShown,
  writeUp: Parameters<typeof findTarget>[0],
  moment: string | null,
): Found[] {
  const wanted = current.targets.filter(({ type, id }: Target) => type !== 'moment' || id === moment);
  const found = wanted.flatMap((target) => findTarget(writeUp, target) ?? []);
  // A removed block falls back to its section, which may be there already (M16).
  return found.filter((one, place) => found.findIndex((other) => keyOf(other) === keyOf(one)) === place);
}

function keyOf(found: Found): string {
  switch (found.type) {
    case 'moment':
      return found.moment.id;
    case 'finding':
      return found.finding.id;
    case 'section':
      return found.section.id;
    case 'block':
      return found.block.id;
    case 'chat':
      return `chat ${found.moment.id}`;
  }
}
