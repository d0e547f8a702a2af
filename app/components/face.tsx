/** Who, as drawn: letters and the hue given in order of joining. */
export interface FaceOf {
  name: string;
  faceLetters: string;
  faceHue: number;
}

const HUES = 6;

/** The class that sets `--p` to a person's hue; for carets too. */
export const hueClass = (hue: number) => `p${((((Math.round(hue) - 1) % HUES) + HUES) % HUES) + 1}`;

/** An initial on a quiet ground; the ring says "here now". The name stands beside it or is read aloud. */
export function Face({
  of: person,
  size = 26,
  live = false,
  named = false,
}: {
  of: FaceOf;
  size?: number;
  live?: boolean;
  /** The name stands beside the face already: nothing is read aloud twice. */
  named?: boolean;
}) {
  const classes = ['face', hueClass(person.faceHue), live && 'live', person.faceLetters.length > 1 && 'two'];
  return (
    <span
      className={classes.filter(Boolean).join(' ')}
      style={{ '--s': `${size}px` } as React.CSSProperties}
      title={named ? undefined : person.name}
      {...(named ? { 'aria-hidden': true } : { role: 'img', 'aria-label': person.name })}
    >
      {person.faceLetters}
    </span>
  );
}

/** People side by side, the rest as "and 3 more". */
export function Faces({
  people,
  label,
  size = 24,
  live = false,
  atMost = 7,
}: {
  people: readonly FaceOf[];
  label: string;
  size?: number;
  live?: boolean;
  atMost?: number;
}) {
  const more = people.length - atMost;
  return (
    <ul className="faces" aria-label={label}>
      {people.slice(0, atMost).map((person, place) => (
        // Two people may share a name and letters; a place in the row tells them apart.
        <li key={`${place} ${person.name}`}>
          <Face of={person} size={size} live={live} />
        </li>
      ))}
      {more > 0 && <li className="quietly small">and {more} more</li>}
    </ul>
  );
}
