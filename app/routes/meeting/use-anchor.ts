import { useEffect, useState } from 'react';
import { claimOf } from '#domain/meeting/claim.ts';
import { type Anchor, isSameAnchor, readAnchor, writtenAnchor } from './anchor.ts';
import { type DraftName, isBegun } from './drafts.ts';
import { useRoom } from './room-context.ts';
import { useRoomUi } from './room-ui.ts';
import { findTarget } from './target-words.ts';
import { stepNow } from './walk.ts';

/** What a note begun now is about: what I chose, what I opened, what my stage shows, else the stage alone. */
export function useAnchorHere(): Anchor {
  const { writeUp, own } = useRoom();
  const { chosen, view, walked, claimHere } = useRoomUi();
  const { around } = view;
  // a guest has no write-up: they see what the wall shows, which is where a walk begins while nothing is lit
  const { guest } = own.actor;
  const { shown } = view;
  const presented = guest ? shown?.targets[0] : shown && stepNow(shown, writeUp, walked)?.here;
  const target = chosen ?? around ?? shown?.spotlight ?? presented ?? null;
  return {
    stage: shown?.stage ?? null,
    target,
    claim: guest ? claimHere : claimOf(findTarget(writeUp, target)),
  };
}

export interface Anchored {
  anchor: Anchor;
  /** Where this could stand instead: where my stage is now, or where it was begun. */
  other: Anchor | null;
  take(anchor: Anchor): void;
}

/** What a draft is about, as it was when its form was opened. Words brought along from another form bring it along. */
export function useAnchor(name: DraftName): Anchored {
  const { composed, drafts, change } = useRoomUi();
  const here = useAnchorHere();
  const draft = drafts[name];
  const anchor = readAnchor(draft.about);
  const [left, setLeft] = useState<Anchor | null>(null);
  // each press on an empty form begins anew
  useEffect(() => {
    const isNew = !isBegun(name, draft);
    if (isNew || anchor === null) change(name, { ...(isNew && { whose: '' }), about: writtenAnchor(here) });
    setLeft(null);
  }, [composed.presses]);
  const at = anchor ?? here;
  return {
    anchor: at,
    other: [here, left].find((one) => one !== null && !isSameAnchor(one, at)) ?? null,
    take: (next) => {
      setLeft(at);
      change(name, { about: writtenAnchor(next) });
    },
  };
}
