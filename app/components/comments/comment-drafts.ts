import { createStore, type Store, type WritableStore } from '#collab/client/store.ts';
import { readTabWords, writeTabWords } from '../tab-words.ts';

/**
 * What is being written on comments, by the name of its form. A form that stands in two places of a page shows the same words in
 * both, and they outlive a reload.
 */
export class CommentDrafts {
  private readonly words = new Map<string, WritableStore<string | null>>();
  /** Sent, and not answered yet. */
  private readonly underWay = new Map<string, readonly string[]>();

  /** Null: nothing is written. */
  of(form: string): Store<string | null> {
    return this.store(form);
  }

  write(form: string, words: string | null): void {
    this.store(form).set(words);
    writeTabWords(form, words);
  }

  /** A form opened while its words are on their way begins without them. This tab keeps them until they are answered or typed over. */
  opens(form: string): void {
    const now = this.store(form);
    if (this.sent(form).includes(now.get() ?? '')) now.set(null);
  }

  sends(form: string, words: string): void {
    this.underWay.set(form, [...this.sent(form), words]);
  }

  /** Kept by the server: they go from here. What has been written since stays. */
  isKept(form: string, words: string): void {
    this.isAnswered(form, words);
    const now = this.store(form);
    if (now.get() === words) this.write(form, null);
    if (now.get() === null && readTabWords(form) === words) writeTabWords(form, null);
  }

  /** Not kept: they stand here again, above what has been written since. */
  isRefused(form: string, words: string): void {
    this.isAnswered(form, words);
    const now = this.store(form).get();
    if (now !== words) this.write(form, now === null ? words : `${words}\n\n${now}`);
  }

  private isAnswered(form: string, words: string): void {
    const sent = [...this.sent(form)];
    sent.splice(sent.indexOf(words), 1);
    this.underWay.set(form, sent);
  }

  private sent(form: string): readonly string[] {
    return this.underWay.get(form) ?? [];
  }

  private store(form: string): WritableStore<string | null> {
    const known = this.words.get(form) ?? createStore(readTabWords(form));
    this.words.set(form, known);
    return known;
  }
}
