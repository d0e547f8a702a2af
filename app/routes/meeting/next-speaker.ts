import { useRoom } from './room-context.ts';

/**
 * Says whom it believes is speaking, so that two presses are one (M12). `mayCall`: they steer, here.
 * `press` is null while nobody can come next.
 */
export function useNextSpeaker(): { words: string; mayCall: boolean; press: (() => void) | null } {
  const { room, waiting, send, may, own } = useRoom();
  const { speaking } = room;
  const mayCall = own.actor.steers && may('next-speaker') === true;
  const canCome = mayCall && (speaking !== null || waiting.length > 0);
  return {
    words: waiting.length > 0 || speaking === null ? 'Next speaker' : 'Done',
    mayCall,
    press: canCome ? () => send({ command: 'next-speaker', speaking: speaking?.id ?? null }) : null,
  };
}
