import type { Definition, Root } from 'mdast';
import type { LeftOut, ProposedPicture } from './proposal.ts';

/** What reading one text gathers on the way: link definitions and their use, pictures, and what goes nowhere. */
export interface Reading {
  newId: () => string;
  definitions: ReadonlyMap<string, Definition>;
  usedDefinitions: Set<string>;
  pictures: ProposedPicture[];
  leftOut: LeftOut[];
}

export function startReading(root: Root, newId: () => string): Reading {
  const definitions = new Map<string, Definition>();
  for (const node of root.children)
    if (node.type === 'definition' && !definitions.has(node.identifier))
      definitions.set(node.identifier, node);
  return { newId, definitions, usedDefinitions: new Set(), pictures: [], leftOut: [] };
}

/** A picture block's `upload` until the picture itself is stored: its path in the source. */
export const PICTURE_PATH = 'path:';
