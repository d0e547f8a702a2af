import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import type { TextBlock } from '#domain/write-up.ts';
import { WORDS } from './field-names.ts';
import { addFinding, removeFinding, restoreFinding, setFindingKind } from './findings.ts';
import { linkEvidence, linkMoment, nameSystem, unlinkEvidence, unnameSystem } from './links.ts';
import { addAccount, addMoment, moveMoment, removeAccount, setMomentTime } from './moments.ts';
import { readWriteUp } from './read-write-up.ts';
import { addSection, moveSection, removeSection, restoreSection } from './sections.ts';
import { seedWriteUp } from './seed-write-up.ts';
import { anyWriteUp } from './write-up.arbitrary.ts';

const EMPTY = { title: 'A slow evening', standfirst: '', sections: [], findings: [], moments: [] };

describe('a write-up in the shared document', () => {
  test('reads as it was seeded, whatever it holds', () => {
    const readsAsSeeded = fc.property(anyWriteUp(), (writeUp) => {
      expect(readWriteUp(opened(writeUp))).toEqual(writeUp);
    });
    fc.assert(readsAsSeeded, { numRuns: 300 });
  });

  test('is not changed by reading', () => {
    const doc = opened(EMPTY);
    const before = Y.encodeStateAsUpdate(doc);
    readWriteUp(doc);
    expect(Y.encodeStateAsUpdate(doc)).toEqual(before);
  });

  test('keeps sections in the order people gave them', () => {
    const doc = opened(EMPTY);
    for (const id of ['a', 'b', 'c']) addSection(doc, { id, title: id });
    addSection(doc, { id: 'd', title: 'd' }, 'a');
    moveSection(doc, 'c', null);
    expect(sectionIds(doc)).toEqual(['c', 'a', 'd', 'b']);
    moveSection(doc, 'c', 'b');
    expect(sectionIds(doc)).toEqual(['a', 'd', 'b', 'c']);
  });

  test('removes without deleting a word', () => {
    const doc = opened(EMPTY);
    addSection(doc, { id: 'a', title: 'What held', blocks: [paragraph('p', 'The backup held.')] });
    addFinding(doc, { id: 'f', kind: 'mitigator', title: 'A second pair of eyes' });
    const before = readWriteUp(doc);
    removeSection(doc, 'a');
    removeFinding(doc, 'f');
    expect(readWriteUp(doc)).toMatchObject({ sections: [], findings: [] });
    expect(doc.getXmlFragment(WORDS.section('a')).toString()).toContain('The backup held.');
    restoreSection(doc, 'a');
    restoreFinding(doc, 'f');
    expect(readWriteUp(doc)).toEqual(before);
  });

  test('a change of kind keeps a red herring’s other parts', () => {
    const doc = opened(EMPTY);
    addFinding(doc, { id: 'f', kind: 'red-herring', reasonable: [paragraph('p', 'It had worked twice.')] });
    setFindingKind(doc, 'f', 'contributor');
    expect(readWriteUp(doc).findings[0]?.reasonable).toHaveLength(1);
  });

  test('links to a message once, in the order of linking', () => {
    const doc = opened(EMPTY);
    addFinding(doc, { id: 'f', kind: 'surprise', evidence: ['m2'] });
    for (const message of ['m1', 'm2', 'm3']) linkEvidence(doc, 'findings', 'f', message);
    linkMoment(doc, 'f', 'moment');
    expect(readWriteUp(doc).findings[0]).toMatchObject({ evidence: ['m2', 'm1', 'm3'], moments: ['moment'] });
    unlinkEvidence(doc, 'findings', 'f', 'm1');
    expect(readWriteUp(doc).findings[0]?.evidence).toEqual(['m2', 'm3']);
  });

  test('a finding names a system once, and no longer once it is taken off', () => {
    const doc = opened(EMPTY);
    addFinding(doc, { id: 'f', kind: 'risk', systems: ['s2'] });
    for (const system of ['s1', 's2']) nameSystem(doc, 'f', system);
    expect(readWriteUp(doc).findings[0]?.systems).toEqual(['s2', 's1']);
    unnameSystem(doc, 'f', 's2');
    expect(readWriteUp(doc).findings[0]?.systems).toEqual(['s1']);
  });

  test('lets accounts stand beside each other', () => {
    const doc = opened(EMPTY);
    addMoment(doc, { id: 'm', kind: 'observation', time: { certainty: 'order-only' } });
    addAccount(doc, 'm', { id: 'a', teller: 'on call' });
    addAccount(doc, 'm', { id: 'b', teller: 'joined later' });
    expect(readWriteUp(doc).moments[0]?.accounts.map((account) => account.teller)).toEqual([
      'on call',
      'joined later',
    ]);
    removeAccount(doc, 'a');
    expect(readWriteUp(doc).moments[0]?.accounts.map((account) => account.id)).toEqual(['b']);
  });
});

