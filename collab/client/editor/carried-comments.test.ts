// @vitest-environment happy-dom
// Long: every structural edit the editor offers, each with its undo, over one pair of real views.
import { joinBackward, joinForward } from 'prosemirror-commands';
import { type Command, EditorState, Selection, TextSelection } from 'prosemirror-state';
import { addRowAfter, deleteRow } from 'prosemirror-tables';
import { EditorView } from 'prosemirror-view';
import { afterEach, describe, expect, test } from 'vitest';
import { ySyncPlugin } from 'y-prosemirror';
import * as Y from 'yjs';
import { editorSchema } from '#collab/document/editor-schema.ts';
import { fillWords } from '#collab/document/entries.ts';
import { WORDS } from '#collab/document/field-names.ts';
import { findAnchored } from '#collab/document/find-anchored.ts';
import { findWords } from '#collab/document/find-words.ts';
import { addFinding, removeFinding, restoreFinding } from '#collab/document/findings.ts';
import { readPlaceText } from '#collab/document/place-text.ts';
import { addSection, moveSection, removeSection, restoreSection } from '#collab/document/sections.ts';
import { anchorWords, blockAt, resolveAnchor, wordsIn } from '#collab/document/word-anchor.ts';
import { WriteUpPlaces } from '#collab/document/write-up-places.ts';
import { isStillThoseWords } from '#domain/comments/same-words.ts';
import type { KeptAnchor } from '#domain/comments/thread.ts';
import type { Block } from '#domain/write-up.ts';
import { CommentCarrier } from '../comment-carrier.ts';
import { backspace, enter, indentBy, setShape } from './block-commands.ts';
import { commentMarks } from './comment-marks.ts';
import { keepOneText } from './one-text.ts';
import { personUndo } from './person-undo.ts';
import { uniqueIds } from './unique-ids.ts';

/** Two sections; a comment stands on some words of the first. Amir writes; Priya has the same page open. */
const S = 'ce8b5a0e-6a0e-4c4c-8d6e-000000000001';
const T = 'ce8b5a0e-6a0e-4c4c-8d6e-000000000002';
const F = 'ce8b5a0e-6a0e-4c4c-8d6e-000000000003';
const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

const FIRST = 'They did, and the tool printed not a line.';
const SECOND = 'So one obstacle after another was found.';
const QUOTE = 'the tool printed not a line';

describe('[K5] a comment stays with its words, for the writer, the neighbour and the server, through', () => {
  const changes: [string, (amir: Page) => void][] = [
    ['Enter before them', (amir) => amir.does(enter, 'the tool', 0)],
    ['Enter at the very beginning of their block', (amir) => amir.does(enter, 'They did', 0)],
    ['Enter amid them', (amir) => amir.does(enter, 'printed', 0)],
    ['Enter inside a word of them', (amir) => amir.does(enter, 'printed', 4)],
    ['Enter behind them', (amir) => amir.does(enter, 'line.', 5)],
    ['Backspace at the beginning of the next block', (amir) => amir.does(backspace, 'So one', 0)],
    ['Delete at the end of their block', (amir) => amir.does(joinForward, 'line.', 5)],
    [
      'a split, and a join by Backspace',
      (amir) => {
        amir.does(enter, 'the tool', 0);
        amir.does(joinBackward, 'the tool', 0);
      },
    ],
    ['a change of type', (amir) => amir.does(setShape({ kind: 'heading' }), 'the tool', 0)],
    ['a wrap in a quotation', (amir) => amir.does(setShape({ kind: 'quote' }), 'the tool', 0)],
    [
      'becoming a list item, and its indent',
      (amir) => {
        amir.selects('They did', SECOND);
        amir.does(setShape({ kind: 'bullet' }));
        amir.does(indentBy(1), 'So one', 0);
      },
    ],
    ['a cut and paste within the place', (amir) => amir.cutsAndPastes(QUOTE, 'found.')],
    ['a cut and paste of their whole block', (amir) => amir.cutsAndPastes(FIRST, 'found.')],
    [
      'a cut and paste with what stands around them',
      (amir) => amir.cutsAndPastes('and the tool printed not a line', 'found.'),
    ],
    ['a drag to the end of the place', (amir) => amir.drags(QUOTE, 'found.')],
    ['words typed amid them', (amir) => amir.types('printed', 0, 'calmly ')],
    [
      'a split of words edited before',
      (amir) => {
        amir.types('printed', 0, 'calmly ');
        amir.does(enter, 'calmly', 0);
      },
    ],
  ];
  test.each(changes)('%s', (_title, change) => {
    const { amir, priya, server } = company();
    change(amir);
    server.takes(amir);
    for (const page of [amir, priya]) expect(page.marked(), page.name).toMatch(STILL);
    expect(server.reads()).toMatch(STILL);
    expect(server.refused).toEqual([]);
    // by its anchor, not because the words were found again
    expect(server.isHeld()).toBe(true);
  });

  test.each(changes)('the undo of: %s', (_title, change) => {
    const { amir, priya, server } = company();
    change(amir);
    server.takes(amir);
    while (amir.undo()) server.takes(amir);
    server.takes(amir);
    expect(amir.text()).toBe(`${FIRST}\n${SECOND}`);
    for (const page of [amir, priya]) expect(page.marked(), page.name).toBe(QUOTE);
    expect(server.reads()).toBe(QUOTE);
    expect(server.isHeld()).toBe(true);
  });
  const STILL = /^the tool\s+(calmly\s+)?prin\s*ted\s+not a line$/;
});

