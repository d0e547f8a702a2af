import './editing.css';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { isClosed } from '#collab/client/saved-state.ts';
import { EditorMenu } from './editor-menu.tsx';
import { LinkDialog } from './link-dialog.tsx';
import { MessageDialog } from './message-dialog.tsx';
import { NoticeBar } from './notice-bar.tsx';
import { PictureDialog } from './picture-dialog.tsx';
import { SessionProvider, useSessionSoon, useStoreSoon } from './use-session.tsx';
import { openWritingSession, type SessionOptions, type WritingSession } from './writing-session.ts';

/** Opens a write-up for everything within; `<WhenReady>` says where its editors stand. */
export const Writing = ({ children, ...options }: SessionOptions & { children: ReactNode }) => (
  <SessionProvider value={useOpenSession(options)}>{children}</SessionProvider>
);

/**
 * The editors' place, once the whole document has arrived. Until then `before` stands there: the last stored words, to read; and again
 * once this person may only read.
 * Nobody types into an empty editor. Stands once on a page; `<WhenOpen>` may stand beside it.
 */
export const WhenReady = (props: { before: ReactNode; children: ReactNode }) => (
  <WhenOpen
    before={props.before}
    now={
      <>
        {props.children}
        <EditorMenu />
        <LinkDialog />
        <PictureDialog />
        <MessageDialog />
        <NoticeBar />
      </>
    }
  />
);

/** One thing before the document has arrived, and once this person may no longer write in it; another while they may. */
export function WhenOpen({ before, now }: { before: ReactNode; now: ReactNode }) {
  const status = useStoreSoon(useSessionSoon()?.open.status);
  return status?.ready && !isClosed(status) ? now : before;
}

function useOpenSession(options: SessionOptions): WritingSession | null {
  const [session, setSession] = useState<WritingSession | null>(null);
  const first = useRef(options);
  const { document: name, person, mayWrite } = options;
  const [sitting, setSitting] = useState(0);
  // words that were kept apart are still in the document: it is opened anew, without them
  useEffect(() => {
    const opened = openWritingSession({ ...first.current, document: name, person, mayWrite });
    setSession(opened);
    const stop = opened.open.isLeft.subscribe(() => setSitting((before) => before + 1));
    return () => {
      stop();
      setSession(null);
      opened.close();
    };
  }, [name, person, mayWrite, sitting]);
  return session;
}
