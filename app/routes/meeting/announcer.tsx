import { useEffect, useRef, useState } from 'react';
import { useRoom } from './room-context.ts';
import { useRoomUi } from './room-ui.ts';
import { findTarget, wordsFor } from './target-words.ts';
import { useTimerAnnouncements } from './timer.tsx';

/** Says politely, without moving the focus, where the group went and what phase the meeting is in. */
export function Announcer({ sentence }: { sentence: string }) {
  useTimerAnnouncements();
  useMoves();
  return (
    <p className="sr" role="status" aria-live="polite">
      {sentence}
    </p>
  );
}

function useMoves() {
  const { room, phase, writeUp, momentZone: zone } = useRoom();
  const { say } = useRoomUi();
  const stage = room.stages.find(({ id }) => id === room.current?.stage);
  const spotlight = room.current?.spotlight ?? null;
  const [first] = useState({ stage: stage?.id, spotlight: spotlight?.id, phase });
  const before = useRef(first);
  useEffect(() => {
    const was = before.current;
    before.current = { stage: stage?.id, spotlight: spotlight?.id, phase };
    if (was.phase !== phase) say(PHASE_WORDS[phase]);
    else if (stage && was.stage !== stage.id) say(`Now: ${stage.title}, ${stage.minutes} minutes.`);
    else if (spotlight && was.spotlight !== spotlight.id)
      say(`The group looks at ${wordsFor(findTarget(writeUp, spotlight), zone)}.`);
  });
}

const PHASE_WORDS = {
  planned: '',
  lobby: 'The room is open.',
  live: 'The meeting is running.',
  paused: 'The meeting is paused.',
  ended: 'The meeting has ended.',
  cancelled: 'The meeting was cancelled.',
};
