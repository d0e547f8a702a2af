import { createStore, type Store, type WritableStore } from '#collab/client/store.ts';
import type { CommentsNow } from '#domain/comments/thread.ts';
import type { OpenForm } from './open-forms.ts';

/** What a comment being written is about, as the door takes it. */
export type ChosenPlace =
  | {
      about: 'words';
      from: { key: string; offset: number };
      to: { key: string; offset: number };
      words: string;
    }
  | { about: 'section' | 'finding' | 'moment' | 'picture'; target: string };

export interface Composing {
  on: ChosenPlace;
  /** The words, or the part's name, to show above the field. */
  quote: string;
  /** Where it stands, in pixels from the top of the page. */
  top: number;
  /** Gives the caret back to the editor that had it. */
  goBack?(): void;
}

export type CommentAsked =
  | { do: 'begin'; id: string; on: ChosenPlace; text: string }
  | { do: 'answer'; id: string; thread: string; text: string }
  | { do: 'reword'; comment: string; text: string }
  | { do: 'take back'; comment: string }
  | { do: 'resolve' | 'reopen'; thread: string }
  | { do: 'see'; comments: string[] }
  | { do: 'carry'; anchors: { thread: string; place: string; start: unknown; end: unknown }[] }
  | { do: 'close' | 'open' };

const AT_LEAST_MS = 1000;
const AT_MOST_MS = 10_000;
/** The review is gone, or no longer this person's: nothing more will come. Who is signed out may sign in again in another tab. */
const ENDED = [403, 404, 410];

/** One page's comments: what they are now, followed as they change, and the door through which it changes them. */
export class CommentsFeed {
  readonly now: Store<CommentsNow>;
  /** The thread in hand: the one whose words were pressed, or that was opened from a link. */
  readonly inHand: WritableStore<string | null> = createStore<string | null>(null);
  readonly composing: WritableStore<Composing | null> = createStore<Composing | null>(null);
  /** What is being written in threads; they are open wherever the thread is shown. */
  readonly forms: WritableStore<readonly OpenForm[]> = createStore<readonly OpenForm[]>([]);
  /** The list, open over the page. */
  readonly listOpen: WritableStore<boolean> = createStore(false);
  /** Raised whenever commented words may have moved on the page. */
  readonly moved: WritableStore<number> = createStore(0);
  private readonly current: WritableStore<CommentsNow>;
  private readonly address: string;
  /** What has been reported as seen, so that it is told once. */
  private readonly seen = new Set<string>();
  /** Seen too, but the server could not be told: it is told with the next ones, or once it answers again. */
  private readonly untold = new Set<string>();

  constructor(review: string, first: CommentsNow) {
    this.address = `/reviews/${review}/comments.json`;
    this.current = createStore(first);
    this.now = this.current;
  }

  /** Follows until the answer is called. Only while somebody looks: a hidden page asks nothing and holds no connection. */
  follow(): () => void {
    const stop = new AbortController();
    void this.keepAsking(stop.signal);
    addEventListener('online', () => this.see([]), { signal: stop.signal });
    return () => stop.abort();
  }

  async send(asked: CommentAsked): Promise<{ refused: string } | Record<string, unknown>> {
    try {
      const answer = await fetch(this.address, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(asked),
      });
      const body = (await answer.json().catch(() => null)) as Record<string, unknown> | null;
      if (body && (answer.ok || typeof body.refused === 'string')) return body;
      return { refused: SENTENCES[answer.status] ?? 'That did not work. Try again in a moment.' };
    } catch {
      return { refused: 'Not sent: there is no connection. Your words are still here.' };
    }
  }

  /** These comments have been in front of the reader. They stay marked on this page, so that nothing changes while one reads. */
  see(comments: readonly string[]): void {
    const fresh = [...this.untold, ...comments.filter((id) => !this.seen.has(id))];
    if (fresh.length > 0) void this.tellSeen(fresh);
  }

  private async tellSeen(comments: string[]): Promise<void> {
    this.untold.clear();
    for (const id of comments) this.seen.add(id);
    const done = await this.send({ do: 'see', comments });
    if (typeof done.refused === 'string') for (const id of comments) this.untold.add(id);
  }

  openForm(form: OpenForm): void {
    this.closeForm(form.what);
    this.forms.set([...this.forms.get(), form]);
  }

  closeForm(what: string): void {
    this.forms.set(this.forms.get().filter((form) => form.what !== what));
  }

  moves(): void {
    this.moved.set(this.moved.get() + 1);
  }

  private async keepAsking(stop: AbortSignal): Promise<void> {
    let pause = 0;
    while (!stop.aborted) {
      await shown(stop);
      const began = performance.now();
      const status = await this.ask(stop);
      if (typeof status === 'number' && ENDED.includes(status)) return;
      const isFine = status === 200 || (status === 204 && performance.now() - began > AT_LEAST_MS);
      pause = isFine || status === 'cut' ? 0 : Math.min(AT_MOST_MS, pause * 2 || AT_LEAST_MS);
      if (pause > 0) await passed(pause, stop);
    }
  }

  /** One question, held until there is an answer. `cut`: the page was hidden meanwhile. */
  private async ask(stop: AbortSignal): Promise<number | 'cut' | null> {
    const cut = new AbortController();
    const cutWhenHidden = () => document.visibilityState === 'hidden' && cut.abort();
    const cutAtOnce = () => cut.abort();
    document.addEventListener('visibilitychange', cutWhenHidden);
    stop.addEventListener('abort', cutAtOnce);
    try {
      const answer = await fetch(`${this.address}?after=${this.current.get().rev}`, { signal: cut.signal });
      if (answer.ok) this.see([]);
      if (answer.status === 200) this.take((await answer.json()) as CommentsNow);
      return answer.status;
    } catch {
      return cut.signal.aborted ? 'cut' : null;
    } finally {
      document.removeEventListener('visibilitychange', cutWhenHidden);
      stop.removeEventListener('abort', cutAtOnce);
    }
  }

  /** What was new when the page was opened stays marked as new on it. */
  private take(next: CommentsNow): void {
    const wasNew = new Set(
      this.current
        .get()
        .threads.flatMap((thread) => thread.comments.filter(({ isNew }) => isNew).map(({ id }) => id)),
    );
    this.current.set({
      ...next,
      threads: next.threads.map((thread) => ({
        ...thread,
        comments: thread.comments.map((comment) => ({
          ...comment,
          isNew: comment.isNew || wasNew.has(comment.id),
        })),
      })),
    });
  }
}

const SENTENCES: Record<number, string> = {
  401: 'You are signed out. Sign in again in another tab; your words are still here.',
  403: 'The analysts of this review have closed its comments.',
  404: 'This is not there any more.',
};

const passed = (ms: number, stop: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    stop.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });

/** Resolves once the page is in front of somebody. */
const shown = (stop: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const look = () => {
      if (document.visibilityState === 'hidden' && !stop.aborted) return;
      document.removeEventListener('visibilitychange', look);
      resolve();
    };
    document.addEventListener('visibilitychange', look);
    stop.addEventListener('abort', look);
    look();
  });
