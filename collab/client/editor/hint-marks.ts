import type { Node } from 'prosemirror-model';
import { Plugin, PluginKey, TextSelection } from 'prosemirror-state';
import { Decoration, DecorationSet, type EditorView } from 'prosemirror-view';
import { hintPlace, type WordingHint, wordingHints } from '#domain/wording-hints.ts';

/** A hint where it stands on the page; `place` names it for dismissing. */
export interface ShownHint extends WordingHint {
  place: string;
  /** The field it stands in; `from` tells where there. */
  field: Element;
  /** Pixels from the top of the page, as it is laid out now; what comes above it may still change its height. */
  top(): number;
  /** Puts the selection on the words, to write them anew. */
  select(): void;
}

export interface HintHost {
  isDismissed(place: string): boolean;
  /** The hints of one editor, whenever they or their heights change. */
  show(hints: ShownHint[]): void;
}

const key = new PluginKey<DecorationSet>('hints');
const STILL_MS = 600;

/**
 * Underlines words that close learning, for the person who writes alone: nothing of it is in the document.
 * Looked for when typing rests, one editor at a time.
 */
export const hintMarks = (host: HintHost): Plugin<DecorationSet> =>
  new Plugin<DecorationSet>({
    key,
    state: {
      init: () => DecorationSet.empty,
      apply: (transaction, shown) =>
        (transaction.getMeta(key) as DecorationSet | undefined) ??
        shown.map(transaction.mapping, transaction.doc),
    },
    props: { decorations: (state) => key.getState(state) },
    view(view) {
      let timer: ReturnType<typeof setTimeout> | null = null;
      const look = () => {
        timer = null;
        if (!view.isDestroyed) refreshHints(view, host);
      };
      const later = () => {
        if (timer) clearTimeout(timer);
        timer = setTimeout(look, STILL_MS);
      };
      later();
      return {
        update: (_view, before) => {
          if (before.doc !== view.state.doc) later();
        },
        destroy: () => {
          if (timer) clearTimeout(timer);
          host.show([]);
        },
      };
    },
  });

/** Looks again now; after a hint was dismissed, for one. */
export function refreshHints(view: EditorView, host: HintHost): void {
  const found = findHints(view.state.doc, host);
  const marks = found.map(({ from, to }) => Decoration.inline(from, to, { class: 'hinted' }));
  view.dispatch(
    view.state.tr.setMeta(key, DecorationSet.create(view.state.doc, marks)).setMeta('addToHistory', false),
  );
  host.show(
    found.map((hint) => ({
      ...hint,
      field: view.dom,
      top: () => topOf(view, hint.from),
      select: () => select(view, hint),
    })),
  );
}

const topOf = (view: EditorView, at: number): number =>
  view.isDestroyed ? 0 : view.coordsAtPos(Math.min(at, view.state.doc.content.size)).top + scrollY;

function select(view: EditorView, { from, to }: { from: number; to: number }): void {
  if (view.isDestroyed || to > view.state.doc.content.size) return;
  view.focus();
  view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, from, to)).scrollIntoView());
}

function findHints(doc: Node, host: HintHost): (WordingHint & { place: string })[] {
  const found: (WordingHint & { place: string })[] = [];
  doc.forEach((block, at) => {
    const { kind, quoted, id } = block.attrs;
    if (!block.isTextblock || kind === 'quote' || kind === 'code' || quoted) return;
    const text = block.textContent;
    for (const hint of wordingHints(text)) {
      const place = hintPlace(String(id), text, hint);
      if (!host.isDismissed(place))
        found.push({ ...hint, from: at + 1 + hint.from, to: at + 1 + hint.to, place });
    }
  });
  return found;
}
