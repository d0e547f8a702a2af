import { type EditorState, Plugin, PluginKey } from 'prosemirror-state';
import { Decoration, DecorationSet, type EditorView } from 'prosemirror-view';
import {
  absolutePositionToRelativePosition,
  relativePositionToAbsolutePosition,
  ySyncPluginKey,
} from 'y-prosemirror';
import type { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { caretElement } from './caret-element.ts';
import { isOwnChange } from './unique-ids.ts';

const key = new PluginKey<DecorationSet>('neighbours');
const STILL_TYPING_MS = 2000;

/**
 * Shows where others are in this place and tells them where I am. What others send is never trusted to make sense:
 * a caret that cannot be placed is not shown.
 */
export const neighbours = (awareness: Awareness, place: string): Plugin<DecorationSet> =>
  new Plugin<DecorationSet>({
    key,
    state: {
      init: () => DecorationSet.empty,
      apply: (transaction, shown, _before, state) =>
        transaction.getMeta(key) || !isStill(transaction)
          ? carets(awareness, place, state)
          : shown.map(transaction.mapping, transaction.doc),
    },
    props: { decorations: (state) => key.getState(state) },
    view: (view) => new Neighbourhood(view, awareness, place),
  });

const isStill = (transaction: import('prosemirror-state').Transaction): boolean =>
  !transaction.docChanged || isOwnChange(transaction);

class Neighbourhood {
  private readonly view: EditorView;
  private readonly awareness: Awareness;
  private readonly place: string;
  private typing: ReturnType<typeof setTimeout> | null = null;
  private drawn = '';

  constructor(view: EditorView, awareness: Awareness, place: string) {
    this.view = view;
    this.awareness = awareness;
    this.place = place;
    awareness.on('change', this.redraw);
    view.dom.addEventListener('focusin', this.tell);
    view.dom.addEventListener('focusout', this.leave);
  }

  update(_view: EditorView, before: EditorState) {
    if (!this.view.hasFocus()) return;
    if (!before.selection.eq(this.view.state.selection) || before.doc !== this.view.state.doc) this.tell();
    const changed = ySyncPluginKey.getState(this.view.state)?.isChangeOrigin !== true;
    if (changed && before.doc !== this.view.state.doc) this.tellTyping();
  }

  destroy() {
    this.awareness.off('change', this.redraw);
    this.view.dom.removeEventListener('focusin', this.tell);
    this.view.dom.removeEventListener('focusout', this.leave);
    if (this.typing) clearTimeout(this.typing);
    if (this.awareness.getLocalState()?.block === this.place) this.forget();
  }

  /** Only when someone in this place moved: a page has many editors, and every move reaches each. */
  private readonly redraw = () => {
    const here = JSON.stringify(statesHere(this.awareness, this.place));
    if (here === this.drawn || this.view.isDestroyed) return;
    this.drawn = here;
    this.view.dispatch(this.view.state.tr.setMeta(key, true).setMeta('addToHistory', false));
  };

  private readonly tell = () => {
    const { type, binding } = ySyncPluginKey.getState(this.view.state);
    const { anchor, head } = this.view.state.selection;
    const relative = (at: number) =>
      Y.relativePositionToJSON(absolutePositionToRelativePosition(at, type, binding.mapping));
    const cursor = { anchor: relative(anchor), head: relative(head) };
    const now = this.awareness.getLocalState() ?? {};
    if (now.block === this.place && JSON.stringify(now.cursor) === JSON.stringify(cursor)) return;
    this.awareness.setLocalState({ ...now, block: this.place, cursor });
  };

  private tellTyping() {
    if (this.typing) clearTimeout(this.typing);
    else this.awareness.setLocalStateField('typing', true);
    this.typing = setTimeout(() => {
      this.typing = null;
      this.awareness.setLocalStateField('typing', false);
    }, STILL_TYPING_MS);
  }

  /** Leaving the window is not leaving the text. */
  private readonly leave = () => {
    if (document.hasFocus() && this.awareness.getLocalState()?.block === this.place) this.forget();
  };

  private forget() {
    const now = this.awareness.getLocalState();
    if (now) this.awareness.setLocalState({ ...now, block: null, cursor: null, typing: false });
  }
}

type PresentState = { user?: unknown; cursor?: unknown; typing?: unknown; block?: unknown };

function statesHere(awareness: Awareness, place: string): [number, PresentState][] {
  return [...awareness.getStates()].filter(
    ([client, state]) => client !== awareness.clientID && state?.block === place && state.cursor,
  );
}

function carets(awareness: Awareness, place: string, state: EditorState): DecorationSet {
  const decorations = statesHere(awareness, place).flatMap(([client, present]) => {
    try {
      return caretOf(client, present, state, place);
    } catch {
      return [];
    }
  });
  return DecorationSet.create(state.doc, decorations);
}

function caretOf(client: number, { user, cursor, typing }: PresentState, state: EditorState, place: string) {
  const { name, hue } = userOf(user);
  const anchor = positionOf(cursor, 'anchor', state, place);
  const head = positionOf(cursor, 'head', state, place);
  if (anchor === null || head === null) return [];
  const caret = Decoration.widget(head, () => caretElement(name, hue, typing === true), {
    key: `${client} ${name} ${hue} ${typing === true}`,
    side: 10,
    ignoreSelection: true,
  });
  const marked = { class: `their-selection p${hue}` };
  return [caret, Decoration.inline(Math.min(anchor, head), Math.max(anchor, head), marked)];
}

function positionOf(cursor: unknown, end: string, state: EditorState, place: string): number | null {
  const json = (cursor as Record<string, { tname?: unknown }>)[end];
  if (!json || (typeof json.tname === 'string' && json.tname !== place)) return null;
  const { doc, type, binding } = ySyncPluginKey.getState(state);
  const at = relativePositionToAbsolutePosition(
    doc,
    type,
    Y.createRelativePositionFromJSON(json),
    binding.mapping,
  );
  return at === null ? null : Math.min(Math.max(at, 0), state.doc.content.size);
}

function userOf(user: unknown): { name: string; hue: number } {
  const { name, hue } = (user ?? {}) as { name?: unknown; hue?: unknown };
  return {
    name: typeof name === 'string' ? name.slice(0, 60) : 'Someone',
    hue: Number.isInteger(hue) && Number(hue) >= 1 && Number(hue) <= 6 ? Number(hue) : 1,
  };
}
