import { useState } from 'react';
import { Link } from 'react-router';
import { ConfirmDialog } from '#app/components/confirm-dialog.tsx';
import { counted } from '#app/components/counted.ts';
import { SealMark } from '#app/components/seal-mark.tsx';
import { SealedRow } from '#app/components/sealed-idea.tsx';
import { useRoom } from '../room-context.ts';
import { Coming } from './coming.tsx';
import { useBoard, useIdeasAreComing, useSession } from './use-board.ts';

/** C8: every closed note at once, by the facilitator's hand; afterwards the ideas in no order at all. */
export const OpenIdeas = () => (useSession().unsealed ? <Opened /> : <Closed />);

function Closed() {
  const { room, own } = useRoom();
  return (
    <div className="session">
      <p className="say-first">
        {room.sealedCount === 0
          ? 'Nobody has sealed an idea.'
          : room.sealedCount === 1
            ? 'One idea is still closed.'
            : `${counted(room.sealedCount, 'idea is', 'ideas are')} still closed. They open together, in no order.`}
      </p>
      {room.sealedCount > 0 && (
        <p className="notes-row">
          <SealedRow count={room.sealedCount} />
        </p>
      )}
      {own.ideas.length > 0 && (
        <p className="quietly">
          {counted(own.ideas.length, 'of them is yours', 'of them are yours')}. Until they open you may still
          withdraw one or withhold your name, on the{' '}
          <Link className="link" to={`/reviews/${room.reviewId}/actions`}>
            review’s Actions page
          </Link>
          .
        </p>
      )}
      {own.actor.steers ? <Unseal /> : <p className="quietly">The facilitator opens them.</p>}
    </div>
  );
}

function Unseal() {
  const { room, send } = useRoom();
  const [asks, setAsks] = useState(false);
  const open = async () => {
    setAsks(false);
    await send({ command: 'unseal' });
  };
  return (
    <>
      <button type="button" className="btn" onClick={() => setAsks(true)}>
        <SealMark size={17} opened />
        {room.sealedCount === 0 ? 'Go on without any' : 'Open them, all at once'}
      </button>
      <ConfirmDialog
        open={asks}
        title="Open the ideas?"
        onClose={() => setAsks(false)}
        actions={
          <button type="button" className="btn main" onClick={open}>
            Open them all
          </button>
        }
      >
        <p>
          Everyone in the room reads all of them at once. They cannot be closed again. Names that were
          withheld are erased now.
        </p>
        <p>
          What was said without a name while it soaked is shown on the Actions page with them. Where that is
          one thing or two, people may guess who said it. How many there are nobody is told before.
        </p>
      </ConfirmDialog>
    </>
  );
}

function Opened() {
  const { ideas } = useBoard();
  if (useIdeasAreComing()) return <Coming />;
  return (
    <div className="session">
      <p className="say-first">
        {ideas.length === 0 ? 'No idea had been sealed.' : 'Read first. Nobody has to speak for theirs.'}
      </p>
      <ul className="opened">
        {ideas.map((idea) => (
          <li key={idea.id}>
            <SealMark opened />
            <span>{idea.words}</span>
            <small>{idea.by ?? 'unsigned'}</small>
          </li>
        ))}
      </ul>
    </div>
  );
}
