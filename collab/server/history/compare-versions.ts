import * as Y from 'yjs';
import type { By, Changes } from '#domain/history/changes.ts';
import { askAuthorship, noAuthorship } from './authorship.ts';
import { comparePictures } from './compare-pictures.ts';
import { takePicture } from './picture.ts';
import type { Origin } from './place-tokens.ts';
import { rememberingDoc, replay, type Sources } from './replay.ts';
import { wordsAdriftSince } from './words-adrift.ts';

/** What differs between a version and a later one; `later` are the sources from the one to the other. */
export function compareVersions(earlier: Sources, later: Sources): Changes {
  const doc = rememberingDoc();
  replay(doc, earlier, noAuthorship());
  const before = takePicture(doc);
  const known = Y.decodeStateVector(Y.encodeStateVector(doc));
  const authorship = noAuthorship();
  replay(doc, later, authorship);
  const asked = askAuthorship(authorship);
  const after = takePicture(doc);
  const whoOf = (op: 'in' | 'out', origin: Origin): By => {
    const ask = op === 'in' ? asked.insertedBy : asked.deletedBy;
    const by = new Set<By[number]>();
    for (const { client, clock, length } of origin)
      for (const tick of [clock, clock + length - 1]) {
        const person = ask(client, tick);
        if (person !== undefined) by.add(person);
      }
    return [...by];
  };
  const changes: Changes = {
    parts: comparePictures(before, after, whoOf),
    adrift: wordsAdriftSince(doc, authorship, known),
  };
  doc.destroy();
  return changes;
}
