import type { Node } from 'prosemirror-model';
import type { FlatRange } from '#collab/document/word-anchor.ts';

interface PlacedText {
  /** Position of its first character. */
  pos: number;
  size: number;
  /** Offset in the place's flat words: a line for each text block. */
  from: number;
}

/** Between positions of the editor and offsets in a place's flat words, as `readPlaceText` counts them. */
export class FlatPositions {
  private readonly texts: PlacedText[] = [];

  constructor(doc: Node) {
    let from = 0;
    doc.descendants((node, pos) => {
      if (!node.isTextblock) return true;
      this.texts.push({ pos: pos + 1, size: node.content.size, from });
      from += node.content.size + 1;
      return false;
    });
  }

  /** Null where nothing of it lies in words. */
  toFlat({ from, to }: { from: number; to: number }): FlatRange | null {
    const first = this.texts.find(({ pos, size }) => pos + size >= from);
    const last = this.texts.findLast(({ pos }) => pos <= to);
    if (!first || !last) return null;
    const start = first.from + Math.max(0, from - first.pos);
    const end = last.from + Math.min(last.size, to - last.pos);
    return start < end ? { from: start, to: end } : null;
  }

  toPositions({ from, to }: FlatRange): { from: number; to: number } | null {
    const start = this.position(from, 1);
    const end = this.position(to, -1);
    return start !== null && end !== null && start < end ? { from: start, to: end } : null;
  }

  /** Which text block, and how far in it. */
  pieceAt(position: number): { at: number; offset: number } | null {
    const at = this.texts.findIndex(({ pos, size }) => position >= pos && position <= pos + size);
    const text = this.texts[at];
    return text ? { at, offset: position - text.pos } : null;
  }

  private position(offset: number, side: 1 | -1): number | null {
    const text = this.texts.find(({ from, size }) =>
      side === 1 ? offset >= from && offset < from + size : offset > from && offset <= from + size,
    );
    return text ? text.pos + offset - text.from : null;
  }
}
