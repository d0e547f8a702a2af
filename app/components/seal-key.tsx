/** Outside the room a key alone would be typed into whatever is open: there the browser's own modifier comes with it. */
export const SEAL_KEY = 'i';

/** To see; whoever listens is told the field's key by the browser. */
export const SealKey = () => (
  <span aria-hidden="true">
    <kbd title="With your browser’s own keys before it: Alt, in Firefox Alt and Shift, on a Mac Control and Option">
      I
    </kbd>
  </span>
);
