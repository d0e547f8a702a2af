import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { Icon } from '#app/components/icon.tsx';
import type { Target } from '#domain/meeting/target.ts';
import { handOf } from './hand.ts';
import { useRoom } from './room-context.ts';
import { useRoomUi } from './room-ui.ts';
import { TellerSpotlight } from './spotlight-buttons.tsx';
import { useRoomKey } from './use-room-keys.ts';
import { STEP_WORD, stepNow } from './walk.ts';

/** Whoever tells a part goes through it themselves: one light after another, within their part (M3). The rest stays with the facilitators. */
export function TellerSteps() {
  const facts = useRoom();
  const { room, send, writeUp } = facts;
  const { view, walked } = useRoomUi();
  const { current } = room;
  const tells = handOf(facts) === 'teller';
  const step = current && tells ? stepNow(current, writeUp, walked) : null;
  const light = async (target: Target | null | undefined) => {
    if (target && (await send({ command: 'spotlight', target })).done) view.back();
  };
  const onward = step?.next;
  const backward = step?.before;
  useRoomKey('next', onward ? () => light(onward) : null);
  useRoomKey('back', backward ? () => light(backward) : null);
  if (!tells || !step) return null;
  return (
    <div className="teller-steps">
      <p>You tell this part. What you light, everyone looks at.</p>
      {step.of > 1 && (
        <span className="acts">
          <button
            type="button"
            className="btn"
            disabled={!backward}
            onClick={() => light(backward)}
            aria-keyshortcuts="ArrowLeft PageUp"
          >
            <Icon of={IconChevronLeft} size={17} />
            The {STEP_WORD[step.here.type]} before
          </button>
          <button
            type="button"
            className="btn"
            disabled={!onward}
            onClick={() => light(onward)}
            aria-keyshortcuts="ArrowRight PageDown"
          >
            Next {STEP_WORD[step.here.type]}
            <Icon of={IconChevronRight} size={17} />
          </button>
        </span>
      )}
      <TellerSpotlight />
    </div>
  );
}
