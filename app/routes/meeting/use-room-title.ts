import { useEffect, useState } from 'react';
import { timeLeftMs } from '#domain/meeting/pace.ts';
import type { RoomContext } from './room-context.ts';

type Told = Pick<RoomContext, 'room' | 'phase' | 'reviewTitle' | 'clock'>;

const ICON = { live: '/favicon-live.svg', paused: '/favicon-paused.svg' } as const;

/** The tab says in words how the room stands, and its mark with a shape: for those who look at another tab meanwhile. */
export function useRoomTitle({ room, phase, reviewTitle, clock }: Told): void {
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    const look = () => setOver((timeLeftMs(room, new Date(clock.now())) ?? 1) <= 0);
    look();
    const timer = setInterval(look, 1000);
    return () => clearInterval(timer);
  }, [room, clock]);
  const stage = room.stages.find(({ id }) => id === room.current?.stage)?.title;
  const words = roomTitle(phase, stage, isOver, reviewTitle);
  useEffect(() => {
    const before = document.title;
    document.title = words;
    return () => {
      document.title = before;
    };
  }, [words]);
  const icon = phase === 'live' || phase === 'paused' ? ICON[phase] : null;
  useEffect(() => {
    const link = document.querySelector<HTMLLinkElement>('link[rel="icon"]');
    if (!link || icon === null) return;
    const before = link.href;
    link.href = icon;
    return () => {
      link.href = before;
    };
  }, [icon]);
}

/** "The tool that said nothing · A slow morning · Soak", with the state first where it is not simply running. */
export function roomTitle(
  phase: RoomContext['phase'],
  stage: string | undefined,
  isOver: boolean,
  review: string,
): string {
  const state = {
    planned: 'Not open yet',
    lobby: 'Waiting to start',
    live: isOver ? `Time is up: ${stage}` : (stage ?? 'Running'),
    paused: 'Paused',
    ended: 'Ended',
    cancelled: 'Cancelled',
  }[phase];
  return `${state} · ${review} · Soak`;
}
