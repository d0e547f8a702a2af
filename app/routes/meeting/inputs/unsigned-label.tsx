const ABOUT = {
  unsaid: {
    seen: 'Nobody sees a text in Soak before all are shown at once, in random order; facilitators and administrators neither. From this tab you can take yours out until then.',
    kept: 'It is stored without person, sign-in, address or time; with each that comes all are stored anew in random order, and no backup has them before they are shown. What is not shown within a day of the meeting’s end is gone.',
    once: '',
  },
  poll: {
    seen: 'Nobody sees an answer; counts come when the poll closes. An answer cannot be changed, since nobody can find it.',
    kept: 'It is stored without person, sign-in, address or time; with each that comes all are stored anew in random order, no backup has them, and only counts stay.',
    once: ' That each of you answers once is remembered in the server’s memory alone: after a restart, or on another server, a second answer is possible.',
  },
};

/** U1, U2: what holds, and what does not, beside the field itself. */
export const UnsignedLabel = ({ kind }: { kind: 'unsaid' | 'poll' }) => (
  <div className="unsigned-label" id="unsigned-label">
    <p>
      <b>Without your name, for good.</b> {ABOUT[kind].seen}
    </p>
    <p>
      {ABOUT[kind].kept}
      {ABOUT[kind].once} Who can read the database could read it there, and the database’s own journal could
      tell in what order {kind === 'unsaid' ? 'texts' : 'answers'} came, until it is overwritten.
      {kind === 'unsaid' && ' How you write may tell who you are.'}
    </p>
  </div>
);