describe('two people at once', () => {
  test('moving a section while a neighbour types in it keeps every word', () => {
    const [amir, priya] = replicas();
    moveSection(amir, 'b', null);
    typeAtEnd(priya, WORDS.section('b'), ' And then it ran.');
    meet(amir, priya);
    for (const doc of [amir, priya]) {
      expect(sectionIds(doc)).toEqual(['b', 'a']);
      expect(JSON.stringify(readWriteUp(doc))).toContain('It waited. And then it ran.');
    }
  });

  test('words typed into what a neighbour removes come back with it', () => {
    const [amir, priya] = replicas();
    removeSection(amir, 'b');
    typeAtEnd(priya, WORDS.section('b'), ' Still here.');
    meet(amir, priya);
    expect(sectionIds(priya)).toEqual(['a']);
    restoreSection(amir, 'b');
    expect(JSON.stringify(readWriteUp(amir))).toContain('It waited. Still here.');
  });

  test('two changes of one time end as one of the two, never a blend', () => {
    const [amir, priya] = replicas();
    const first = { certainty: 'exact', start: '2017-01-31T23:27:00.000Z', end: null } as const;
    const second = {
      certainty: 'about',
      start: '2017-01-31T23:30:00.000Z',
      end: '2017-01-31T23:31:00.000Z',
    } as const;
    setMomentTime(amir, 'm', first);
    setMomentTime(priya, 'm', second);
    moveMoment(priya, 'm', null);
    meet(amir, priya);
    expect(readWriteUp(amir)).toEqual(readWriteUp(priya));
    expect([first, second]).toContainEqual(readWriteUp(amir).moments[0]?.time);
  });

  test('links added at once both stay', () => {
    const [amir, priya] = replicas();
    linkEvidence(amir, 'moments', 'm', 'one');
    linkEvidence(priya, 'moments', 'm', 'two');
    meet(amir, priya);
    expect(readWriteUp(amir).moments[0]?.evidence.toSorted()).toEqual(['one', 'two']);
  });

  test('two who begin an empty section at once write into the same text', () => {
    const [amir, priya] = replicas();
    addSection(amir, { id: 'new' });
    meet(amir, priya);
    typeAtEnd(amir, WORDS.section('new'), 'One');
    typeAtEnd(priya, WORDS.section('new'), 'Two');
    meet(amir, priya);
    expect(amir.getXmlFragment(WORDS.section('new')).length).toBe(1);
    expect(JSON.stringify(readWriteUp(amir).sections)).toMatch(/OneTwo|TwoOne/);
  });
});

const paragraph = (id: string, text: string): TextBlock => ({
  type: 'text',
  id,
  kind: 'paragraph',
  level: 1,
  indent: 0,
  content: [{ text }],
});

function opened(writeUp: Parameters<typeof seedWriteUp>[0]): Y.Doc {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, seedWriteUp(writeUp));
  return doc;
}

function replicas(): [Y.Doc, Y.Doc] {
  const amir = opened(EMPTY);
  addSection(amir, { id: 'a', title: 'First', blocks: [paragraph('p', 'It began.')] });
  addSection(amir, { id: 'b', title: 'Second', blocks: [paragraph('q', 'It waited.')] });
  addMoment(amir, { id: 'm', kind: 'observation', time: { certainty: 'order-only' } });
  const priya = new Y.Doc();
  meet(amir, priya);
  return [amir, priya];
}

function meet(one: Y.Doc, other: Y.Doc): void {
  Y.applyUpdate(one, Y.encodeStateAsUpdate(other));
  Y.applyUpdate(other, Y.encodeStateAsUpdate(one));
}

function typeAtEnd(doc: Y.Doc, name: string, text: string): void {
  const last = doc.getXmlFragment(name).toArray().at(-1);
  const words = last instanceof Y.XmlElement ? last.get(0) : null;
  if (!(words instanceof Y.XmlText)) throw new Error(`nothing to type in at ${name}`);
  words.insert(words.length, text);
}

const sectionIds = (doc: Y.Doc) => readWriteUp(doc).sections.map((section) => section.id);
