import type { EditorView } from 'prosemirror-view';
import type { MenuHost, MenuRequest } from '#collab/client/editor/menu-trigger.ts';
import { createStore } from '#collab/client/store.ts';

/** What the menu under the caret shows; the menu's component reads it and hands its keys in. */
export interface MenuView {
  request: MenuRequest;
  view: EditorView;
  /** Where the caret stands, in pixels of the page. */
  left: number;
  top: number;
  bottom: number;
}

export class EditorMenuState implements MenuHost {
  readonly shown = createStore<MenuView | null>(null);
  /** The open menu's own keys: up, down, Enter. */
  takeKey: ((event: KeyboardEvent) => boolean) | null = null;

  show(request: MenuRequest | null, view: EditorView): void {
    if (!request) {
      this.shown.set(null);
      return;
    }
    const caret = view.coordsAtPos(request.from);
    this.shown.set({
      request,
      view,
      left: caret.left + scrollX,
      top: caret.top + scrollY,
      bottom: caret.bottom + scrollY,
    });
  }

  key(event: KeyboardEvent): boolean {
    return this.takeKey?.(event) ?? false;
  }
}
