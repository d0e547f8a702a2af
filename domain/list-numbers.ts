import type { Block, TextBlock } from './write-up.ts';

/**
 * The number of each item of a numbered list; null for everything else. An item counts at its depth and begins deeper
 * ones anew; anything else at that depth ends the count. The editor's style sheet counts in the same way.
 */
export function listNumbers(blocks: readonly Block[]): (number | null)[] {
  const counter = new ListCounter();
  return blocks.map((block) => counter.next(block));
}

/** The same blocks; of their numbers only those stay that counting on would not give. */
export function withNeededNumbers(blocks: readonly Block[]): Block[] {
  const counter = new ListCounter();
  return blocks.map((block) => {
    if (block.type !== 'text' || block.number === undefined) {
      counter.next(block);
      return block;
    }
    const { number, ...counted } = block;
    const isNeeded = counter.wouldBe(block) !== number;
    counter.next(block);
    return isNeeded && block.kind === 'numbered' ? block : counted;
  });
}

class ListCounter {
  /** The last number at each depth, as far as a list is open there. */
  private readonly last: number[] = Array.from({ length: 7 }, () => 0);

  wouldBe({ indent }: TextBlock): number {
    return (this.last[indent] ?? 0) + 1;
  }

  next(block: Block): number | null {
    const depth = block.type === 'text' ? block.indent : 0;
    const number =
      block.type === 'text' && block.kind === 'numbered' ? (block.number ?? this.wouldBe(block)) : null;
    this.last.fill(0, depth);
    if (number !== null) this.last[depth] = number;
    return number;
  }
}
