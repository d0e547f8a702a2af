import type { ReactNode } from 'react';
import { Link } from 'react-router';

/** Two or three ways to see one thing, as links: works without JavaScript, and each way has an address. */
export const SegLinks = ({
  label,
  options,
}: {
  label: string;
  options: readonly { to: string; words: ReactNode; current: boolean }[];
}) => (
  <nav className="seg" aria-label={label}>
    {options.map((option) => (
      <Link key={option.to} to={option.to} aria-current={option.current ? 'page' : undefined}>
        {option.words}
      </Link>
    ))}
  </nav>
);

/** One of a few, inside a form: plain radio buttons in the shape of a row. */
export const SegChoice = <Value extends string>({
  label,
  name,
  options,
  chosen,
  onChoose,
}: {
  label: string;
  name: string;
  options: readonly { value: Value; words: ReactNode }[];
  chosen?: Value | undefined;
  /** Without it the row is uncontrolled and the form carries the choice. */
  onChoose?: (value: Value) => void;
}) => (
  <fieldset>
    <legend className="sr">{label}</legend>
    <div className="seg">
      {options.map((option) => (
        <label key={option.value}>
          <input
            type="radio"
            name={name}
            value={option.value}
            {...(onChoose
              ? { checked: chosen === option.value, onChange: () => onChoose(option.value) }
              : { defaultChecked: chosen === option.value })}
          />
          {option.words}
        </label>
      ))}
    </div>
  </fieldset>
);
