import { useRoom } from './room-context.ts';

/** Whether new hands are taken (M13), as those who steer press it, from wherever they are. `press` is null where it is not theirs, or not now. */
export function useQueueDoor(): { words: string; press: (() => void) | null } {
  const { room, phase, send, may } = useRoom();
  const command = room.queueOpen ? 'queue-close' : 'queue-open';
  const running = phase === 'live' || phase === 'paused';
  return {
    words: room.queueOpen ? 'Close the queue' : 'Open the queue',
    press: running && may(command) === true ? () => void send({ command }) : null,
  };
}
