import { useEffect, useMemo, useState } from 'react';
import { createPortal } from 'react-dom';
import { setLink } from '#collab/client/editor/mark-commands.ts';
import type { MenuView } from './editor-menu-state.ts';
import { type MenuItem, menuItems } from './menu-items.ts';
import { useMenuDeeds } from './use-menu-deeds.ts';
import { useSession, useStore } from './use-session.tsx';
import { useWriteUpsFound } from './use-write-ups-found.ts';

const LIST_ID = 'editor-menu';
const HIGHEST = 340;
const WIDTH = 300;

/** The menu under the caret: `/` for blocks, `[[` for other write-ups. Arrow keys, Enter and Escape; read aloud as a list box. */
export function EditorMenu() {
  const { menu } = useSession();
  const shown = useStore(menu.shown);
  return shown && <OpenMenu shown={shown} />;
}

function OpenMenu({ shown }: { shown: MenuView }) {
  const items = useItems(shown);
  const [at, setAt] = useState(0);
  const current = Math.min(at, items.length - 1);
  useMenuKeys(items.length, current, setAt, () => choose(shown, items[current]));
  useAnnounced(shown, items[current]?.id);
  useFollowing();
  if (items.length === 0) return null;
  return createPortal(
    <>
      <div
        className="editor-menu"
        role="listbox"
        id={LIST_ID}
        aria-label={labelOf(shown)}
        style={placed(shown)}
      >
        {items.map((item, place) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: keys reach it through the text
          <div
            key={item.id}
            id={`${LIST_ID}-${item.id}`}
            role="option"
            tabIndex={-1}
            aria-selected={place === current}
            ref={place === current ? scrolledTo : undefined}
            onPointerDown={(event) => event.preventDefault()}
            onPointerMove={() => setAt(place)}
            onClick={() => choose(shown, item)}
          >
            <span>{item.words}</span> <span className="note">{item.note}</span>
          </div>
        ))}
      </div>
      <span className="sr" role="status">
        {items[current]?.words}, {current + 1} of {items.length}
      </span>
    </>,
    document.getElementById('main') ?? document.body,
  );
}

function useItems(shown: MenuView): MenuItem[] {
  const deeds = useMenuDeeds();
  const { kind, query } = shown.request;
  const found = useWriteUpsFound(kind === 'write-ups' ? query : null);
  return useMemo(() => {
    if (kind === 'blocks') return menuItems(shown.view, deeds, query);
    return found.map(({ id, title, href, note }) => ({
      id,
      words: title,
      note,
      also: '',
      run: (view) => setLink(href, title)(view.state, view.dispatch),
    }));
  }, [kind, query, found, deeds, shown.view]);
}

/** Takes out what was typed to open the menu, then does what was chosen. */
function choose({ view, request }: MenuView, item: MenuItem | undefined): void {
  if (!item) return;
  view.dispatch(view.state.tr.delete(request.from, request.to));
  view.focus();
  item.run(view);
}

function useMenuKeys(
  count: number,
  current: number,
  setAt: (at: number) => void,
  onChoose: () => void,
): void {
  const { menu } = useSession();
  useEffect(() => {
    menu.takeKey = (event) => {
      if (count === 0) return false;
      if (event.key === 'ArrowDown') setAt((current + 1) % count);
      else if (event.key === 'ArrowUp') setAt((current - 1 + count) % count);
      else if (event.key === 'Enter' || event.key === 'Tab') onChoose();
      else return false;
      return true;
    };
    return () => {
      menu.takeKey = null;
    };
  });
}

function useFollowing(): void {
  const { menu } = useSession();
  useEffect(() => {
    addEventListener('scroll', menu.follow, { capture: true, passive: true });
    return () => removeEventListener('scroll', menu.follow, { capture: true });
  }, [menu]);
}

/** The text names the option that Enter would choose, for screen readers. */
function useAnnounced({ view }: MenuView, current: string | undefined): void {
  useEffect(() => {
    const { dom } = view;
    if (current === undefined) return;
    dom.setAttribute('aria-controls', LIST_ID);
    dom.setAttribute('aria-autocomplete', 'list');
    dom.setAttribute('aria-activedescendant', `${LIST_ID}-${current}`);
    return () => {
      for (const name of ['aria-controls', 'aria-autocomplete', 'aria-activedescendant'])
        dom.removeAttribute(name);
    };
  }, [view, current]);
}

const labelOf = ({ request }: MenuView) => (request.kind === 'blocks' ? 'Put in' : 'Link to a write-up');

const scrolledTo = (option: HTMLElement | null) => option?.scrollIntoView({ block: 'nearest' });

function placed({ left, top, bottom }: MenuView): React.CSSProperties {
  const within = Math.max(12, Math.min(left, document.documentElement.clientWidth - WIDTH - 12));
  const below = bottom + HIGHEST < innerHeight || top < HIGHEST;
  return below
    ? { left: within, top: bottom + 6 }
    : { left: within, top: top - 6, transform: 'translateY(-100%)' };
}
