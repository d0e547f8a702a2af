import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useRef } from 'react';
import { Icon } from '#app/components/icon.tsx';
import type { StageShown } from '#domain/meeting/projection.ts';
import { useArmed } from './armed.ts';
import { useRoom } from './room-context.ts';
import { useRoomUi } from './room-ui.ts';
import { useTick } from './server-clock.ts';
import { useRoomKey } from './use-room-keys.ts';
import { STEP_WORD, stepNow } from './walk.ts';

/** Back and Next. Within a stage they go from moment to moment or finding to finding, then from stage to stage; the first press arms, the second goes. After the last comes ending, which asks in words and has no key. */
export function Advance() {
  const { room, send, may, writeUp } = useRoom();
  const { view, walked, openDialog } = useRoomUi();
  const { current } = room;
  // whoever moves the group goes with it, a keystroke of theirs a moment ago or not
  const isGoing = useRef(false);
  const lead = async (command: Parameters<typeof send>[0]) => {
    // pressed once more because nothing seemed to happen: the step is on its way, and is taken once
    if (isGoing.current) return;
    isGoing.current = true;
    try {
      if ((await send(command)).done) view.back();
    } finally {
      isGoing.current = false;
    }
  };
  const place = room.stages.findIndex(({ id }) => id === current?.stage);
  const step = current && stepNow(current, writeUp, walked);
  const onward = step?.next ?? null;
  const backward = step?.before ?? null;
  const next = room.stages[place + 1];
  const before = room.stages[place - 1];
  // another facilitator was quicker: what this hand was armed for has happened
  const here = `${current?.stage} ${current?.spotlight?.id}`;
  const goOn = useArmed(
    () => lead(onward ? { command: 'spotlight', target: onward } : { command: 'next' }),
    here,
  );
  const goBack = useArmed(
    () => lead(backward ? { command: 'spotlight', target: backward } : { command: 'back' }),
    here,
  );
  const mayGoOn = may('next') === true && (onward !== null || next !== undefined);
  const isAtEnd = onward === null && next === undefined && may('end') === true;
  const mayGoBack = may('back') === true && (backward !== null || before !== undefined);
  useRoomKey('next', mayGoOn ? goOn.press : null);
  useRoomKey('back', mayGoBack ? goBack.press : null);
  return (
    <span className="advance">
      <button
        type="button"
        className={goBack.armed ? 'btn armed' : 'btn'}
        disabled={!mayGoBack}
        onClick={goBack.press}
        aria-keyshortcuts="ArrowLeft PageUp"
      >
        <Icon of={IconChevronLeft} size={17} />
        {goBack.armed ? 'Press again to go back' : 'Back'}
      </button>
      {isAtEnd ? (
        <button type="button" className="btn main" onClick={() => openDialog('end')}>
          End…
        </button>
      ) : (
        <button
          type="button"
          className={goOn.armed ? 'btn main armed' : 'btn main'}
          disabled={!mayGoOn}
          onClick={goOn.press}
          aria-keyshortcuts="ArrowRight PageDown"
          title={onward ? undefined : titleOf(next)}
        >
          {goOn.armed ? 'Press again to go' : onward ? `Next ${STEP_WORD[onward.type]}` : 'Next stage'}
          {!goOn.armed && <Icon of={IconChevronRight} size={17} />}
        </button>
      )}
      <span className="sr" role="status">
        {goOn.armed
          ? `Press again to go to ${onward ? `the next ${STEP_WORD[onward.type]}` : titleOf(next)}.`
          : ''}
        {goBack.armed
          ? `Press again to go back to ${backward ? `the ${STEP_WORD[backward.type]} before` : titleOf(before)}.`
          : ''}
      </span>
    </span>
  );
}

const titleOf = (stage: StageShown | undefined) => stage?.title ?? '';

/** "Moved to … Undo", for as long as the step can be taken back (M7). */
export function Undo() {
  const { room, send, own, clock, phase } = useRoom();
  const now = useTick(clock, 1000);
  const until = room.undoUntil === null ? 0 : Date.parse(room.undoUntil);
  const seconds = Math.ceil((until - now) / 1000);
  const title = titleOf(room.stages.find(({ id }) => id === room.current?.stage));
  if (!own.actor.steers || phase !== 'live' || seconds <= 0) return null;
  return (
    <p className="moved">
      Moved to “{title}”{' '}
      <button type="button" className="link" onClick={() => send({ command: 'undo' })}>
        Undo
      </button>
      <span className="num quietly" aria-hidden="true">
        {Math.min(seconds, 10)} s
      </span>
    </p>
  );
}
