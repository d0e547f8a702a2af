import { lazy, Suspense } from 'react';
import { useRoom } from './room-context.ts';

const AGAIN_MS = 3_000;

/** Asked for until it comes: on a network that is away for a moment nothing else of the room is to go. */
const AgendaDialog = lazy(async () => {
  for (;;)
    try {
      return { default: (await import('./agenda-dialog.tsx')).AgendaDialog };
    } catch {
      await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
    }
});

/** Only those who steer change the agenda: theirs comes once the room stands, and nobody else waits for it. */
export function AgendaDialogSoon({ open }: { open: boolean }) {
  const { own } = useRoom();
  if (!own.actor.steers) return null;
  return (
    <Suspense fallback={null}>
      <AgendaDialog open={open} />
    </Suspense>
  );
}
