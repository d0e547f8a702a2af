import { IconPlayerPause } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { Icon } from '#app/components/icon.tsx';
import type { TimerShown } from '#domain/meeting/projection.ts';
import { useRoom } from './room-context.ts';
import { useRoomUi } from './room-ui.ts';
import { useTick } from './server-clock.ts';
import { timerAnnouncement, timerFace } from './timer-words.ts';

export const leftMs = (timer: TimerShown, now: number): number =>
  timer.state === 'running' ? Date.parse(timer.endsAt) - now : timer.remainingMs;

/** The stage's time in serif figures, words after. Silent for those who listen, but for its three announcements. */
export function Timer({ small = false, short = false }: { small?: boolean; short?: boolean }) {
  const { room, clock } = useRoom();
  const now = useTick(clock, 500);
  if (!room.current) return null;
  const { timer } = room.current;
  const minutes = room.stages.find(({ id }) => id === room.current?.stage)?.minutes ?? 0;
  const paused = timer.state === 'paused';
  const face = timerFace(leftMs(timer, now), paused, minutes);
  return (
    <span className={small ? 'timer smaller' : 'timer'} role="timer" aria-label={face.aloud} aria-live="off">
      <b aria-hidden="true">{face.figures}</b>
      <span aria-hidden="true">
        {paused && <Icon of={IconPlayerPause} />}
        {short && !paused && !face.over ? 'left here' : face.words}
      </span>
    </span>
  );
}

/** Says the timer's few sentences on the polite line: at one minute, at the end. */
export function useTimerAnnouncements() {
  const { room, clock } = useRoom();
  const { say } = useRoomUi();
  const timer = room.current?.timer;
  const before = useRef<number | null>(null);
  useEffect(() => {
    before.current = null;
    if (timer?.state !== 'running') return;
    const beat = setInterval(() => {
      const now = leftMs(timer, clock.now());
      const sentence = before.current === null ? null : timerAnnouncement(before.current, now);
      before.current = now;
      if (sentence) say(sentence);
    }, 500);
    return () => clearInterval(beat);
  }, [timer, clock, say]);
}
