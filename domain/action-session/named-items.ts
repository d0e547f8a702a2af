import { isUuid } from '#domain/ids.ts';
import type { Block, WriteUp } from '#domain/write-up.ts';

/** S12: a finding that names an item of another review as what contributed, or what softened it. */
export interface NamedItem {
  item: string;
  finding: string;
  kind: 'contributor' | 'mitigator';
}

const ITEM_LINK = /(?:^|\/)reviews\/[0-9a-f-]{36}\/actions#item-([0-9a-f-]{36})$/;

/** The address of an item, as a link in a write-up leads to it. */
export const itemPath = (review: string, item: string): string => `/reviews/${review}/actions#item-${item}`;

/** Items that contributors and mitigators of a write-up link to, each once for each finding. */
export function namedItems(writeUp: Pick<WriteUp, 'findings'>): NamedItem[] {
  const named: NamedItem[] = [];
  for (const { id, kind, blocks, reasonable, ended } of writeUp.findings) {
    if (kind !== 'contributor' && kind !== 'mitigator') continue;
    const items = [...blocks, ...reasonable, ...ended].flatMap(linkedItems);
    for (const item of new Set(items)) named.push({ item, finding: id, kind });
  }
  return named;
}

const linkedItems = (block: Block): string[] => {
  const runs =
    block.type === 'text'
      ? block.content
      : block.type === 'table'
        ? block.rows.flatMap((row) => row.flatMap((cell) => cell.content))
        : [];
  return runs
    .flatMap((run) => run.marks ?? [])
    .flatMap((mark) => {
      const id = mark.type === 'link' ? ITEM_LINK.exec(mark.href)?.[1] : undefined;
      return isUuid(id) ? [id] : [];
    });
};
