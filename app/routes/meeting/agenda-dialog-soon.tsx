import { Suspense, useState } from 'react';
import { lazily } from '#app/components/lazily.tsx';

const AgendaDialog = lazily(async () => (await import('./agenda-dialog.tsx')).AgendaDialog);

/** Few change an agenda while the meeting runs: it comes when it is first asked for, and the room is that much lighter. */
export function AgendaDialogSoon({ open }: { open: boolean }) {
  const [isWanted, want] = useState(open);
  if (open && !isWanted) want(true);
  if (!isWanted) return null;
  return (
    <Suspense fallback={null}>
      <AgendaDialog open={open} />
    </Suspense>
  );
}
