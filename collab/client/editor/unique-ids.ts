import { Fragment, type Node, Slice } from 'prosemirror-model';
import { type EditorState, Plugin, type Transaction } from 'prosemirror-state';
import { ySyncPluginKey } from 'y-prosemirror';
import { freshId } from '#collab/document/fresh-id.ts';

/**
 * Every block has an id of its own. The first of two with one id keeps it (the left half of a split), the other gets a new one;
 * what is pasted always does. Only this person's changes are looked at: otherwise every open page would mend a neighbour's.
 */
export const uniqueIds = (): Plugin =>
  new Plugin({
    appendTransaction: (transactions, _before, state) =>
      transactions.some(isOwnChange) ? giveIds(state) : null,
    props: {
      transformPasted: (slice) => new Slice(withoutIds(slice.content), slice.openStart, slice.openEnd),
    },
  });

export const isOwnChange = (transaction: Transaction): boolean =>
  transaction.docChanged && transaction.getMeta(ySyncPluginKey)?.isChangeOrigin !== true;

function giveIds(state: EditorState): Transaction | null {
  const seen = new Set<string>();
  const { tr } = state;
  state.doc.forEach((block, at) => {
    const { id } = block.attrs;
    if (typeof id !== 'string' || id === '' || seen.has(id)) tr.setNodeAttribute(at, 'id', freshId());
    else seen.add(id);
  });
  return tr.docChanged ? tr : null;
}

function withoutIds(content: Fragment): Fragment {
  const blocks: Node[] = [];
  content.forEach((node) => {
    blocks.push(
      'id' in node.attrs ? node.type.create({ ...node.attrs, id: '' }, node.content, node.marks) : node,
    );
  });
  return Fragment.from(blocks);
}
