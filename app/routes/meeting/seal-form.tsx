import { SealMark } from '#app/components/seal-mark.tsx';
import { LONGEST_IDEA, SEALING_LABEL, WITHHOLDING_LABEL } from '#domain/meeting/sealed-idea.ts';
import { OneField } from './one-field.tsx';
import { useRoom } from './room-context.ts';
import { useRoomUi } from './room-ui.ts';

const WITHHELD = 'withheld';

/** One key, one sentence, put away. The label says who could read it (C6). */
export function SealForm() {
  const { opensOn } = useRoom();
  const { drafts, change } = useRoomUi();
  const withheld = drafts.seal.whose === WITHHELD;
  return (
    <OneField
      draft="seal"
      head={
        <>
          <SealMark />
          Seal an idea
        </>
      }
      label="An idea for a fix, while it is fresh"
      longest={LONGEST_IDEA}
      press="Seal it"
      thanks={
        opensOn === null
          ? 'Thank you. Put away until the action session.'
          : `Thank you. Put away until ${opensOn}.`
      }
      command={(words) => ({ command: 'seal', words, withheld })}
      note={
        <>
          <p className="quietly small">{SEALING_LABEL}</p>
          <label className="tick small">
            <input
              type="checkbox"
              checked={withheld}
              onChange={(event) => change('seal', { whose: event.currentTarget.checked ? WITHHELD : '' })}
            />
            <span>
              Withhold my name. <span className="quietly">{WITHHOLDING_LABEL}</span>
            </span>
          </label>
        </>
      }
    />
  );
}
