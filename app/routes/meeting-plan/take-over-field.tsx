import { useId } from 'react';
import { Refusal } from '#app/components/refusal.tsx';
import { TAKE_OVER_POLICIES, TAKE_OVER_WORDS } from '#domain/meeting/take-over.ts';

/** M17: whom the meeting lets take over. Nothing ever happens by itself. */
export function TakeOverField({ chosen, refused }: { chosen: string; refused: string | undefined }) {
  const id = useId();
  return (
    <fieldset className="field" aria-describedby={`${id}-hint`}>
      <legend className="label">Who may take over</legend>
      <span className="hint" id={`${id}-hint`}>
        Should whoever leads be gone for a minute. It can be handed back, and never happens by itself.
      </span>
      {TAKE_OVER_POLICIES.map((policy) => (
        <label key={policy} className="tick">
          <input type="radio" name="takeOver" value={policy} defaultChecked={chosen === policy} />
          <span>{TAKE_OVER_WORDS[policy]}</span>
        </label>
      ))}
      <Refusal sentence={refused} />
    </fieldset>
  );
}
