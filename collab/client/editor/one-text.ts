import { ySyncPluginKey } from 'y-prosemirror';
import * as Y from 'yjs';
import { ELEMENT } from '#collab/document/block-elements.ts';

/**
 * Puts an empty text into each block this person makes. Without it two people who begin a fresh block at once
 * make two texts, and joining them later doubles or loses words.
 */
export function keepOneText(fragment: Y.XmlFragment): () => void {
  const onChange = (events: Y.YEvent<Y.XmlFragment>[], transaction: Y.Transaction) => {
    if (transaction.origin !== ySyncPluginKey) return;
    const bare = events.flatMap((event) => addedElements(event)).flatMap(bareBlocks);
    if (bare.length > 0)
      fragment.doc?.transact(() => {
        for (const block of bare) block.insert(0, [new Y.XmlText()]);
      }, keepOneText);
  };
  fragment.observeDeep(onChange as Parameters<typeof fragment.observeDeep>[0]);
  return () => fragment.unobserveDeep(onChange as Parameters<typeof fragment.observeDeep>[0]);
}

function addedElements(event: Y.YEvent<Y.XmlFragment>): Y.XmlElement[] {
  if (!(event.target instanceof Y.XmlFragment)) return [];
  return [...event.changes.added].flatMap(({ content }) =>
    content instanceof Y.ContentType && content.type instanceof Y.XmlElement ? [content.type] : [],
  );
}

function bareBlocks(element: Y.XmlElement): Y.XmlElement[] {
  if (element.nodeName === ELEMENT.text) return element.length === 0 ? [element] : [];
  return element.toArray().flatMap((child) => (child instanceof Y.XmlElement ? bareBlocks(child) : []));
}
