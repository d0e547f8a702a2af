import { IconPlayerPause } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { Icon } from '#app/components/icon.tsx';
import { type TimerReading, timerAnnouncement, timerFace } from '#app/components/timer-words.ts';
import { timeLeftMs } from '#domain/meeting/pace.ts';
import { useRoom } from './room-context.ts';
import { useRoomUi } from './room-ui.ts';
import { useTick } from './server-clock.ts';

/** The stage's time in serif figures, words after. Silent for those who listen, but for its few announcements. */
export function Timer({ small = false, short = false }: { small?: boolean; short?: boolean }) {
  const { room, clock } = useRoom();
  const now = useTick(clock, 500);
  const left = timeLeftMs(room, new Date(now));
  if (!room.current || left === null) return null;
  const { timer } = room.current;
  const minutes = room.stages.find(({ id }) => id === room.current?.stage)?.minutes ?? 0;
  const paused = timer.state === 'paused';
  const face = timerFace(left, paused, minutes);
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

/** Says the timer's few sentences on the polite line: at one minute, at the end, and when time is given. */
export function useTimerAnnouncements() {
  const { room, clock } = useRoom();
  const { say } = useRoomUi();
  const { current } = room;
  const latest = useRef(current);
  useEffect(() => {
    latest.current = current;
  }, [current]);
  // one beat through everything that happens: in a busy room one that began anew with each press would never come to speak
  useEffect(() => {
    let before: TimerReading | null = null;
    const beat = setInterval(() => {
      const leftMs = timeLeftMs({ current: latest.current }, new Date(clock.now()));
      const now = latest.current && leftMs !== null ? { stage: latest.current.stage, leftMs } : null;
      const sentence = now && timerAnnouncement(before, now);
      before = now;
      if (sentence) say(sentence);
    }, BEAT_MS);
    return () => clearInterval(beat);
  }, [clock, say]);
}

const BEAT_MS = 500;
