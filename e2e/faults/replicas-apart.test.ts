import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { yXmlFragmentToProseMirrorRootNode } from 'y-prosemirror';
import * as Y from 'yjs';
import { type OpenDocument, openDocument } from '#collab/client/open-document.ts';
import { editorSchema } from '#collab/document/editor-schema.ts';
import { readWriteUp } from '#collab/document/read-write-up.ts';
import { type Balancer, type LineFault, startBalancer } from '../balancer.ts';
import { onBothDatabases, type Place } from './on-both-databases.ts';
import { ownSeed, pick, seeded } from './seeded.ts';
import { editsByChance } from './write-up-edits.ts';
import { socketWith, until } from './writers.ts';
import { FAULT_TEXT } from './written.ts';

const LONG = Boolean(process.env.SOAK_LONG);
/** A failing seed that the output has told goes here, with what it was, and is tried ever after. */
const FAILED_ONCE: [number, string][] = [
  // an empty place is one an editor opens (emptied-place.test); this test had held it to be none
  [631408, 'two take out one of the last two blocks each'],
];
const seeds: [number, string][] = [...FAILED_ONCE, [ownSeed(), 'of this run']];
const REPLICAS = LONG ? 5 : 3;
const EVENTS = 8;
const AN_HOUR_MS = 3_600_000;
/** A document holds the words of runs before, and the browser what was kept in them. */
let runs = 0;

/** Somebody at a tab, behind a line of their own that can fail; what they type is kept in their browser. */
interface Replica {
  readonly tab: OpenDocument;
  line: Balancer;
  /** Closes the tab and opens it anew. */
  reopen(): void;
}

onBothDatabases((place) => {
  const lines: Balancer[] = [];
  // for this file alone: other tests of this process have no browser that keeps anything
  beforeAll(() => {
    vi.stubGlobal('localStorage', inMemory());
    vi.stubGlobal('indexedDB', new IDBFactory());
    vi.stubGlobal('IDBKeyRange', IDBKeyRange);
  });
  afterAll(async () => {
    vi.unstubAllGlobals();
    for (const line of lines) await line.close();
  });

  it.each(seeds)(
    '[D6] tabs are cut off, stalled, closed and opened, the server is killed and compacts: all end equal, whole and valid (seed %i, %s)',
    async (seed) => {
      const run = ++runs;
      const chance = seeded(seed);
      const edit = editsByChance(seed, chance);
      await place.start();
      const replicas: Replica[] = [];
      for (let nth = 0; nth < REPLICAS; nth++) {
        const line = await startBalancer([Number(new URL(place.at.origin).port)]);
        lines.push(line);
        replicas.push(replica(place, line, `person ${run}-${nth}`));
      }
      await until(() => replicas.every(({ tab }) => tab.status.get().ready), 'all are there', 30_000);

      const written: string[] = [];
      const writes = ({ tab }: Replica) => {
        edit(tab.doc);
        const word = `w${run}-${written.length};`;
        const words = tab.doc.getText(FAULT_TEXT);
        // behind some other word, never within it
        words.insert(words.toString().indexOf(';', chance() * words.length) + 1, word);
        written.push(word);
      };
      const happened: string[] = [];
      const event = async () => {
        const nth = Math.floor(chance() * REPLICAS);
        const one = replicas[nth];
        const name = pick(chance, LONG ? EVENT_NAMES : EVENT_NAMES.slice(1)) ?? 'mend';
        if (!one) return;
        happened.push(`${name} ${nth}`);
        if (name === 'kill the server') await place.start();
        else if (name === 'reopen') one.reopen();
        else if (name === 'mend') one.line.mend();
        else one.line.fail(name);
      };
      const began = performance.now();
      const goesOn = () => (LONG ? performance.now() - began < AN_HOUR_MS : happened.length < EVENTS);
      while (goesOn()) {
        for (let edits = 0; edits < 8; edits++) {
          const one = pick(chance, replicas);
          if (one) writes(one);
          await pause(chance() * (LONG ? 600 : 15));
        }
        await event();
      }
      if (!LONG) await place.start();
      const story = `seed ${seed}: ${happened.join(', ')}`;
      process.stdout.write(`[D6] ${REPLICAS} tabs, ${written.length} edits, ${story}\n`);

      for (const { line } of replicas) line.mend();
      await until(
        () => replicas.every(({ tab }) => tab.status.get().saved === 'saved' && !tab.hasUnsentWords()),
        `all saved (${story})`,
        60_000,
      );
      const newcomer = replica(place, replicas[0]?.line ?? expect.unreachable(), `newcomer ${run}`);
      const all = [...replicas, newcomer].map(({ tab }) => tab);
      const states = () => new Set(all.map(({ doc }) => stateOf(doc)));
      await until(
        () => newcomer.tab.status.get().ready && states().size === 1,
        `all equal (${story})`,
        // who has nothing to send notices a line that died in silence after 40 s; seen once in 250 runs, 2026-12-01
        60_000,
      );
      for (const { doc } of all) {
        const text = doc.getText(FAULT_TEXT).toString();
        const words = text.match(/w\d+-\d+;/g) ?? [];
        expect(words.filter((word) => word.startsWith(`w${run}-`)).sort(), story).toEqual(written.sort());
        expect(invalidPlaces(doc), story).toEqual([]);
      }
      for (const tab of all) tab.close();
    },
    2 * AN_HOUR_MS,
  );
});

