/** U1, U2: what holds, and what does not, beside the field itself. */
export const UnsignedLabel = ({ kind }: { kind: 'unsaid' | 'poll' }) => (
  <div className="unsigned-label" id="unsigned-label">
    <p>
      <b>Without your name, for good.</b>{' '}
      {kind === 'unsaid'
        ? 'Nobody sees a text before all are shown at once, in random order; facilitators and administrators neither. From this tab you can take yours out until then.'
        : 'Nobody sees an answer; the counts come when the poll closes. An answer cannot be changed, since it cannot be found.'}
    </p>
    <details>
      <summary>
        <span className="link">What is kept, exactly</span>
      </summary>
      <p>
        {kind === 'unsaid' ? 'Your words are' : 'Your answer is'} stored without person, sign-in, address or
        time, and {kind === 'unsaid' ? 'all texts' : 'all answers'} are stored anew in random order with each
        that comes.{' '}
        {kind === 'unsaid'
          ? 'No backup has them before they are shown. What is not shown within a day of the meeting’s end is gone. '
          : 'No backup has an answer, and only counts stay. That each of you answers once is remembered in the server’s memory alone: after a restart, or on another server, a second answer is possible. '}
        Whoever runs the machine could read them in the database, and its journal could tell in what order
        they came, until it is overwritten. A proxy in front may note that a page sent something, as it does
        every few seconds. How you write may tell who you are.
      </p>
    </details>
  </div>
);
