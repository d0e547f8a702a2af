import * as Y from 'yjs';
import { factsOf } from '#collab/document/field-names.ts';
import { addFinding, removeFinding } from '#collab/document/findings.ts';
import { addMoment, removeMoment } from '#collab/document/moments.ts';
import { addSection, removeSection } from '#collab/document/sections.ts';
import type { WriteUp } from '#domain/write-up.ts';

type Parts = Pick<WriteUp, 'sections' | 'findings' | 'moments'>;

const REMOVE = { sections: removeSection, findings: removeFinding, moments: removeMoment };
const FAMILIES = ['sections', 'findings', 'moments'] as const;

/**
 * What adds these parts behind what is there, as one update made once; `doc` stays as it is. Applied again, or on two
 * nodes at the same moment, it is there once: Yjs knows it by its client and clock.
 */
export function additionOf(doc: Y.Doc, { sections, findings, moments }: Parts): Uint8Array {
  const fork = new Y.Doc();
  Y.applyUpdate(fork, Y.encodeStateAsUpdate(doc));
  const updates: Uint8Array[] = [];
  fork.on('update', (update: Uint8Array) => updates.push(update));
  for (const section of sections) addSection(fork, section);
  for (const finding of findings) addFinding(fork, finding);
  for (const moment of moments) addMoment(fork, moment);
  fork.destroy();
  return Y.mergeUpdates(updates);
}

/** Does nothing where its parts are there already, removed or not. */
export function applyAddition(doc: Y.Doc, addition: Uint8Array): void {
  const isThere = partsOf(addition).some(([family, id]) => factsOf(doc, family).has(id));
  if (!isThere) Y.applyUpdate(doc, addition);
}

/** Removes what `addition` brought, as a person would: no word is deleted. */
export function removeAddition(doc: Y.Doc, addition: Uint8Array): void {
  for (const [family, id] of partsOf(addition)) REMOVE[family](doc, id);
}

function partsOf(addition: Uint8Array): (readonly [(typeof FAMILIES)[number], string])[] {
  const alone = new Y.Doc();
  Y.applyUpdate(alone, addition);
  const parts = FAMILIES.flatMap((family) =>
    [...factsOf(alone, family).keys()].map((id) => [family, id] as const),
  );
  alone.destroy();
  return parts;
}
