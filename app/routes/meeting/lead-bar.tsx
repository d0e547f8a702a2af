import { useEffect, useRef, useState } from 'react';
import type { LeadShown } from '#domain/meeting/projection.ts';
import { useRoom } from './room-context.ts';
import { useLead } from './use-lead.ts';

const TOLD_MS = 2 * 60_000;
const AGAIN_MS = 10_000;

/** M17: quiet words about who leads: away, taken over, handed back. One line, said politely, with what can be done about it. */
export function LeadBar() {
  const { phase } = useRoom();
  const running = phase === 'live' || phase === 'paused';
  const told = useTold(running);
  return (
    <div className={told ? 'lead-bar' : undefined}>
      <span role="status">{told?.words}</span>
      {told?.act}
    </div>
  );
}

function useTold(running: boolean): { words: string; act: React.ReactNode } | null {
  const { room, own } = useRoom();
  const lead = useLead();
  const again = useLeadsAgain(room.lead.relieved, room.facilitators[0]?.id);
  if (!running || lead.person === null) return null;
  if (lead.isAway)
    return {
      words: [
        `${lead.person.name} is reconnecting; the meeting goes on.`,
        lead.helper ? `${lead.helper.name} facilitates too.` : '',
      ]
        .filter(Boolean)
        .join(' '),
      act: lead.mayTakeOver ? <TakeOver /> : null,
    };
  const { relieved } = room.lead;
  if (relieved && (own.actor.steers || lead.now - Date.parse(relieved.at) < TOLD_MS))
    return { words: takenWords(relieved, own.actor.id), act: own.actor.steers ? <HandBack /> : null };
  if (!again) return null;
  const mine = lead.person.id === own.actor.id;
  return {
    words: mine ? 'You lead the meeting again.' : `${lead.person.name} leads the meeting again.`,
    act: null,
  };
}

const takenWords = ({ by, from }: NonNullable<LeadShown['relieved']>, me: string): string => {
  if (by.id === me) return `You have taken over from ${from.name}.`;
  return from.id === me
    ? `${by.name} has taken over while you were away. You facilitate beside them.`
    : `${by.name} has taken over from ${from.name}.`;
};

function TakeOver() {
  const { send } = useRoom();
  return (
    <button
      type="button"
      className="btn small"
      onClick={async () => {
        // a laptop that has just woken was last seen long ago, and whoever takes over is in the room
        await send({ command: 'seen' });
        await send({ command: 'take-over' });
      }}
    >
      Take over
    </button>
  );
}

function HandBack() {
  const { room, own, send, may } = useRoom();
  const from = room.lead.relieved?.from;
  if (!from || may('hand-back') !== true) return null;
  return (
    <button type="button" className="btn small" onClick={() => send({ command: 'hand-back' })}>
      {from.id === own.actor.id ? 'Lead again' : `Hand back to ${from.name}`}
    </button>
  );
}

/** For a few seconds after it was handed back. */
function useLeadsAgain(relieved: LeadShown['relieved'], lead: string | undefined): boolean {
  const before = useRef(relieved);
  const [again, setAgain] = useState(false);
  useEffect(() => {
    const was = before.current;
    before.current = relieved;
    if (was === null || relieved !== null || was.from.id !== lead) return;
    setAgain(true);
    const timer = setTimeout(() => setAgain(false), AGAIN_MS);
    return () => clearTimeout(timer);
  }, [relieved, lead]);
  return again;
}
