import { Fragment, Slice } from 'prosemirror-model';
import { Plugin } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { ELEMENT } from '#collab/document/block-elements.ts';
import { editorSchema } from '#collab/document/editor-schema.ts';
import type { Block } from '#domain/write-up.ts';
import { blockNodes } from './block-nodes.ts';
import { setLink } from './mark-commands.ts';

export type ReadMarkdown = (text: string) => Promise<Block[]>;

/** Something in it that plain text would not have: a heading, a list, a fence, a table, emphasis, a link. */
const LOOKS_LIKE_MARKDOWN =
  /^(?:#{1,6} |\s*[-*+] |\s*\d+[.)] |> |```|\|.*\|)|\*\*\S|`[^`\n]+`|\[[^\]\n]+\]\([^)\n]+\)/m;

/** Pasted text that is written in Markdown comes in as what it means; an address over selected words links them. */
export const pasteInBody = (readMarkdown: ReadMarkdown): Plugin =>
  new Plugin({
    props: {
      handlePaste(view, event) {
        const text = event.clipboardData?.getData('text/plain') ?? '';
        const inCode = view.state.selection.$from.parent.attrs.kind === 'code';
        if (inCode) return insertPlain(view, text);
        if (!view.state.selection.empty && setLink(text.trim())(view.state, view.dispatch)) return true;
        if (event.clipboardData?.getData('text/html') || !LOOKS_LIKE_MARKDOWN.test(text)) return false;
        void readMarkdown(text).then((blocks) => insertBlocks(view, blocks));
        return true;
      },
      clipboardTextParser: (text, _$context, _plain) => plainSlice(text),
    },
  });

/** A title takes the words of what is pasted, on one line. */
export const pasteInLine = (): Plugin =>
  new Plugin({
    props: {
      handlePaste: (view, event) =>
        insertPlain(view, (event.clipboardData?.getData('text/plain') ?? '').replace(/\s+/g, ' ')),
      handleDrop: () => true,
    },
  });

export function insertBlocks(view: EditorView, blocks: readonly Block[]): void {
  if (view.isDestroyed || blocks.length === 0) return;
  const nodes = blockNodes(blocks.map((block) => ({ ...block, id: '' })));
  const open =
    nodes.length === 1 && nodes[0]?.type.name === ELEMENT.text && nodes[0].attrs.kind === 'paragraph';
  const slice = new Slice(Fragment.from(nodes), open ? 1 : 0, open ? 1 : 0);
  view.dispatch(view.state.tr.replaceSelection(slice).scrollIntoView());
}

function insertPlain(view: EditorView, text: string): true {
  view.dispatch(view.state.tr.insertText(text.replace(/\r\n?/g, '\n')).scrollIntoView());
  return true;
}

/** Plain text: an empty line parts paragraphs, a single break stays a break. */
function plainSlice(text: string): Slice {
  const paragraphs = text.replace(/\r\n?/g, '\n').split(/\n{2,}/);
  const nodes = paragraphs.map((words) =>
    editorSchema.node(ELEMENT.text, null, words ? [editorSchema.text(words)] : []),
  );
  return new Slice(Fragment.from(nodes), 1, 1);
}
