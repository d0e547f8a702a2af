import type { DocumentStatus } from '#collab/client/open-document.ts';
import { isClosed } from '#collab/client/saved-state.ts';
import type { Remedy } from '#collab/document/close-reasons.ts';
import type { FaceOf } from '../face.tsx';
import { SavedState } from '../saved-state.tsx';
import { useRoot } from '../use-root.ts';
import { GoesOnWriting } from './goes-on-writing.tsx';
import { hasWordsNotTaken } from './not-taken.tsx';
import { useSessionSoon, useStoreSoon } from './use-session.tsx';
import type { WritingSession } from './writing-session.ts';

/** Whether what is typed is saved; "Opening" while it is not open yet. */
export function SessionSaved() {
  const status = useStoreSoon(useSessionSoon()?.open.status);
  return <SavedState state={status?.saved ?? 'opening'} />;
}

/** Faces of those in this write-up now, oneself first. The server stamps others' names; one's own it does not send back. */
export function useFacesHere(): FaceOf[] {
  const me = useRoot()?.person;
  const present = useStoreSoon(useSessionSoon()?.present);
  if (!present || !me) return [];
  const others = present
    .filter((person) => person.id !== me.id)
    .map(({ name, hue }) => ({ name, faceHue: hue, faceLetters: name.slice(0, 1) }));
  return [me, ...others];
}

/** What the person should know when the server ended the connection, and what helps. */
export function ConnectionNotice() {
  const session = useSessionSoon();
  const status = useStoreSoon(session?.open.status);
  if (!status || !session) return null;
  const { reason, blocked, ready } = status;
  if (blocked && !reason)
    return (
      <p className="connection-notice" role="alert">
        This network does not let live connections through.{' '}
        {ready
          ? 'You can read; what you write is kept in this browser and sent from another network.'
          : 'You can read here, not write.'}
      </p>
    );
  if (ready && isClosed(status)) return <ClosedNotice session={session} status={status} />;
  if (!reason || reason.remedy === 'wait') return null;
  return (
    <p className="connection-notice" role="alert">
      {reason.sentence} <WhatHelps remedy={reason.remedy} retry={session.open.retry} />
    </p>
  );
}

/** What the person can do about a connection that has ended; nothing where it goes on by itself, or never. */
export function WhatHelps({ remedy, retry }: { remedy: Remedy; retry: () => void }) {
  switch (remedy) {
    case 'reload':
      return (
        <button type="button" className="link" onClick={() => location.reload()}>
          Reload
        </button>
      );
    case 'ask':
      return (
        <GoesOnWriting>
          <button type="button" className="link" onClick={retry}>
            Try again
          </button>
        </GoesOnWriting>
      );
    case 'sign-in':
      return <SignInElsewhere onDone={retry} />;
    case 'wait':
    case 'leave':
      return null;
  }
}

/** The words themselves stand above the write-up (`not-taken.tsx`). */
export function ClosedNotice({ session, status }: { session: WritingSession; status: DocumentStatus }) {
  const isMissing = hasWordsNotTaken(session, status);
  return (
    <p className="connection-notice" role="alert">
      {status.reason?.remedy === 'leave'
        ? 'You can no longer open this write-up.'
        : 'You may no longer write here.'}{' '}
      {isMissing
        ? 'Words of yours that never reached it stand above the text: copy what you need.'
        : 'All you wrote is saved.'}
    </p>
  );
}

/** Signing in happens in a tab of its own, so that this one keeps its words. */
const SignInElsewhere = ({ onDone }: { onDone: () => void }) => (
  <GoesOnWriting>
    <a className="link" href="/sign-in" target="_blank" rel="noopener">
      Sign in
    </a>{' '}
    and then{' '}
    <button type="button" className="link" onClick={onDone}>
      go on here
    </button>
  </GoesOnWriting>
);
