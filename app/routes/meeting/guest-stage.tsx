import { useEffect, useState } from 'react';
import { Link } from 'react-router';
import { dayTimeOf, zoneWords } from '#app/components/clock-words.ts';
import { ScreenContents } from '#app/components/screen/screen-content.tsx';
import { WritingFactsProvider } from '#app/components/writing/surroundings.tsx';
import { isPutInto } from '#domain/meeting/inputs.ts';
import type { CurrentShown } from '#domain/meeting/projection.ts';
import type { ScreenStage } from '#domain/meeting/screen.ts';
import { STAGE_KIND_WORDS } from '#domain/meeting/stage.ts';
import type { StageNow } from '#server/guests/read-stage.ts';
import { AroundChip } from './around-chip.tsx';
import { CapturesOnStage } from './captures-on-stage.tsx';
import { LeftBehind } from './inputs/left-behind.tsx';
import { StageInput } from './inputs/stage-input.tsx';
import { useRoom } from './room-context.ts';
import { useRoomUi } from './room-ui.ts';
import { RoundOnStage } from './round-on-stage.tsx';
import { WalkInLink } from './walk-in-link.tsx';

/** What everyone looks at, and nothing around it (G2): asked for whenever the group moves, and now and then for words that change. */
export function GuestStage() {
  const { room, momentZone } = useRoom();
  const { face, view } = useRoomUi();
  // held while they type, as everybody’s is
  const current = view.shown;
  const shown = useStageNow(current);
  const at = room.stages.findIndex(({ id }) => id === current?.stage);
  const stage = room.stages[at];
  if (!current || !stage) return null;
  const kindWords = STAGE_KIND_WORDS[stage.kind] === stage.title ? null : STAGE_KIND_WORDS[stage.kind];
  const isOwn = face !== 'shared';
  const { kind } = stage;
  return (
    <div className="stage guest-stage">
      <div className="hd">
        <span>{[kindWords, `part ${at + 1} of ${room.stages.length}`].filter(Boolean).join(', ')}</span>
      </div>
      <h2 id="stage-title" tabIndex={-1}>
        {stage.title}
      </h2>
      <AroundChip />
      {shown?.prompt && (
        <p className={shown.content.length > 0 ? 'prompt' : 'prompt alone'}>{shown.prompt}</p>
      )}
      {shown && (
        <WritingFactsProvider
          value={{
            review: '',
            zone: momentZone,
            messages: {},
            names: {},
            onThisPage: true,
            pictures: `/meetings/${room.id}/stage/pictures`,
          }}
        >
          <ScreenContents contents={shown.content} title={stage.title} zone={momentZone} />
        </WritingFactsProvider>
      )}
      {(kind === 'different-views' || kind === 'open-questions' || kind === 'close') && (
        <CapturesOnStage kind={kind} />
      )}
      {isPutInto(kind) && <StageInput key={current.stage} current={current} kind={kind} />}
      {kind === 'round' && current.stage === room.current?.stage && <RoundOnStage />}
      <LeftBehind />
      <p className="purpose">
        <span>We are here to learn how it looked from inside. Fixes can wait.</span>
      </p>
      {isOwn && <WalkInLink />}
    </div>
  );
}

export function GuestEnded() {
  const { room, phase, zone } = useRoom();
  return (
    <div className="stage waiting">
      <h2 id="stage-title" tabIndex={-1}>
        {phase === 'cancelled' ? 'This meeting was cancelled' : 'Thank you for coming'}
      </h2>
      {room.endedAt && (
        <p className="say">
          It ended {dayTimeOf(room.endedAt, zone)} ({zoneWords(zone)}). What was noted is in the record, which
          people with an account here can read.
        </p>
      )}
      {phase !== 'cancelled' && (
        <p>
          <Link className="link" to={`/meetings/${room.id}/walk-in`} reloadDocument>
            Note that you came, if you like
          </Link>
        </p>
      )}
      <p className="quietly">
        A day after the end this page closes, and your name goes: what you noted then reads “A guest”. You can
        close it now.
      </p>
    </div>
  );
}

const AGAIN_MS = 8_000;

/**
 * Null until it has come; while the network is away, what was shown last stays.
 * @param held where their view is: while the group is elsewhere, nothing new is asked for
 */
function useStageNow(held: CurrentShown | null): ScreenStage | null {
  const { room } = useRoom();
  const { setClaimHere } = useRoomUi();
  const [shown, setShown] = useState<ScreenStage | null>(null);
  const { current } = room;
  const place = placeOf(current);
  const isWithGroup = place === placeOf(held);
  useEffect(() => {
    if (!isWithGroup) return;
    let gone = false;
    const look = async () => {
      const answer = await fetch(`/meetings/${room.id}/stage.json`).catch(() => null);
      // let go meanwhile: nothing of the room is theirs to see any more
      if (!gone && (answer?.status === 401 || answer?.status === 404)) setShown(null);
      if (!answer?.ok) return;
      const heard = (await answer.json().catch(() => null)) as StageNow | null;
      if (gone || heard === null) return;
      setShown(heard.stage);
      setClaimHere(heard.claim);
    };
    void look();
    // not all at once
    const beat = setInterval(look, AGAIN_MS * (1 + Math.random() / 4));
    return () => {
      gone = true;
      clearInterval(beat);
    };
    // the place decides, not the projection's other news
  }, [room.id, place, isWithGroup, setClaimHere]);
  return shown;
}

const placeOf = (current: CurrentShown | null) =>
  `${current?.stage} ${current?.spotlight?.id ?? ''} ${current?.prompt ?? ''}`;