describe('[K5] and through', () => {
  test('a cut in one section and a paste in another', () => {
    const { amir, server } = company();
    const other = amir.opens(T);
    const slice = amir.cuts(QUOTE);
    expect(server.takes(amir)).toBe(0);
    other.pastes(slice, 'Another section.', 16);
    server.takes(amir);
    expect(other.marked()).toBe(QUOTE);
    expect(server.place()).toBe(WORDS.section(T));
  });

  test('a cut and paste where the same words stand several times: it stays with the ones it was on', () => {
    const words = 'One try, then a second try, then a third try.';
    const { amir, server } = company([paragraph('a', words), paragraph('b', 'After a try.')], 'second try');
    server.begins(WORDS.section(S), 'try, then a third');
    server.tells();
    amir.cutsAndPastes('second try, then a third try.', 'After a try.');
    server.takes(amir);
    expect(server.reads()).toBe('try, then a third');
    expect(amir.text()).toBe('One try, then a \nAfter a try.second try, then a third try.');
    expect(server.isHeld()).toBe(true);
  });

  test('the paste of a copy, which copies no comment', () => {
    const { amir, server } = company();
    const other = amir.opens(T);
    other.pastes(amir.copies(QUOTE), 'Another section.', 16);
    expect(server.takes(amir)).toBe(0);
    expect(other.marked()).toBe('');
    expect(amir.marked()).toBe(QUOTE);
    expect(other.text()).toContain(QUOTE);
  });

  test('rows put in and taken out around the cell it stands in, and out of that very row and back', () => {
    const { amir, server } = company([table('one', 'in the cell', 'three')], 'in the cell');
    amir.does(addRowAfter, 'one', 0);
    amir.does(deleteRow, 'one', 0);
    server.takes(amir);
    expect([amir.marked(), server.reads()]).toEqual(['in the cell', 'in the cell']);
    amir.does(deleteRow, 'in the cell', 0);
    server.takes(amir);
    expect(server.reads()).toBeNull();
    amir.undo();
    server.takes(amir);
    expect([amir.marked(), server.reads()]).toEqual(['in the cell', 'in the cell']);
  });

  test('a section moved, taken out and put back, and a finding likewise', () => {
    const { amir, server } = company();
    moveSection(amir.doc, S, T);
    expect(server.reads()).toBe(QUOTE);
    removeSection(amir.doc, S);
    expect(server.reads()).toBeNull();
    amir.undo();
    expect(server.reads()).toBe(QUOTE);
    removeSection(amir.doc, S);
    restoreSection(amir.doc, S);
    expect(server.reads()).toBe(QUOTE);
    addFinding(amir.doc, { id: F, kind: 'risk', blocks: [paragraph('f1', 'A door nobody knew.')] });
    server.begins(WORDS.finding(F), 'nobody knew');
    removeFinding(amir.doc, F);
    expect(server.reads()).toBeNull();
    restoreFinding(amir.doc, F);
    expect(server.reads()).toBe('nobody knew');
  });

  test('a split by somebody whose program sends no anchors: the words are found again, whole', () => {
    const { amir, priya, server } = company();
    amir.does(enter, 'printed', 0);
    expect(server.reads()?.replace(/\s+/g, ' ')).toBe('the tool printed not a line');
    expect(priya.marked().replace(/\s+/g, ' ')).toBe('the tool printed not a line');
  });

  test('[K6] words that are nowhere any more: the thread says so, and finds them again when they are put back', () => {
    const { amir, server } = company();
    amir.cuts(QUOTE);
    server.takes(amir);
    expect(server.reads()).toBeNull();
    amir.types('They did', 0, `${QUOTE}. `);
    server.takes(amir);
    expect(server.reads()).toBe(QUOTE);
  });

  test('two changes at once: Priya splits before the words while Amir cuts what stands after them', () => {
    const { amir, priya, server, part, meet } = company();
    part();
    priya.does(enter, 'and the tool', 0);
    amir.cuts(' So one obstacle'.trim());
    meet();
    server.takes(priya);
    server.takes(amir);
    for (const page of [amir, priya]) expect(page.marked(), page.name).toBe(QUOTE);
    expect(server.reads()).toBe(QUOTE);
  });
});

