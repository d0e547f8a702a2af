import type { PersonUndo, TakeBack } from '#collab/client/editor/person-undo.ts';
import { askLeftAgain, letGoLeft, listLeft, type WhyLeft } from '#collab/client/left-words.ts';
import type { OpenDocument } from '#collab/client/open-document.ts';
import { createStore, type Store } from '#collab/client/store.ts';
import { change } from '#collab/document/entries.ts';
import { findWords } from '#collab/document/find-words.ts';
import { entryOfPlace, isHidden, isLine } from '#collab/document/place-entry.ts';
import { putBack, whereNow } from '#collab/document/put-back.ts';
import type { Offered, OfferedWords, RescueAnswer, RescueAnswered } from '#collab/document/rescued.ts';
import { WriteUpPlaces } from '#collab/document/write-up-places.ts';
import { askedInOrder, askedUntilAnswered } from '../ask-json.ts';

/** An offer, and the place of the page where it is shown; null: above everything, for its part is out of sight. */
export interface PlacedOffer extends OfferedWords {
  shownAt: string | null;
  /** Its part was taken out: putting back brings that back too. */
  isHidden: boolean;
  /** Left over in this browser alone: the server knows nothing of it. */
  isLeft: boolean;
  /** Why it never reached the server, where it is left. */
  why?: WhyLeft;
  /** What it was typed into is gone for good: it can be copied. */
  isHomeless: boolean;
}

export interface Placed {
  offers: readonly PlacedOffer[];
  mayPutBack: boolean;
}

/** An offer is answered. */
export interface Answered {
  /** Takes out again what was put back, and nothing else; null where nothing was, or where it has not come here yet. */
  takeBack: TakeBack | null;
}

const NOTHING: Placed = { offers: [], mayPutBack: false };
const ARRIVES_MS = 5000;
const READ_AGAIN_MS = 2000;
/** So few letters stand somewhere in every place. */
const ENOUGH = 8;

/**
 * Words of this person's own that lost their place, read over HTTP until there is an answer; the server says on the socket when they
 * have changed, and whatever it said while this page was away is read for with each return.
 */
export class RescuedBoard {
  private readonly address: string;
  private readonly person: string;
  private readonly review: string;
  private readonly open: OpenDocument;
  private readonly undo: PersonUndo;
  private readonly placed = createStore<Placed>(NOTHING);
  private readonly reading: ReturnType<typeof askedUntilAnswered>;
  private readonly stopListening: () => void;
  private given: Offered = NOTHING;

  constructor({ person, review }: { person: string; review: string }, open: OpenDocument, undo: PersonUndo) {
    this.address = `/reviews/${review}/rescued.json`;
    this.person = person;
    this.review = review;
    this.open = open;
    this.undo = undo;
    const read = askedInOrder<Offered>(this.address, (given) => this.take(given));
    this.reading = askedUntilAnswered(read, READ_AGAIN_MS);
    let wasIn = false;
    const look = () => {
      const { phase, synced } = open.link.get();
      const isIn = phase === 'connected' && synced && open.status.get().ready;
      if (isIn && !wasIn) this.load();
      wasIn = isIn;
    };
    const listening = [
      open.rescued.subscribe(() => this.load()),
      open.status.subscribe(look),
      open.link.subscribe(look),
    ];
    look();
    this.stopListening = () => {
      for (const stop of listening) stop();
      this.reading.stop();
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
      const shownAt = hidden ? null : bodyOf(whereNow(doc, offer).place);
      return [{ ...offer, isHidden: hidden, shownAt, isLeft: false, isHomeless: false }];
    });
    this.placed.set({ offers: [...offers, ...this.placeLeft()], mayPutBack: this.given.mayPutBack });
  }

  /** Words that never reached a server (D14), at their place where the write-up still has it. */
  private placeLeft(): PlacedOffer[] {
    // then they stand above the write-up, which is there to read alone (`not-taken.tsx`)
    if (this.open.status.get().mode === 'read') return [];
    const places = new WriteUpPlaces(this.open.doc);
    return listLeft(this.person, this.review).flatMap((left) => {
      const isHomeless = places.partOf(left.place) === undefined;
      // they had reached it after all
      if (
        !isHomeless &&
        left.words.length >= ENOUGH &&
        findWords(places.text(left.place), left.words).length > 0
      )
        return [];
      return [
        {
          ...left,
          isHidden: false,
          shownAt: isHomeless ? null : bodyOf(left.place),
          isLeft: true,
          isHomeless,
        },
      ];
    });
  }

  /** Answers what was left over here; null where this browser cannot. */
  private answerLeft(offer: OfferedWords, answer: RescueAnswer): Answered | null {
    const takeBack = answer === 'put-back' ? this.putBackHere(offer) : null;
    const done =
      answer === 'ask-again'
        ? askLeftAgain(this.person, this.review, { from: '', ...offer })
        : letGoLeft(this.person, this.review, offer.id);
    this.place();
    return done ? { takeBack } : null;
  }

  private putBackHere(offer: OfferedWords): TakeBack {
    const { doc } = this.open;
    const fragment = doc.getXmlFragment(whereNow(doc, offer).place);
    return this.undo.asOneStep(() => change(doc, () => putBack(doc, offer)), fragment);
  }

  /** Answers an offer; null where the server could not be asked. Where words were put back, undo takes them out again. */
  async answer(offer: OfferedWords, answer: RescueAnswer): Promise<Answered | null> {
    if (offer.id < 0) return this.answerLeft(offer, answer);
    const body = new URLSearchParams({ id: String(offer.id), answer });
    const said = await tell<RescueAnswered>(this.address, body);
    if (!said) return null;
    const takeBack = said.written && (await this.adopt(said.written, offer));
    // gone at once, whether or not the others can be read just now
    this.take({ ...this.given, offers: this.given.offers.filter(({ id }) => id !== offer.id) });
    this.reading.ask();
    return { takeBack };
  }

  close(): void {
    this.stopListening();
  }

  private load(): void {
    this.place();
    this.reading.ask();
  }

  private take(given: Offered): void {
    this.given = given;
    this.place();
  }

  /** The words come over the socket, before or after the answer; null where they are late. */
  private adopt(
    written: NonNullable<RescueAnswered['written']>,
    offer: OfferedWords,
  ): Promise<TakeBack | null> {
    const { doc } = this.open;
    const fragment = doc.getXmlFragment(whereNow(doc, offer).place);
    return new Promise((resolve) => {
      const look = () => {
        const takeBack = this.undo.adopt(written, fragment);
        if (takeBack) end(takeBack);
      };
      const late = setTimeout(() => end(null), ARRIVES_MS);
      const end = (takeBack: TakeBack | null) => {
        clearTimeout(late);
        doc.off('update', look);
        resolve(takeBack);
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

async function tell<Answer>(address: string, body: URLSearchParams): Promise<Answer | null> {
  try {
    const answer = await fetch(address, { method: 'POST', body });
    return answer.ok ? ((await answer.json()) as Answer) : null;
  } catch {
    return null;
  }
}
