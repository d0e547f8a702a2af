import { type ComponentType, Suspense, useState } from 'react';
import { lazily } from '#app/components/lazily.tsx';

/** What few open while the meeting runs comes when it is first asked for, and the room is that much lighter. */
const soon = <Facts extends { open: boolean }>(load: () => Promise<ComponentType<Facts>>) => {
  const Dialog = lazily(load);
  return function DialogSoon(facts: Facts) {
    const [isWanted, want] = useState(facts.open);
    if (facts.open && !isWanted) want(true);
    if (!isWanted) return null;
    return (
      <Suspense fallback={null}>
        <Dialog {...facts} />
      </Suspense>
    );
  };
};

export const AgendaDialogSoon = soon(async () => (await import('./seldom.ts')).AgendaDialog);
export const FacilitatorsDialogSoon = soon(async () => (await import('./seldom.ts')).FacilitatorsDialog);
export const KeysDialogSoon = soon(async () => (await import('./seldom.ts')).KeysDialog);
export const ScreenDialogSoon = soon(async () => (await import('./seldom.ts')).ScreenDialog);
