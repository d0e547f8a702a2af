import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { commentMarks } from '#collab/client/editor/comment-marks.ts';
import { hintMarks } from '#collab/client/editor/hint-marks.ts';
import { isKnown } from '#collab/client/editor/is-known.ts';
import { openEditor } from '#collab/client/editor/open-editor.ts';
import { readBlocks, readLine } from '#collab/document/read-blocks.ts';
import { Blocks } from './blocks.tsx';
import { RescuedHere } from './rescued.tsx';
import { useSession, useStore } from './use-session.tsx';

/** How far outside the window an editor is opened, so that it stands ready when it scrolls in. */
const NEAR = '900px 0px';

/**
 * A place of the write-up to type in. Far from the window it shows its words and costs nothing;
 * coming near, it becomes an editor and stays one.
 * @param place name of its fragment, from `WORDS`
 */
export function Words({
  place,
  shape = 'body',
  label,
  placeholder,
  hints = true,
}: {
  place: string;
  shape?: 'body' | 'line';
  label: string;
  placeholder: string;
  /** False where speech or another's telling is written: hints never concern those (W1). */
  hints?: boolean;
}) {
  const frame = useRef<HTMLDivElement>(null);
  const { isAwaited, open } = useSession();
  const near = useNear(frame, isAwaited(place));
  const known = isKnown(open.doc.getXmlFragment(place));
  return (
    <div ref={frame} className={`place ${shape}`}>
      {shape === 'body' && <RescuedHere place={place} />}
      {near && known ? (
        <Editor
          place={place}
          shape={shape}
          label={label}
          placeholder={placeholder}
          hints={hints && shape === 'body'}
        />
      ) : (
        <Still place={place} shape={shape} />
      )}
      {!known && (
        <p className="empty">This holds something that this page cannot edit. It can be read here.</p>
      )}
    </div>
  );
}

function Editor(props: {
  place: string;
  shape: 'body' | 'line';
  label: string;
  placeholder: string;
  hints: boolean;
}) {
  const { place, shape, label, placeholder, hints } = props;
  const session = useSession();
  const at = useRef<HTMLDivElement>(null);
  const { mode, reason } = useStore(session.open.status);
  const editor = useRef<ReturnType<typeof openEditor> | null>(null);
  // before the browser paints: never a frame, nor a heading read aloud, without its words
  useLayoutEffect(() => {
    if (!at.current) return;
    const opened = openEditor(session.editing, {
      at: at.current,
      fragment: place,
      shape,
      label,
      placeholder,
      plugins: [
        commentMarks(session.carrier, place),
        ...(hints ? [hintMarks(session.hints.host(place))] : []),
      ],
    });
    editor.current = opened;
    const leave = session.opened(place, opened);
    return () => {
      leave();
      editor.current = null;
      opened.close();
    };
  }, [session, place, shape, label, placeholder, hints]);
  useEffect(() => {
    editor.current?.view.setProps({ editable: session.editing.mayWrite });
  }, [mode, reason, session]);
  return <div ref={at} />;
}

function Still({ place, shape }: { place: string; shape: 'body' | 'line' }) {
  const { open } = useSession();
  const fragment = open.doc.getXmlFragment(place);
  if (shape === 'line') return <div className="words line">{readLine(fragment)}</div>;
  return (
    <div className="prose">
      <Blocks blocks={readBlocks(fragment)} />
    </div>
  );
}

function useNear(frame: React.RefObject<HTMLElement | null>, atOnce: boolean): boolean {
  const [near, setNear] = useState(atOnce);
  useEffect(() => {
    if (near || !frame.current) return;
    const watch = new IntersectionObserver(([entry]) => entry?.isIntersecting && setNear(true), {
      rootMargin: NEAR,
    });
    watch.observe(frame.current);
    return () => watch.disconnect();
  }, [near, frame]);
  return near;
}
