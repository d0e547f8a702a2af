import { createContext, useContext } from 'react';
import { DifferentView } from '../different-view.tsx';

/** A different view kept from a meeting: what it stands beside, and that claim as it read then. */
export interface KeptView {
  id: string;
  words: string;
  /** Null: without a name. */
  by: string | null;
  /** Noted for somebody without an account (C2). */
  isForLabel: boolean;
  claim: string;
  /** Section, finding, moment or block it was taken at; null where none was on stage. */
  target: string | null;
}

const Views = createContext<readonly KeptView[]>([]);

export const KeptViewsProvider = Views.Provider;

/** The views that stand beside one section, finding or moment (C3); nothing where there are none. */
export function KeptViews({ beside }: { beside: string }) {
  const views = useContext(Views).filter((view) => view.target === beside);
  return <ListedViews views={views} />;
}

/** Views whose place has gone from the write-up since: they stay, with the claim they answered (C2). */
export function ViewsWithoutPlace({ places }: { places: ReadonlySet<string> }) {
  const views = useContext(Views).filter((view) => view.target === null || !places.has(view.target));
  if (views.length === 0) return null;
  return (
    <section className="part" id="views" aria-labelledby="views-title">
      <h2 id="views-title">Different views</h2>
      <ListedViews views={views} />
    </section>
  );
}

const ListedViews = ({ views }: { views: readonly KeptView[] }) =>
  views.map(({ id, words, by, isForLabel, claim }) => (
    <div className="tells kept-view" key={id} id={`view-${id}`}>
      {claim !== '' && (
        <div>
          <h3>It stands beside</h3>
          <p className="said">{claim}</p>
        </div>
      )}
      <DifferentView words={words} by={by} isForLabel={isForLabel} />
    </div>
  ));
