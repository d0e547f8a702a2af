import type { HintHost, ShownHint } from '#collab/client/editor/hint-marks.ts';
import { createStore, type Store } from '#collab/client/store.ts';

/** The wording hints of one page, for the margin. Which of them were dismissed is kept in this browser, per person and review (W2). */
export class HintBoard {
  private readonly key: string;
  private readonly byEditor = new Map<string, ShownHint[]>();
  private readonly shown = createStore<readonly ShownHint[]>([]);
  private readonly dismissed: Set<string>;

  constructor(person: string, review: string) {
    this.key = `soak:hints:${person}:${review}`;
    this.dismissed = new Set(kept(this.key));
  }

  get hints(): Store<readonly ShownHint[]> {
    return this.shown;
  }

  /** What one editor reports to. */
  host(fragment: string): HintHost {
    return {
      isDismissed: (place) => this.dismissed.has(place),
      show: (hints) => {
        this.byEditor.set(fragment, hints);
        this.shown.set([...this.byEditor.values()].flat().sort(inReadingOrder));
      },
    };
  }

  dismiss(place: string): void {
    this.dismissed.add(place);
    for (const [fragment, hints] of this.byEditor)
      this.host(fragment).show(hints.filter((hint) => hint.place !== place));
    try {
      localStorage.setItem(this.key, JSON.stringify([...this.dismissed]));
    } catch {
      // storage switched off: it stays dismissed while the page is open
    }
  }
}

/** By where they stand in the text: nothing has to be laid out for it. */
function inReadingOrder(one: ShownHint, other: ShownHint): number {
  if (one.field === other.field) return one.from - other.from;
  return one.field.compareDocumentPosition(other.field) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
}

function kept(key: string): string[] {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
    return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
  } catch {
    return [];
  }
}
