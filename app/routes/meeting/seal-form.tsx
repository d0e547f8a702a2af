import { SealMark } from '#app/components/seal-mark.tsx';
import { LONGEST_IDEA, SEALING_LABEL, WITHHOLDING_LABEL } from '#domain/meeting/sealed-idea.ts';
import { OneField } from './one-field.tsx';
import { useRoom } from './room-context.ts';

/** One key, one sentence, put away. The label says who could read it (C6). */
export function SealForm() {
  const { opensOn } = useRoom();
  return (
    <OneField
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
      command={(words, form) => ({ command: 'seal', words, withheld: form.get('withheld') === 'on' })}
      note={
        <>
          <p className="quietly small">{SEALING_LABEL}</p>
          <label className="tick small">
            <input type="checkbox" name="withheld" />
            <span>
              Withhold my name. <span className="quietly">{WITHHOLDING_LABEL}</span>
            </span>
          </label>
        </>
      }
    />
  );
}
