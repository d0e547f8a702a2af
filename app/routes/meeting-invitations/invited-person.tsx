import { Form } from 'react-router';
import { When } from '#app/components/when.tsx';
import type { InvitationLine } from '#server/calendar/read-invitations.ts';

const ANSWERS = { yes: 'means to come', maybe: 'may come', no: 'not this time' } as const;
const STANDINGS = {
  invited: null,
  uninvited: 'not named any more',
  cancelled: 'cancelled',
} as const;

interface Facts {
  line: InvitationLine;
  sendsMail: boolean;
  /** Once it has begun nobody is written to. */
  maySend: boolean;
}

/** One person: their part, what they said if they said anything, and how the last letter to them went. */
export const InvitedPerson = ({ line, sendsMail, maySend }: Facts) => {
  const facts = [
    line.role === 'chair' ? 'facilitates' : null,
    STANDINGS[line.standing],
    line.answer && ANSWERS[line.answer],
  ].filter(Boolean);
  return (
    <li>
      <div>
        <strong>{line.name}</strong>
        {facts.length > 0 && `, ${facts.join(', ')}`}
        {(sendsMail || line.letter) && (
          <p className="hint">
            <Letter line={line} />
          </p>
        )}
      </div>
      {maySend && line.hasAddress && line.letter?.state !== 'waiting' && (
        <Form method="post" preventScrollReset>
          <input type="hidden" name="person" value={line.person} />
          <button type="submit" className="btn small" aria-label={`Send once more to ${line.name}`}>
            Send once more
          </button>
        </Form>
      )}
    </li>
  );
};

function Letter({ line: { letter, hasAddress } }: { line: InvitationLine }) {
  if (!hasAddress) return <>There is no address to send to.</>;
  if (letter === null) return <>No letter from here that Soak knows of.</>;
  const { state, said, doneAt, nextTryAt } = letter;
  if (state === 'handed over')
    return (
      <>
        Taken by the mail server, <When at={doneAt ?? nextTryAt} />.
      </>
    );
  if (state === 'given up') return <>Not sent. {said}</>;
  if (said === '') return <>On its way.</>;
  return (
    <>
      Waiting. {said} It is tried again about <When at={nextTryAt} as="time" />.
    </>
  );
}
