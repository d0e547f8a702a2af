import { Plugin } from 'prosemirror-state';
import { Decoration, DecorationSet } from 'prosemirror-view';

/** Quiet words in a place that is still empty, drawn by the style sheet. */
export const placeholder = (words: string): Plugin =>
  new Plugin({
    props: {
      decorations({ doc }) {
        const only = doc.firstChild;
        if (doc.childCount !== 1 || !only?.isTextblock || only.content.size > 0) return null;
        return DecorationSet.create(doc, [
          Decoration.node(0, only.nodeSize, { class: 'vacant', 'data-placeholder': words }),
        ]);
      },
    },
  });
