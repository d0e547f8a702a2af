import { type EditorState, Plugin, PluginKey } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { ELEMENT } from '#collab/document/block-elements.ts';
import { isOwnChange } from './unique-ids.ts';

/** What was typed to open a menu: `/` for blocks, `[[` for another write-up. `from` to `to` is what the choice replaces. */
export interface MenuRequest {
  kind: 'blocks' | 'write-ups';
  query: string;
  from: number;
  to: number;
}

export interface MenuHost {
  /** Opens, follows or (null) closes the menu. */
  show(request: MenuRequest | null, view: EditorView): void;
  /** Keys while it is open; true when the menu took it. */
  key(event: KeyboardEvent): boolean;
}

interface Trigger {
  request: MenuRequest | null;
  /** Where the person pressed Escape: that one stays closed. */
  dismissed: number | null;
}

export const menuTriggerKey = new PluginKey<Trigger>('menu');

export const menuTrigger = (host: MenuHost): Plugin<Trigger> =>
  new Plugin<Trigger>({
    key: menuTriggerKey,
    state: {
      init: () => ({ request: null, dismissed: null }),
      apply(transaction, before, _old, state) {
        if (transaction.getMeta(menuTriggerKey) === 'dismiss')
          return { request: null, dismissed: before.request?.from ?? null };
        if (!before.request && !isOwnChange(transaction)) return before;
        const request = requestAt(state);
        if (!request)
          return before.request || before.dismissed !== null ? { request: null, dismissed: null } : before;
        return request.from === before.dismissed ? before : { request, dismissed: null };
      },
    },
    props: {
      handleKeyDown(view, event) {
        if (!menuTriggerKey.getState(view.state)?.request) return false;
        if (event.key !== 'Escape') return host.key(event);
        view.dispatch(view.state.tr.setMeta(menuTriggerKey, 'dismiss'));
        return true;
      },
      handleDOMEvents: {
        blur: (view) => {
          if (menuTriggerKey.getState(view.state)?.request)
            view.dispatch(view.state.tr.setMeta(menuTriggerKey, 'dismiss'));
        },
      },
    },
    view: () => ({
      update(view, before) {
        const now = menuTriggerKey.getState(view.state)?.request ?? null;
        if (now !== (menuTriggerKey.getState(before)?.request ?? null)) host.show(now, view);
      },
    }),
  });

const BLOCKS = /(?:^|\s)\/([\p{L}\d ]{0,24})$/u;
const WRITE_UPS = /\[\[([^[\]\n]{0,60})$/;

function requestAt(state: EditorState): MenuRequest | null {
  const { $from, empty } = state.selection;
  if (!empty || $from.parent.type.name !== ELEMENT.text || $from.parent.attrs.kind === 'code') return null;
  const before = $from.parent.textBetween(0, $from.parentOffset);
  const blocks = BLOCKS.exec(before)?.[1];
  if (blocks !== undefined) return request('blocks', blocks, 1, $from.pos);
  const writeUps = WRITE_UPS.exec(before)?.[1];
  return writeUps === undefined ? null : request('write-ups', writeUps, 2, $from.pos);
}

const request = (kind: MenuRequest['kind'], query: string, width: number, to: number): MenuRequest => ({
  kind,
  query,
  from: to - query.length - width,
  to,
});
