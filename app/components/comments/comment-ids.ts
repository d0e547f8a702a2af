import { readTabWords, writeTabWords } from '../tab-words.ts';

/** A comment as it was last sent, without an answer yet. */
interface Sent {
  id: string;
  on: string;
  text: string;
}

/** The ids a tab's comments are sent under, each until its comment is kept. Like the words they outlive a reload. */
export class CommentIds {
  /** Where a browser keeps nothing for its tabs, they are known until the page is loaded anew. */
  private readonly sent = new Map<string, Sent>();

  /**
   * Sent again after a lost answer it is the same comment, whether its words or what they are on have been chosen anew; other words
   * on something else are another one.
   * @param form a name for the form, and for whose it is
   */
  idOf(form: string, on: string, text: string): string {
    const before = this.sent.get(form) ?? parse(readTabWords(nameOf(form)));
    const isSame = before !== null && (before.on === on || before.text === text);
    const sent: Sent = { id: isSame ? before.id : crypto.randomUUID(), on, text };
    this.sent.set(form, sent);
    writeTabWords(nameOf(form), JSON.stringify(sent));
    return sent.id;
  }

  /** It has been answered that this is kept; the next one is another comment. One sent since keeps its own. */
  isKept(form: string, id: string): void {
    const last = this.sent.get(form) ?? parse(readTabWords(nameOf(form)));
    if (last?.id !== id) return;
    this.sent.delete(form);
    writeTabWords(nameOf(form), null);
  }
}

const nameOf = (form: string): string => `${form}:sent`;

function parse(kept: string | null): Sent | null {
  if (kept === null) return null;
  try {
    const { id, on, text } = JSON.parse(kept) as Partial<Sent>;
    return id && on !== undefined && text !== undefined ? { id, on, text } : null;
  } catch {
    return null;
  }
}
