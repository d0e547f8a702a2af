import { Suspense } from 'react';
import { lazily } from '../lazily.tsx';
import { useSessionSoon, useStoreSoon } from '../writing/use-session.tsx';

const CarryUnseen = lazily(async () => (await import('./carry-unseen.tsx')).CarryUnseen);

/** `CarryUnseen`, fetched by those alone who write: most of a room reads. */
export function CarrySoon() {
  const session = useSessionSoon();
  const isWrittenIn = useStoreSoon(session?.isWrittenIn);
  return (
    session &&
    isWrittenIn && (
      <Suspense>
        <CarryUnseen session={session} />
      </Suspense>
    )
  );
}
