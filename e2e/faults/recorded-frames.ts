import * as encoding from 'lib0/encoding';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { openDocument } from '#collab/client/open-document.ts';
import { type Chance, chanceFrom } from './mutations.ts';
import { type Door, encoded, sync } from './raw-door.ts';
import { type At, socketWith, until } from './writers.ts';
import { FAULT_TEXT } from './written.ts';

/** What real clients send at each door: a handshake, some typing, a caret, a farewell. */
export async function recordFrames(at: At): Promise<Record<Door, Uint8Array[]>> {
  const collab: Uint8Array[] = [];
  const page = openDocument({
    name: at.document,
    person: 'somebody',
    mayWrite: true,
    url: `${at.origin.replace('http', 'ws')}/collab`,
    holdMs: 0,
    link: { WebSocketPolyfill: recording(at, collab), askWhy: async () => 'unreachable' },
  });
  await until(() => page.status.get().saved === 'saved', 'the page is there');
  type(page.doc, chanceFrom(1));
  page.setPresence({ block: 'section:1', typing: true });
  await until(() => !page.hasUnsentWords(), 'typed');
  page.close();

  const yjs: Uint8Array[] = [];
  const plain = new WebsocketProvider(`${at.origin.replace('http', 'ws')}/yjs`, at.document, new Y.Doc(), {
    WebSocketPolyfill: recording(at, yjs) as unknown as typeof WebSocket,
    disableBc: true,
  });
  await until(() => plain.synced, 'the plain client is there');
  type(plain.doc, chanceFrom(2));
  plain.awareness.setLocalState({ cursor: null, typing: true, user: { name: 'x', color: 'red' } });
  plain.destroy();
  return { collab, yjs };
}

/** An edit nobody has seen: mutations of what the document already holds say nothing new. */
export function freshEdit(door: Door, document: string, chance: Chance): Uint8Array {
  const doc = new Y.Doc();
  type(doc, chance);
  const frame = sync(2, Y.encodeStateAsUpdate(doc));
  if (door === 'yjs') return frame;
  return Buffer.concat([encoded((to) => encoding.writeVarString(to, document)), frame]);
}

/** A little of everything that Yjs can hold. */
function type(doc: Y.Doc, chance: Chance): void {
  const words = doc.getText(FAULT_TEXT);
  words.insert(0, 'words and 👩‍👩‍👧 more');
  words.format(0, 5, { bold: {} });
  words.delete(chance.below(4), 2);
  const facts = new Y.Map<unknown>();
  doc.getMap('sections').set(`s${chance.below(1000)}`, facts);
  facts.set('order', 'a0');
  facts.set('removed', chance.below(2) === 0);
  const block = new Y.XmlElement('textblock');
  block.setAttribute('kind', 'paragraph');
  block.insert(0, [new Y.XmlText('a paragraph')]);
  doc.getXmlFragment('section:s1').push([block]);
}

const recording = (at: At, into: Uint8Array[]) =>
  class extends socketWith(at.cookie, at.origin) {
    // the provider sends bytes alone
    override send(data: never): void {
      into.push(new Uint8Array(data));
      super.send(data);
    }
  };
