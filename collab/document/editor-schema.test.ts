import fc from 'fast-check';
import { expect, test } from 'vitest';
import { prosemirrorToYXmlFragment, yXmlFragmentToProseMirrorRootNode } from 'y-prosemirror';
import * as Y from 'yjs';
import { editorSchema } from './editor-schema.ts';
import { WORDS } from './field-names.ts';
import { readBlocks } from './read-blocks.ts';
import { readWriteUp } from './read-write-up.ts';
import { seedWriteUp } from './seed-write-up.ts';
import { anyWriteUp } from './write-up.arbitrary.ts';

test('the editor takes every seeded fragment as it is, and writes it back as it was', () => {
  const untouched = fc.property(anyWriteUp(), (writeUp) => {
    const doc = new Y.Doc();
    Y.applyUpdate(doc, seedWriteUp(writeUp));
    for (const { id, blocks } of readWriteUp(doc).sections) {
      const node = yXmlFragmentToProseMirrorRootNode(doc.getXmlFragment(WORDS.section(id)), editorSchema);
      node.check();
      const copy = prosemirrorToYXmlFragment(node, new Y.Doc().getXmlFragment('copy'));
      expect(readBlocks(copy)).toEqual(blocks);
    }
    expect(readWriteUp(doc)).toEqual(writeUp);
  });
  fc.assert(untouched, { numRuns: 100 });
});

test('an item with a number of its own is counted from there, and deeper ones begin anew', () => {
  const shown = (attrs: object) => {
    const node = editorSchema.node('textblock', attrs);
    const made = node.type.spec.toDOM?.(node) as [string, Record<string, unknown>, 0];
    return made[1].style;
  };
  expect(shown({ kind: 'numbered', indent: 4, number: 3 })).toBe('counter-set: n4 3 n5 0 n6 0');
  expect(shown({ kind: 'numbered', indent: 6, number: 0 })).toBe('counter-set: n6 0');
  expect(shown({ kind: 'numbered', number: '3; color: red' })).toBeNull();
  expect(shown({ kind: 'bullet', number: 3 })).toBeNull();
});

test('[bad input 22] a link mark shows only a safe address', () => {
  const link = editorSchema.mark('link', { href: 'java\tscript:alert(1)' });
  expect(link.type.spec.toDOM?.(link, true)).toEqual(['span', 0]);
});
