import type { Block } from '#domain/write-up.ts';

/** Rows that came apart while being offered as moments, and stayed neighbours, are one table again: they share its id. */
export function joinTables(blocks: readonly Block[]): Block[] {
  const joined: Block[] = [];
  const seen = new Map<string, number>();
  for (const block of blocks) {
    const last = joined.at(-1);
    if (block.type === 'table' && last?.type === 'table' && last.id.startsWith(block.id))
      joined[joined.length - 1] = { ...last, rows: [...last.rows, ...block.rows] };
    else joined.push(block.type === 'table' ? { ...block, id: apart(block.id, seen) } : block);
  }
  return joined;
}

/** Parts of one table with pointers between them are blocks of their own and need ids of their own. */
function apart(id: string, seen: Map<string, number>): string {
  const parts = seen.get(id) ?? 0;
  seen.set(id, parts + 1);
  return parts === 0 ? id : `${id}-${parts}`;
}