type EventName = LineFault | 'kill the server' | 'reopen' | 'mend';
const EVENT_NAMES: readonly EventName[] = [
  'kill the server',
  'cut',
  'stall',
  'truncate',
  'reopen',
  'mend',
  'mend',
];

const replica = (place: Place, line: Balancer, person: string): Replica => {
  const { origin, cookie, document } = place.at;
  const open = () =>
    openDocument({
      name: document,
      person,
      mayWrite: true,
      url: `${line.origin.replace('http', 'ws')}/collab`,
      holdMs: 0,
      link: {
        // its browser keeps words of its own, and at the server there is but one person
        person: null,
        WebSocketPolyfill: socketWith(cookie, origin),
        askWhy: async () => 'unreachable',
        watchdogMs: LONG ? 10_000 : 1000,
      },
    });
  let tab = open();
  return {
    get tab() {
      return tab;
    },
    line,
    reopen: () => {
      tab.close();
      tab = open();
    },
  };
};

/** What Yjs holds and what people read: one string, equal where both are. */
const stateOf = (doc: Y.Doc): string =>
  JSON.stringify([
    [...Y.decodeStateVector(Y.encodeStateVector(doc))].sort(([one], [other]) => one - other),
    readWriteUp(doc),
    doc.getText(FAULT_TEXT).toString(),
  ]);

/** Places an editor could not open as they are. */
const invalidPlaces = (doc: Y.Doc): string[] => {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  const pending =
    copy.store.pendingStructs || copy.store.pendingDs ? ['something waits for what never came'] : [];
  const places = [...copy.share.keys()].filter((name) =>
    /^(section|finding|moment|account)(-\w+)?:/.test(name),
  );
  return [...pending, ...places.filter((name) => !isValid(copy.getXmlFragment(name)))];
};

const isValid = (fragment: Y.XmlFragment): boolean => {
  // two took out one of the last two blocks each: every editor shows an empty line there
  if (fragment.length === 0) return true;
  const before = fragment.toString();
  const node = yXmlFragmentToProseMirrorRootNode(fragment, editorSchema);
  node.check();
  return fragment.toString() === before;
};

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** A browser's localStorage. */
const inMemory = () => {
  const kept = new Map<string, string>();
  return {
    get length() {
      return kept.size;
    },
    key: (index: number) => [...kept.keys()][index] ?? null,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
};