test('typing in a place without comments asks nothing of the carrier', () => {
  const { amir, server } = company();
  const other = amir.opens(T);
  other.types('Another', 0, 'x');
  expect(server.takes(amir)).toBe(0);
});

const paragraph = (id: string, text: string): Block => ({
  type: 'text',
  id,
  kind: 'paragraph',
  level: 1,
  indent: 0,
  content: [{ text }],
});

const table = (...words: string[]): Block => ({
  type: 'table',
  id: 'table',
  rows: words.map((text) => [{ header: false, content: [{ text }] }]),
});

/** Amir's page, Priya's, and what the server keeps; changes go from one document to the others at once, until they `part`. */
function company(blocks: Block[] = [paragraph('a', FIRST), paragraph('b', SECOND)], quote = QUOTE) {
  const seed = new Y.Doc();
  addSection(seed, { id: S });
  addSection(seed, { id: T });
  for (const [id, words] of [
    [S, blocks],
    [T, [paragraph('t', 'Another section.')]],
  ] as const) {
    const fragment = seed.getXmlFragment(WORDS.section(id));
    fragment.delete(0, fragment.length);
    fillWords(seed, WORDS.section(id), words);
  }
  const docs = [0, 1, 2].map(() => {
    const doc = new Y.Doc();
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(seed));
    return doc;
  });
  let apart = false;
  const meet = () => {
    apart = false;
    for (const doc of docs)
      for (const from of docs) if (doc !== from) Y.applyUpdate(doc, Y.encodeStateAsUpdate(from), 'network');
  };
  for (const doc of docs)
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === 'network' || apart) return;
      for (const other of docs) if (other !== doc) Y.applyUpdate(other, update, 'network');
    });
  const [serverDoc, amirs, priyas] = docs as [Y.Doc, Y.Doc, Y.Doc];
  const pages: Page[] = [];
  const server = new Server(serverDoc, pages);
  server.begins(WORDS.section(S), quote);
  pages.push(new Page('Amir', amirs), new Page('Priya', priyas));
  const [amir, priya] = pages as [Page, Page];
  server.tells();
  return { amir, priya, server, meet, part: () => (apart = true) };
}

/** The rows, and the rule by which anchors are accepted. */
class Server {
  refused: string[] = [];
  private row: { quote: string; anchor: KeptAnchor } | null = null;

  private readonly doc: Y.Doc;
  private readonly pages: Page[];

  constructor(doc: Y.Doc, pages: Page[]) {
    this.doc = doc;
    this.pages = pages;
  }

  begins(place: string, quote: string) {
    const text = readPlaceText(this.doc, place);
    const range = findWords(text, quote)[0];
    const anchor = range && anchorWords(text, range);
    if (!range || !anchor) throw new Error(`no “${quote}” in ${place}`);
    this.row = { quote, anchor: { ...anchor, block: blockAt(text, range.from), words: quote } };
  }

  tells() {
    if (this.row)
      for (const page of this.pages) page.carrier.set([{ id: 'thread', isMarked: true, ...this.row }]);
  }

  takes(page: Page): number {
    const sent = page.carrier.takeUnsent();
    for (const anchor of sent) {
      const text = readPlaceText(this.doc, anchor.place);
      const range = resolveAnchor(this.doc, text, anchor);
      const row = this.row;
      if (!row || range === 'unknown') throw new Error('an edit that has not arrived');
      const words = range ? wordsIn(text, range) : '';
      if (range && (isStillThoseWords(words, row.anchor.words) || isStillThoseWords(words, row.quote)))
        row.anchor = { ...anchor, block: blockAt(text, range.from), words };
      else this.refused.push(words);
    }
    this.tells();
    return sent.length;
  }

  /** The words where the thread stands, for somebody who opens the page now. */
  reads(): string | null {
    const found = this.found();
    return found && wordsIn(found.text, found.range);
  }

  isHeld(): boolean {
    return this.found()?.held === true;
  }

  place(): string | undefined {
    return this.found()?.text.place;
  }

  private found() {
    if (!this.row) return null;
    const { quote, anchor } = this.row;
    return findAnchored(new WriteUpPlaces(this.doc), {
      anchors: [anchor],
      block: anchor.block,
      words: anchor.words,
      quote,
    });
  }
}

