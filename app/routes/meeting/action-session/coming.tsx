/** The room has it, and this screen not yet: nothing is said of it that would be untrue in a moment. */
export const Coming = () => (
  <div className="session">
    <Moment />
  </div>
);

export const Moment = () => (
  <p className="quietly" role="status">
    One moment.
  </p>
);
