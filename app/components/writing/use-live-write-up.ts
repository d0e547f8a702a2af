import { useEffect, useState } from 'react';
import { readWriteUp } from '#collab/document/read-write-up.ts';
import type { WriteUp } from '#domain/write-up.ts';
import { useSessionSoon, useStoreSoon } from './use-session.tsx';

const SETTLED_MS = 150;

/** The write-up as it is being typed, once it has arrived whole; until then as it was stored. */
export function useLiveWriteUp(stored: WriteUp): WriteUp {
  const session = useSessionSoon();
  const ready = useStoreSoon(session?.open.status)?.ready ?? false;
  const [live, setLive] = useState<WriteUp | null>(null);
  useEffect(() => {
    if (!session || !ready) return;
    const { doc } = session.open;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const read = () => setLive(readWriteUp(doc));
    const soon = () => {
      clearTimeout(timer);
      timer = setTimeout(read, SETTLED_MS);
    };
    read();
    doc.on('update', soon);
    return () => {
      clearTimeout(timer);
      doc.off('update', soon);
    };
  }, [session, ready]);
  return live ?? stored;
}
