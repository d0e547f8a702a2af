import { type ReactNode, useCallback, useEffect, useState } from 'react';
import { OnlyFacilitators } from '#app/components/only-facilitators.tsx';
import {
  type Cards,
  keptCards,
  NO_CARDS,
  nextCard,
  PITFALL_HELP,
  PITFALLS,
  type Pitfall,
  type PitfallAct,
} from '#domain/meeting/pitfalls.ts';
import { useRoom } from './room-context.ts';
import { useRoomUi } from './room-ui.ts';

const NEVER = 'soak.pitfalls-never';
const CARDS = 'soak.pitfall-cards';

interface PitfallCards {
  shown: Pitfall | null;
  /** The room sees a sign of the one shown; otherwise the facilitator has opened it. */
  seen: boolean;
  put(pitfall: Pitfall | null): void;
  neverAgain(pitfall: Pitfall): void;
}

/** A card by itself when the room sees a sign of one; which were shown is kept in this tab alone. Null for those who do not steer. */
export function usePitfalls(): PitfallCards | null {
  const { room, facilitator, phase, clock } = useRoom();
  const [cards, setCards] = useCards(room.id, room.phase === 'ended');
  const [never, setNever] = useNever();
  const signs = facilitator?.signs;
  useEffect(() => {
    if (signs && never) setCards((before) => nextCard(before, signs, never, clock.now()));
  }, [signs, never, clock, setCards]);
  if (room.kind !== 'review' || phase !== 'live' || !facilitator) return null;
  const { shown } = cards;
  const put = (pitfall: Pitfall | null) => setCards((before) => ({ ...before, shown: pitfall }));
  return {
    shown,
    seen: shown !== null && (signs?.includes(shown) ?? false),
    put,
    neverAgain: (pitfall) => {
      setNever([...(never ?? []), pitfall]);
      put(null);
    },
  };
}

/** The six pitfalls at hand, and above them the card. */
export function Pitfalls() {
  const cards = usePitfalls();
  if (!cards) return null;
  return (
    <PitfallHelp>
      <PitfallCard cards={cards} />
      <SixPitfalls cards={cards} />
    </PitfallHelp>
  );
}

export const PitfallHelp = ({
  label = 'Help with pitfalls',
  children,
}: {
  label?: string;
  children: ReactNode;
}) => (
  <section className="pitfalls" aria-label={label}>
    <OnlyFacilitators>{children}</OnlyFacilitators>
  </section>
);

export const PitfallCard = ({ cards: { shown, seen, put, neverAgain } }: { cards: PitfallCards }) =>
  shown && <Card pitfall={shown} seen={seen} away={() => put(null)} neverAgain={() => neverAgain(shown)} />;

export const SixPitfalls = ({ cards: { shown, put } }: { cards: PitfallCards }) => (
  <ul className="six">
    {PITFALLS.map((pitfall) => (
      <li key={pitfall}>
        <button
          type="button"
          className="link"
          aria-expanded={shown === pitfall}
          onClick={() => put(shown === pitfall ? null : pitfall)}
        >
          {PITFALL_HELP[pitfall].name}
        </button>
      </li>
    ))}
  </ul>
);

interface CardProps {
  pitfall: Pitfall;
  seen: boolean;
  away(): void;
  neverAgain(): void;
}

function Card({ pitfall, seen, away, neverAgain }: CardProps) {
  const { sign, say, acts, name } = PITFALL_HELP[pitfall];
  return (
    <div className="card">
      <p role={seen ? 'status' : undefined}>{seen ? sign : name}</p>
      <p className="say">“{say}”</p>
      <p className="acts">
        {acts.map((act) => (
          <ActButton key={act.words} act={act} done={away} />
        ))}
        <button type="button" className="btn small quiet" onClick={away}>
          {seen ? 'Said it' : 'Close'}
        </button>
        {seen && (
          <button type="button" className="link" onClick={neverAgain}>
            Never show me this one
          </button>
        )}
      </p>
    </div>
  );
}

function ActButton({ act, done }: { act: PitfallAct; done(): void }) {
  const { room, send, may } = useRoom();
  const { press, remark } = useRoomUi();
  const add = async () => {
    if (act.does !== 'add-stage') return;
    const { kind, title, minutes, prompt } = act;
    const after = room.current?.stage ?? null;
    const sent = await send({ command: 'stage-add', kind, title, minutes, prompt, after });
    if (!sent.done) return;
    remark(`“${title}” comes next.`);
    done();
  };
  if (act.does === 'add-stage' && may('stage-add') !== true) return null;
  return (
    <button
      type="button"
      className="btn small"
      onClick={act.does === 'add-stage' ? add : () => press(act.what)}
    >
      {act.words}
    </button>
  );
}

/** Kept in this tab through a reload and a change of face, until the meeting ends: a card once put away does not come back (M5). */
function useCards(meeting: string, isOver: boolean): [Cards, (change: (before: Cards) => Cards) => void] {
  const name = `${CARDS}:${meeting}`;
  const [cards, setCards] = useState<Cards | null>(null);
  useEffect(() => setCards(keptCards(sessionStorage.getItem(name))), [name]);
  useEffect(() => {
    if (isOver) sessionStorage.removeItem(name);
    else if (cards !== null) sessionStorage.setItem(name, JSON.stringify(cards));
  }, [name, cards, isOver]);
  const change = useCallback(
    (next: (before: Cards) => Cards) => setCards((before) => before && next(before)),
    [],
  );
  return [cards ?? NO_CARDS, change];
}

/** Pitfalls this person wants no card for any more, in this browser; null until it was asked. */
function useNever(): [readonly Pitfall[] | null, (never: readonly Pitfall[]) => void] {
  const [never, setNever] = useState<readonly Pitfall[] | null>(null);
  useEffect(() => {
    const kept = localStorage.getItem(NEVER)?.split(' ') ?? [];
    setNever(PITFALLS.filter((pitfall) => kept.includes(pitfall)));
  }, []);
  const keep = (next: readonly Pitfall[]) => {
    setNever(next);
    localStorage.setItem(NEVER, next.join(' '));
  };
  return [never, keep];
}
