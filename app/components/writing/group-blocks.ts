import type { Block, PointerBlock, TextBlock } from '#domain/write-up.ts';

/** Blocks as HTML nests them. In the document they are flat, so that structure never eats words. */
export type Piece =
  | { type: 'block'; block: Block }
  | { type: 'list'; ordered: boolean; items: { block: TextBlock; within: Piece[] }[] }
  | { type: 'quotation'; pieces: Piece[] }
  | { type: 'pointers'; to: PointerBlock['to']; blocks: PointerBlock[] };

type List = Extract<Piece, { type: 'list' }>;

/** Items of one depth become a list, deeper ones a list within; neighbouring quoted blocks and neighbouring pointers to one place become one. */
export function groupBlocks(blocks: readonly Block[]): Piece[] {
  const pieces: Piece[] = [];
  let quoted: Block[] = [];
  let plain: Block[] = [];
  const flush = () => {
    pieces.push(...nestLists(plain));
    if (quoted.length > 0) pieces.push({ type: 'quotation', pieces: nestLists(quoted.map(unquoted)) });
    [plain, quoted] = [[], []];
  };
  for (const block of blocks) {
    const goesOn = isQuoted(block) ? plain.length === 0 : quoted.length === 0;
    if (!goesOn) flush();
    (isQuoted(block) ? quoted : plain).push(block);
  }
  flush();
  return pieces;
}

const isQuoted = (block: Block): boolean =>
  block.type === 'text' && (block.kind === 'quote' || block.quoted === true);

function unquoted(block: Block): Block {
  if (block.type !== 'text') return block;
  return { ...block, quoted: false, kind: block.kind === 'quote' ? 'paragraph' : block.kind };
}

function nestLists(blocks: readonly Block[]): Piece[] {
  const root: Piece[] = [];
  let open: { indent: number; list: List }[] = [];
  const inside = () => open.at(-1)?.list.items.at(-1)?.within ?? root;
  for (const block of blocks) {
    const indent = block.type === 'text' ? block.indent : 0;
    if (!isItem(block)) {
      open = open.filter((one) => one.indent < indent);
      putBeside(inside(), block);
      continue;
    }
    const ordered = block.kind === 'numbered';
    open = open.filter(
      (one) => one.indent < indent || (one.indent === indent && one.list.ordered === ordered),
    );
    if (open.at(-1)?.indent !== indent) {
      const list: List = { type: 'list', ordered, items: [] };
      inside().push(list);
      open.push({ indent, list });
    }
    open.at(-1)?.list.items.push({ block, within: [] });
  }
  return root;
}

/** An import leaves a pointer for each moment it took: where they lead is said once. */
function putBeside(pieces: Piece[], block: Block): void {
  const last = pieces.at(-1);
  if (block.type !== 'pointer') pieces.push({ type: 'block', block });
  else if (last?.type === 'pointers' && last.to === block.to) last.blocks.push(block);
  else pieces.push({ type: 'pointers', to: block.to, blocks: [block] });
}

const isItem = (block: Block): block is TextBlock =>
  block.type === 'text' && (block.kind === 'bullet' || block.kind === 'numbered');
