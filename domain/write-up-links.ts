import { asId, isUuid, type ReviewId } from './ids.ts';
import type { Block, WriteUp } from './write-up.ts';

const REVIEW_LINK = /(?:^|\/)reviews\/([0-9a-f-]{36})(?:[/#?]|$)/;

/** Reviews that its links lead to, each once (R4). */
export function linksOf(writeUp: WriteUp): ReviewId[] {
  const found = new Set<string>();
  const inBlocks = (blocks: readonly Block[]) => {
    for (const block of blocks) {
      const runs =
        block.type === 'text'
          ? block.content
          : block.type === 'table'
            ? block.rows.flatMap((row) => row.flatMap((cell) => cell.content))
            : [];
      for (const mark of runs.flatMap((run) => run.marks ?? [])) {
        const id = mark.type === 'link' ? REVIEW_LINK.exec(mark.href)?.[1] : undefined;
        if (isUuid(id)) found.add(id);
      }
    }
  };
  for (const section of writeUp.sections) inBlocks(section.blocks);
  for (const finding of writeUp.findings)
    inBlocks([...finding.blocks, ...finding.reasonable, ...finding.ended]);
  for (const moment of writeUp.moments) {
    inBlocks(moment.blocks);
    for (const account of moment.accounts) inBlocks(account.blocks);
  }
  return [...found].map((id) => asId<ReviewId>(id));
}
