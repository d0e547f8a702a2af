import type { PersonUndo } from '#collab/client/editor/person-undo.ts';
import type { OpenDocument } from '#collab/client/open-document.ts';
import { createStore, type Store } from '#collab/client/store.ts';
import { entryOfPlace, isHidden, isLine } from '#collab/document/place-entry.ts';
import { whereNow } from '#collab/document/put-back.ts';
import type { Offered, OfferedWords, RescueAnswer, RescueAnswered } from '#collab/document/rescued.ts';

/** An offer, and the place of the page where it is shown; null: above everything, for its part is out of sight. */
export interface PlacedOffer extends OfferedWords {
  shownAt: string | null;
  /** Its part was taken out: putting back brings that back too. */
  isHidden: boolean;
}

export interface Placed {
  offers: readonly PlacedOffer[];
  mayPutBack: boolean;
}

const NOTHING: Placed = { offers: [], mayPutBack: false };
const ARRIVES_MS = 5000;

/** Words of this person's own that lost their place, read over HTTP; the server says on the socket when they have changed. */
export class RescuedBoard {
  private readonly address: string;
  private readonly open: OpenDocument;
  private readonly undo: PersonUndo;
  private readonly placed = createStore<Placed>(NOTHING);
  private readonly stopListening: () => void;
  private given: Offered = NOTHING;

  constructor(review: string, open: OpenDocument, undo: PersonUndo) {
    this.address = `/reviews/${review}/rescued.json`;
    this.open = open;
    this.undo = undo;
    const told = open.rescued.subscribe(() => void this.load());
    let ready = false;
    const look = () => {
      if (ready || !open.status.get().ready) return;
      ready = true;
      void this.load();
    };
    const watching = open.status.subscribe(look);
    look();
    this.stopListening = () => {
      told();
      watching();
    };
  }

  get offers(): Store<Placed> {
    return this.placed;
  }

  /** Where they are shown follows what the page shows. */
  place(): void {
    const { doc } = this.open;
    const offers = this.given.offers.flatMap((offer): PlacedOffer[] => {
      const hidden = isHidden(doc, offer.place);
      if (offer.kind === 'hidden' && !hidden) return [];
      return [{ ...offer, isHidden: hidden, shownAt: hidden ? null : bodyOf(whereNow(doc, offer).place) }];
    });
    this.placed.set({ offers, mayPutBack: this.given.mayPutBack });
  }

  /** Answers an offer; false where the server could not be asked. Where words were put back, undo takes them out again. */
  async answer(offer: OfferedWords, answer: RescueAnswer): Promise<boolean> {
    const body = new URLSearchParams({ id: String(offer.id), answer });
    const said = await ask<RescueAnswered>(this.address, { method: 'POST', body });
    if (!said) return false;
    if (said.written) await this.adopt(said.written, offer);
    await this.load();
    return true;
  }

  close(): void {
    this.stopListening();
  }

  private async load(): Promise<void> {
    const given = await ask<Offered>(this.address);
    if (!given) return;
    this.given = given;
    this.place();
  }

  /** The words come over the socket, before or after the answer. */
  private adopt(written: NonNullable<RescueAnswered['written']>, offer: OfferedWords): Promise<void> {
    const { doc } = this.open;
    const fragment = doc.getXmlFragment(whereNow(doc, offer).place);
    return new Promise((resolve) => {
      const look = () => {
        if (!this.undo.adopt(written, fragment)) return;
        end();
      };
      const late = setTimeout(() => end(), ARRIVES_MS);
      const end = () => {
        clearTimeout(late);
        doc.off('update', look);
        resolve();
      };
      doc.on('update', look);
      look();
    });
  }
}

/** Beside a title there is no room: its offers stand above the words below it; those of the whole above everything. */
function bodyOf(place: string): string | null {
  if (!isLine(place)) return place;
  const entry = entryOfPlace(place);
  return entry ? `${place.split(':')[0]?.replace('-title', '')}:${entry.id}` : null;
}

async function ask<Answer>(address: string, init?: RequestInit): Promise<Answer | null> {
  try {
    const answer = await fetch(address, init);
    return answer.ok ? ((await answer.json()) as Answer) : null;
  } catch {
    return null;
  }
}