/** Somebody's page: real views, bound through y-prosemirror, with the plugins of the program. */
class Page {
  readonly carrier: CommentCarrier;
  readonly name: string;
  readonly doc: Y.Doc;
  private readonly manager: ReturnType<typeof personUndo>;
  private readonly main: Editor;

  constructor(name: string, doc: Y.Doc) {
    this.name = name;
    this.doc = doc;
    this.carrier = new CommentCarrier(doc, () => {});
    this.manager = personUndo(doc);
    this.main = this.opens(S);
  }

  opens(section: string): Editor {
    return new Editor(this.doc, WORDS.section(section), this.carrier, this.manager);
  }

  undo = () => this.manager.undo();
  does = (command: Command, words?: string, offset?: number) => this.main.does(command, words, offset);
  types = (words: string, offset: number, typed: string) => this.main.types(words, offset, typed);
  selects = (from: string, to: string) => this.main.selects(from, to);
  cuts = (words: string) => this.main.cuts(words);
  copies = (words: string) => this.main.copies(words);
  drags = (words: string, behind: string) => this.main.drags(words, behind);
  cutsAndPastes(words: string, behind: string) {
    const slice = this.main.cuts(words);
    this.main.pastes(slice, behind, behind.length);
  }
  marked = () => this.main.marked();
  text = () => this.main.text();
}

class Editor {
  private readonly view: EditorView;

  constructor(doc: Y.Doc, place: string, carrier: CommentCarrier, undo: ReturnType<typeof personUndo>) {
    const at = document.createElement('div');
    document.body.append(at);
    const fragment = doc.getXmlFragment(place);
    const stopKeeping = keepOneText(fragment);
    const empty = editorSchema.nodes.doc?.createAndFill();
    if (!empty) throw new Error('no document');
    this.view = new EditorView(
      { mount: at },
      {
        state: EditorState.create({
          doc: empty,
          plugins: [ySyncPlugin(fragment), uniqueIds(), commentMarks(carrier, place)],
        }),
      },
    );
    const stop = undo.watch(fragment, this.view);
    closing.push(() => {
      stop();
      stopKeeping();
      this.view.destroy();
    });
  }

  /** With the caret so far into these words; without them, with what is selected. */
  does(command: Command, words?: string, offset = 0) {
    if (words !== undefined) this.caret(words, offset);
    expect(command(this.view.state, this.view.dispatch, this.view)).toBe(true);
  }

  types(words: string, offset: number, typed: string) {
    this.caret(words, offset);
    for (const sign of typed) this.view.dispatch(this.view.state.tr.insertText(sign));
  }

  selects(from: string, to: string) {
    const { state } = this.view;
    const end = this.at(to) + to.length;
    this.view.dispatch(state.tr.setSelection(TextSelection.create(state.doc, this.at(from), end)));
  }

  cuts(words: string) {
    const slice = this.copies(words);
    this.view.dispatch(this.view.state.tr.deleteSelection().setMeta('uiEvent', 'cut'));
    return slice;
  }

  /** The clipboard's own form: what the browser would carry. */
  copies(words: string): string {
    this.selects(words, words);
    return this.view.serializeForClipboard(this.view.state.selection.content()).dom.innerHTML;
  }

  pastes(html: string, words: string, offset: number) {
    this.caret(words, offset);
    this.view.pasteHTML(html);
  }

  /** As the editor drops what is dragged within it: taken out and put in by one transaction. */
  drags(words: string, behind: string) {
    this.selects(words, words);
    const slice = this.view.state.selection.content();
    const { tr } = this.view.state;
    tr.deleteSelection();
    tr.replace(tr.mapping.map(this.at(behind) + behind.length), undefined, slice);
    this.view.dispatch(tr.setMeta('uiEvent', 'drop'));
  }

  marked(): string {
    return [...this.view.dom.querySelectorAll('[data-thread]')].map((mark) => mark.textContent).join('\n');
  }

  text(): string {
    return this.view.state.doc.textBetween(0, this.view.state.doc.content.size, '\n');
  }

  private caret(words: string, offset: number) {
    const { state } = this.view;
    this.view.dispatch(state.tr.setSelection(Selection.near(state.doc.resolve(this.at(words) + offset))));
  }

  private at(words: string): number {
    let found = -1;
    this.view.state.doc.descendants((node, pos) => {
      const at = node.isTextblock ? node.textContent.indexOf(words) : -1;
      if (at >= 0 && found < 0) found = pos + 1 + at;
      return !node.isTextblock;
    });
    if (found < 0) throw new Error(`no “${words}” in “${this.text()}”`);
    return found;
  }
}
