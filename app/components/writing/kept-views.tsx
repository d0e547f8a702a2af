import { createContext, useContext } from 'react';
import { Link } from 'react-router';
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
  /** Where its contributor changes it, or who noted it for a label withdraws it; null for everybody else (C2). */
  own: { meeting: string; mayChange: boolean } | null;
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
  views.map(({ id, words, by, isForLabel, claim, own }) => (
    <div className="tells kept-view" key={id} id={`view-${id}`}>
      {claim !== '' && (
        <div>
          <h3>It stands beside</h3>
          <p className="said">{claim}</p>
        </div>
      )}
      <DifferentView words={words} by={by} isForLabel={isForLabel}>
        {own && (
          <footer>
            <Link className="link" to={`/meetings/${own.meeting}/record#captured-${id}`}>
              {own.mayChange ? 'Change or withdraw it' : 'Withdraw it'} in the meeting’s record
            </Link>
          </footer>
        )}
      </DifferentView>
    </div>
  ));
