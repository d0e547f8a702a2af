import { createStore, type Store } from '#collab/client/store.ts';
import { forgetDraft, readDraft, writeDraft } from '../action-session/kept-draft.ts';
import type { post } from '../use-commands.ts';

export interface OwnWriting {
  words: string;
  /** `late`: the texts were shown before these words were saved. */
  kept: 'saved' | 'saving' | 'not-saved' | 'late';
  /** Why it is not saved, in a sentence. */
  sentence: string | null;
}

interface Place {
  meeting: string;
  /** Of silent writing; null: one's own notes on the whole meeting. */
  stage: string | null;
  person: string;
}

const AFTER_MS = 1_000;
const AGAIN_MS = 3_000;
const REFUSED_MS = 15_000;
const NOT_SAVED = 'Not saved yet: keep this tab open. It is saved once the connection is back.';

/**
 * Saves one text while it is typed (M15), apart from any component: going to another stage or face, losing the connection or
 * reloading costs no word. What is not acknowledged waits in this tab's own store.
 */
export class TextSaver {
  readonly state: Store<OwnWriting> & { set(value: OwnWriting): void };
  #saved: string;
  /** What the page said last, and what was saved before: heard again, they are no news. */
  #heard: string;
  #savedBefore: string;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #sending = false;
  readonly #place: Place;
  readonly #post: typeof post;

  constructor(place: Place, saved: string, send: typeof post) {
    this.#place = place;
    this.#post = send;
    this.#saved = saved;
    this.#heard = saved;
    this.#savedBefore = saved;
    const { words } = readDraft(sessionStorage, nameOf(place), '', { words: saved });
    this.state = createStore<OwnWriting>({ words, kept: 'saved', sentence: null });
    if (words !== saved) this.type(words);
  }

  type(words: string): void {
    const { kept, sentence } = this.state.get();
    writeDraft(sessionStorage, nameOf(this.#place), '', { words });
    if (kept === 'late') {
      this.state.set({ words, kept, sentence });
      return;
    }
    if (words === this.#saved && !this.#sending) {
      this.#isSaved(words);
      return;
    }
    this.state.set({ words, kept: kept === 'not-saved' ? kept : 'saving', sentence });
    this.#timer ??= setTimeout(() => void this.flush(), AFTER_MS);
  }

  /** What another tab of theirs saved, as long as nothing is written here. */
  heard(words: string): void {
    const isNews = words !== this.#heard && words !== this.#savedBefore;
    this.#heard = words;
    // what ends in a space here ends in none there
    if (!isNews || this.state.get().kept !== 'saved' || words.trim() === this.#saved.trim()) return;
    this.#saved = words;
    this.#isSaved(words);
  }

  /** At once, as when the field is left, or the page. */
  async flush(leaving = false): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const { words, kept } = this.state.get();
    if (this.#sending || kept === 'saved' || kept === 'late') return;
    this.#sending = true;
    const answer = await this.#post(
      `/meetings/${this.#place.meeting}/commands`,
      { ...commandOf(this.#place, words), expectedRev: 0, key: crypto.randomUUID() },
      { keepalive: leaving },
    );
    this.#sending = false;
    if (answer?.ok) {
      this.#savedBefore = this.#saved;
      this.#saved = words;
      if (this.state.get().words === words) this.#isSaved(words);
      else void this.flush();
    } else await this.#isNotSaved(answer);
  }

  async #isNotSaved(answer: Response | null): Promise<void> {
    const { words } = this.state.get();
    const isRefused = answer?.status === 422;
    const body = answer === null ? null : ((await answer.json().catch(() => null)) as Refusal | null);
    const sentence = (isRefused && body?.refused) || NOT_SAVED;
    this.state.set({ words, kept: isRefused && isOver(sentence) ? 'late' : 'not-saved', sentence });
    if (this.state.get().kept === 'not-saved')
      this.#timer = setTimeout(() => void this.flush(), isRefused ? REFUSED_MS : AGAIN_MS);
  }

  #isSaved(words: string): void {
    this.state.set({ words, kept: 'saved', sentence: null });
    forgetDraft(sessionStorage, nameOf(this.#place));
  }
}

interface Refusal {
  refused?: string;
}

/** Nothing will make the server take it any more; a meeting that is not running may go on. */
const isOver = (sentence: string) => /opened already|not on the agenda/.test(sentence);

const nameOf = ({ meeting, stage, person }: Place) =>
  stage === null ? `${person}:note:${meeting}` : `${person}:text:${meeting}:${stage}`;

const commandOf = ({ stage }: Place, words: string) =>
  stage === null ? { command: 'note', words } : { command: 'write', stage, words };

const savers = new Map<string, TextSaver>();

/** The one saver of a text in this tab, whichever component asks. In the browser only. */
export function saverOf(place: Place, saved: string, send: typeof post): TextSaver {
  const known = savers.get(nameOf(place));
  if (known) return known;
  const saver = new TextSaver(place, saved, send);
  savers.set(nameOf(place), saver);
  return saver;
}
