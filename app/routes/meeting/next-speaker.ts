import { useRoom } from './room-context.ts';

/** Says whom it believes is speaking, so that two presses are one (M12). `press` is null while nobody can come next. */
export function useNextSpeaker(): { words: string; press: (() => void) | null } {
  const { room, waiting, send, may, own } = useRoom();
  const { speaking } = room;
  const nextUp =
    own.actor.steers && may('next-speaker') === true && (speaking !== null || waiting.length > 0);
  return {
    words: waiting.length > 0 ? 'Next speaker' : 'Done',
    press: nextUp ? () => send({ command: 'next-speaker', speaking: speaking?.id ?? null }) : null,
  };
}
