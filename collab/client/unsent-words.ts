import * as Y from 'yjs';
import { isPlace } from '#collab/document/place-entry.ts';
import { readPlaceText, type TextPiece } from '#collab/document/place-text.ts';
import type { LostWords } from '#collab/document/put-back.ts';

/** How far each Yjs client had written when everything was acknowledged. */
export type Acknowledged = ReadonlyMap<number, number>;

/**
 * What some Yjs clients wrote from a clock on, and nothing of what others wrote meanwhile.
 * @param marks null where a mark does not say whose: then all there is, as nobody knows what had been sent
 */
export function wordsOfMarks(
  doc: Y.Doc,
  marks: readonly (ReadonlyMap<number, number> | null)[],
): LostWords[] {
  const since = Y.decodeStateVector(Y.encodeStateVector(doc));
  for (const mark of marks) {
    if (mark === null) return unsentWords(doc, new Map());
    for (const [client, clock] of mark) since.set(client, Math.min(since.get(client) ?? clock, clock));
  }
  return unsentWords(doc, since);
}

/**
 * Words that have come into a document since, block by block, paragraphs begun since and standing one behind the other as one. Names
 * where they belong and nothing of what stands around them. The document's content stays as it is.
 */
export function unsentWords(doc: Y.Doc, since: Acknowledged): LostWords[] {
  const then = Y.createSnapshot(Y.createDeleteSet(), new Map(since));
  const now = Y.snapshot(doc);
  const added = (text: Y.XmlText): string =>
    (text.toDelta(now, then) as Run[])
      .filter(({ insert, attributes }) => typeof insert === 'string' && attributes?.ychange?.type === 'added')
      .map(({ insert }) => insert)
      .join(' ')
      .trim();
  return [...doc.share.keys()].filter(isPlace).flatMap((place) => {
    const isNew = newBlocks(doc.getXmlFragment(place), since);
    const found: LostWords[] = [];
    let behind = '';
    for (const piece of readPlaceText(doc, place).pieces) {
      const words = wordsOf(piece, added);
      const begun = isNew(piece.block);
      const last = found.at(-1);
      if (words !== '' && begun && last?.block === '' && last.afterBlock === behind)
        last.words += `\n${words}`;
      else if (words !== '')
        found.push({
          ...{ kind: 'lost', place, before: '', words, after: '' },
          ...(begun ? { block: '', afterBlock: behind } : { block: piece.block, afterBlock: '' }),
        });
      if (!begun) behind = piece.block;
    }
    return found;
  });
}

interface Run {
  insert: unknown;
  attributes?: { ychange?: { type?: string } };
}

const wordsOf = ({ texts }: TextPiece, added: (text: Y.XmlText) => string): string =>
  texts.map(added).filter(Boolean).join(' ');

/** Says of a block's id whether that block was begun since. */
function newBlocks(fragment: Y.XmlFragment, since: Acknowledged): (block: string) => boolean {
  const begun = new Set<unknown>();
  for (const child of fragment.toArray()) {
    const id = child._item?.id;
    if (id && child instanceof Y.XmlElement && id.clock >= (since.get(id.client) ?? 0))
      begun.add(child.getAttribute('id'));
  }
  return (block) => begun.has(block);
}
