import {
  type InputHTMLAttributes,
  type ReactNode,
  type SelectHTMLAttributes,
  type TextareaHTMLAttributes,
  useId,
} from 'react';
import { Refusal } from './refusal.tsx';

interface FieldFacts {
  label: ReactNode;
  hint?: ReactNode;
  /** The sentence to stand beside the field; what was typed stays in it. */
  refused?: string | null | undefined;
}

interface Wired {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
}

/** A label, one control, its hint and its refusal, tied together for those who listen. */
export function Field({
  label,
  hint,
  refused,
  children,
}: FieldFacts & { children: (wired: Wired) => ReactNode }) {
  const id = useId();
  const told = [hint && `${id}-hint`, refused && `${id}-refused`].filter(Boolean).join(' ');
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {hint && (
        <span className="hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      {children({ id, 'aria-describedby': told || undefined, 'aria-invalid': refused ? true : undefined })}
      <Refusal sentence={refused} id={`${id}-refused`} />
    </div>
  );
}

export const TextField = ({
  label,
  hint,
  refused,
  ...input
}: FieldFacts & InputHTMLAttributes<HTMLInputElement>) => (
  <Field label={label} hint={hint} refused={refused}>
    {(wired) => <input {...input} {...wired} className={`input ${input.className ?? ''}`} />}
  </Field>
);

/** For sentences people write: they are set in the serif. */
export const WordsField = ({
  label,
  hint,
  refused,
  ...area
}: FieldFacts & TextareaHTMLAttributes<HTMLTextAreaElement>) => (
  <Field label={label} hint={hint} refused={refused}>
    {(wired) => <textarea rows={3} {...area} {...wired} className={`input words ${area.className ?? ''}`} />}
  </Field>
);

export const SelectField = ({
  label,
  hint,
  refused,
  children,
  ...select
}: FieldFacts & SelectHTMLAttributes<HTMLSelectElement>) => (
  <Field label={label} hint={hint} refused={refused}>
    {(wired) => (
      <select {...select} {...wired} className={`input ${select.className ?? ''}`}>
        {children}
      </select>
    )}
  </Field>
);

/** A box to tick, its words beside it. */
export const Tick = ({
  children,
  ...input
}: InputHTMLAttributes<HTMLInputElement> & { children: ReactNode }) => (
  <label className="tick">
    <input {...input} type={input.type ?? 'checkbox'} />
    <span>{children}</span>
  </label>
);
