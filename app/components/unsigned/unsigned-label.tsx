import './unsigned.css';

const KEPT =
  'It is stored without person, sign-in, address or time; with each that comes all are stored anew in random order, ';
const ONCE =
  ' That each of you answers once is remembered in the server’s memory alone: after a restart, or on another server, a second answer is possible.';

const UNSAID = {
  seen: 'Nobody sees a text in Soak before all are shown at once, in random order; facilitators and administrators neither. From this tab you can take yours out until then, after the group has gone on and after the end too.',
  kept: `${KEPT}and no backup has them before they are shown. What is not shown within a day of the meeting’s end is gone.`,
  once: '',
};

const ABOUT = {
  brought: {
    seen: 'Nobody sees it before a facilitator of this meeting opens all of them at once, in random order; administrators neither. From this tab you can take yours out until then: here, and in the record once it has ended.',
    kept: `${KEPT}and no backup has them before they are opened. What is not opened within a day of the meeting’s end is gone.`,
    once: '',
  },
  survey: {
    seen: 'Nobody sees an answer. Two days after the end they become counts: none where fewer than five answered, and no number for one or two. An answer cannot be changed, since nobody can find it.',
    kept: `${KEPT}no backup has them, and only counts stay.`,
    once: ONCE,
  },
  unsaid: UNSAID,
  view: {
    ...UNSAID,
    seen: `${UNSAID.seen} Once shown, it stands beside what you chose for as long as the review does, and nobody can change it or take it back.`,
  },
  poll: {
    seen: 'Nobody sees an answer; counts come when the poll closes. An answer cannot be changed, since nobody can find it.',
    kept: `${KEPT}no backup has them, and only counts stay.`,
    once: ONCE,
  },
};

/** U1, U2: what holds, and what does not, beside the field itself. */
export const UnsignedLabel = ({ kind, id }: { kind: keyof typeof ABOUT; id?: string }) => (
  <div className="unsigned-label" id={id}>
    <p>
      <b>Without your name, for good.</b> {ABOUT[kind].seen}
    </p>
    <p>
      {ABOUT[kind].kept}
      {ABOUT[kind].once} Who can read the database could read it there, and the database’s own journal could
      tell in what order {isText(kind) ? 'texts' : 'answers'} came, until it is overwritten.
      {isText(kind) && ' How you write may tell who you are.'}
    </p>
  </div>
);

const isText = (kind: keyof typeof ABOUT) => kind === 'unsaid' || kind === 'view' || kind === 'brought';
