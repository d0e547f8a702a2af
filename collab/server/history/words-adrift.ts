import * as Y from 'yjs';
import type { Changes } from '#domain/history/changes.ts';
import type { Authorship } from './authorship.ts';

/** Words that arrived after `known` and never had a place: typed into what somebody else was taking out (D13). */
export function wordsAdriftSince(
  doc: Y.Doc,
  { adrift, people }: Authorship,
  known: Map<number, number>,
): Changes['adrift'] {
  const told: Changes['adrift'] = [];
  for (const [client, runs] of adrift)
    for (const { clock, length, who } of runs) {
      if (clock < (known.get(client) ?? 0)) continue;
      const text = textBetween(doc, client, clock, clock + length);
      if (text.trim() !== '') told.push({ text, by: [people[who] ?? null] });
    }
  return told;
}

function textBetween(doc: Y.Doc, client: number, from: number, to: number): string {
  let text = '';
  const structs = doc.store.clients.get(client) ?? [];
  for (let at = Y.findIndexSS(structs, from); at < structs.length; at++) {
    const struct = structs[at];
    if (!struct || struct.id.clock >= to) break;
    if (!(struct instanceof Y.Item && struct.content instanceof Y.ContentString)) continue;
    const begins = Math.max(0, from - struct.id.clock);
    text += struct.content.str.slice(begins, to - struct.id.clock);
  }
  return text;
}
