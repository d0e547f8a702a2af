import * as Y from 'yjs';
import type { LostWords } from '#collab/document/put-back.ts';
import { forgetMarks, listMarks, markUnsent, type UnsentMark, unmarkUnsent } from './kept-words.ts';
import { keepLeft, type WhyLeft } from './left-words.ts';
import { wordsOfMarks } from './unsent-words.ts';

interface Whose {
  person: string;
  /** The document. */
  name: string;
  sitting: string;
}

/**
 * What one tab knows of words no server has acknowledged: those typed here, and those of tabs before it, which it reads from this
 * browser and sends too. It takes away no other tab's mark before it has done so.
 */
export class UnsentHere {
  private readonly whose: Whose;
  /** Of which Yjs client, and from where on; the tab's own client, unless Yjs had to choose another. */
  private readonly typedFrom = new Map<number, number>();
  private inherited: UnsentMark[];
  private isTyped = false;
  private isKept = true;
  private readonly left: UnsentMark[] = [];

  /** @param inherits false for who reads nothing from this browser */
  constructor(whose: Whose, inherits: boolean) {
    this.whose = whose;
    this.inherited = inherits ? listMarks(whose.person, whose.name) : [];
  }

  /** Whether there are any. */
  get any(): boolean {
    return this.isTyped || this.inherited.length > 0;
  }

  /** An update made in this tab, which the document has already. */
  typed(doc: Y.Doc, update: Uint8Array): void {
    this.isTyped = true;
    // read once, not for each key
    if (this.typedFrom.has(doc.clientID)) return;
    for (const [client, clock] of Y.parseUpdateMeta(update).from) this.typedFrom.set(client, clock);
  }

  /** Also when it had been marked: another tab that sent the same words takes this one for a tab that is gone. */
  mark(): void {
    const { person, name, sitting } = this.whose;
    if (this.isTyped && this.isKept) markUnsent(person, name, sitting, this.typedFrom);
  }

  /** The server has everything this tab has. */
  acknowledged(hasReadKept: boolean): void {
    this.unmark();
    this.isTyped = false;
    this.typedFrom.clear();
    if (!hasReadKept) return;
    forgetMarks(this.inherited);
    this.inherited = [];
  }

  /** This browser cannot be read: what earlier tabs marked is not this one's to send. */
  inheritNothing(): void {
    this.inherited = [];
  }

  /** What was kept in this browser has been wiped, by signing out in another tab for one: a mark would speak of nothing. */
  keptNoLonger(): void {
    this.unmark();
    this.isKept = false;
  }

  /** They may have been left before: what follows them in the same paragraph belongs to them. */
  wordsIn(doc: Y.Doc): LostWords[] {
    return wordsOfMarks(doc, [this.typedFrom, ...[...this.inherited, ...this.left].map(({ from }) => from)]);
  }

  /**
   * Nothing takes these words any more: they are kept apart, to be offered to their author. For once what was kept in this browser has
   * been read. False where they cannot be kept.
   */
  leave(doc: Y.Doc, why: WhyLeft): boolean {
    const { person, name, sitting } = this.whose;
    if (!keepLeft(person, this.wordsIn(doc), { from: name, sitting, why })) return false;
    this.unmark();
    this.isTyped = false;
    forgetMarks(this.inherited);
    this.left.push(...this.inherited.splice(0));
    return true;
  }

  private unmark(): void {
    const { person, name, sitting } = this.whose;
    if (this.isTyped) unmarkUnsent(person, name, sitting);
  }
}
