import './editing.css';
import { type ReactNode, useEffect, useRef, useState } from 'react';
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
 * The editors' place, once the whole document has arrived. Until then `before` stands there: the last stored words, to read.
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

/** One thing before the document has arrived, another from then on. */
export function WhenOpen({ before, now }: { before: ReactNode; now: ReactNode }) {
  const status = useStoreSoon(useSessionSoon()?.open.status);
  return status?.ready ? now : before;
}

function useOpenSession(options: SessionOptions): WritingSession | null {
  const [session, setSession] = useState<WritingSession | null>(null);
  const first = useRef(options);
  const { document: name, person, mayWrite } = options;
  useEffect(() => {
    const opened = openWritingSession({ ...first.current, document: name, person, mayWrite });
    setSession(opened);
    return () => {
      setSession(null);
      opened.close();
    };
  }, [name, person, mayWrite]);
  return session;
}
