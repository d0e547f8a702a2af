import type { EditorView } from 'prosemirror-view';
import type { MenuHost, MenuRequest } from '#collab/client/editor/menu-trigger.ts';
import { createStore } from '#collab/client/store.ts';

/** What the menu under the caret shows; the menu's component reads it and hands its keys in. */
export interface MenuView {
  request: MenuRequest;
  view: EditorView;
  /** Where the caret stands, in pixels of the window. */
  left: number;
  top: number;
  bottom: number;
}

export class EditorMenuState implements MenuHost {
  readonly shown = createStore<MenuView | null>(null);
  /** The open menu's own keys: up, down, Enter. */
  takeKey: ((event: KeyboardEvent) => boolean) | null = null;

  show(request: MenuRequest | null, view: EditorView): void {
    this.shown.set(request && { request, view, ...caretAt(view, request.from) });
  }

  /** The page has scrolled: the menu goes with its caret. */
  follow = (): void => {
    const now = this.shown.get();
    if (now && !now.view.isDestroyed) this.shown.set({ ...now, ...caretAt(now.view, now.request.from) });
  };

  key(event: KeyboardEvent): boolean {
    return this.takeKey?.(event) ?? false;
  }
}

const caretAt = (view: EditorView, at: number) => {
  const { left, top, bottom } = view.coordsAtPos(at);
  return { left, top, bottom };
};
