import { useId, useState } from 'react';
import { EditInPlace } from '#app/components/edit-in-place.tsx';
import { useChanging } from '#app/components/own-words.tsx';
import { SealMark } from '#app/components/seal-mark.tsx';
import { SealedIdea } from '#app/components/sealed-idea.tsx';
import { LONGEST_IDEA, type OwnIdea, WITHHOLDING_LABEL } from '#domain/meeting/sealed-idea.ts';
import { useRoom } from './room-context.ts';

/** How many ideas are sealed, which everyone sees; which words are mine, which only I see (C6). */
export function SealedLine() {
  const { room, own, opensOn } = useRoom();
  const [open, setOpen] = useState(false);
  if (room.kind === 'action' || (room.sealedCount === 0 && own.ideas.length === 0)) return null;
  const mine = own.ideas.length;
  return (
    <div className="sealed">
      <SealMark />
      <div>
        <b>{room.sealedCount === 1 ? '1 idea sealed' : `${room.sealedCount} ideas sealed`}</b>
        {mine > 0 && `, ${mine === 1 ? 'one of them yours' : `${mine} of them yours`}`}.
        {opensOn !== null && ` ${room.sealedCount === 1 ? 'It opens' : 'They open'} on ${opensOn}.`}
        {mine > 0 && (
          <>
            {' '}
            <button type="button" className="link" aria-expanded={open} onClick={() => setOpen(!open)}>
              {open ? 'Put mine away' : 'Mine'}
            </button>
          </>
        )}
        {open && <MyIdeas />}
      </div>
    </div>
  );
}

/** My own ideas, and what withholding a name from them does: said for all to read, not only to who points with a mouse. */
export function MyIdeas() {
  const { own } = useRoom();
  const held = useId();
  return (
    <>
      <ul>
        {own.ideas.map((idea) => (
          <MyIdea key={idea.id} idea={idea} held={held} />
        ))}
      </ul>
      {own.ideas.some(({ seenInNotes }) => !seenInNotes) && (
        <p className="quietly small" id={held}>
          A name may be withheld. {WITHHOLDING_LABEL}
        </p>
      )}
    </>
  );
}

/** @param held where it is said what withholding a name does */
function MyIdea({ idea, held }: { idea: OwnIdea; held: string }) {
  const { send, own } = useRoom();
  const { changing, type, isPressed, press } = useChanging(own.actor.id, idea.id);
  if (changing !== null)
    return (
      <li>
        <EditInPlace
          label="Your sealed idea"
          words={changing}
          type={type}
          autoFocus={isPressed}
          longest={LONGEST_IDEA}
          keep={(words) => send({ command: 'change-idea', idea: idea.id, words })}
        />
      </li>
    );
  return (
    <SealedIdea words={idea.words}>
      <button type="button" className="link" onClick={() => press(idea.words)}>
        Change
      </button>
      <button
        type="button"
        className="link"
        onClick={() => send({ command: 'withdraw-idea', idea: idea.id })}
      >
        Withdraw
      </button>
      {!idea.seenInNotes && (
        <button
          type="button"
          className="link"
          aria-describedby={held}
          onClick={() => send({ command: 'withhold-name', idea: idea.id, withheld: !idea.withheld })}
        >
          {idea.withheld ? 'Keep my name with it' : 'Withhold my name'}
        </button>
      )}
    </SealedIdea>
  );
}
