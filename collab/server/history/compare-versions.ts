import * as Y from 'yjs';
import type { By, Changes } from '#domain/history/changes.ts';
import { askAuthorship, noAuthorship } from './authorship.ts';
import { comparePictures } from './compare-pictures.ts';
import { takePicture } from './picture.ts';
import type { Origin } from './place-tokens.ts';
import { rememberingDoc, replay, type Sources } from './replay.ts';
import { wordsAdriftSince } from './words-adrift.ts';
import { wordsBetween } from './words-between.ts';

/** What differs between a version and a later one; `since` are the sources from the one to the other. */
export function compareVersions(sources: Sources, since: Sources): Changes {
  const [earlier, later] = [rememberingDoc(), rememberingDoc()];
  replay(earlier, sources);
  Y.applyUpdate(later, Y.encodeStateAsUpdate(earlier));
  const touched = watchPlaces(later);
  const authorship = noAuthorship();
  replay(later, since, authorship);
  const asked = askAuthorship(authorship);
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
  const known = Y.decodeStateVector(Y.encodeStateVector(earlier));
  const picture = takePicture(later);
  const changes: Changes = {
    parts: comparePictures(takePicture(earlier), picture, touched, whoOf),
    adrift: wordsAdriftSince(later, authorship, known),
    between: wordsBetween({ later, picture, known, touched, authorship, whoOf }),
  };
  earlier.destroy();
  later.destroy();
  return changes;
}

/** Names of the places something happens in from now on: all others read the same, and need not be read at all. */
function watchPlaces(doc: Y.Doc): ReadonlySet<string> {
  const touched = new Set<string>();
  doc.on('afterTransaction', (transaction) => {
    // a place nobody has read yet tells no one of its first words, and is in `changed` alone
    for (const type of [...transaction.changedParentTypes.keys(), ...transaction.changed.keys()])
      if (type._item === null) touched.add(Y.findRootTypeKey(type));
  });
  return touched;
}
