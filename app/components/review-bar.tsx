import { type ReactNode, useEffect, useRef } from 'react';
import { Link, NavLink, useLocation } from 'react-router';
import { type FaceOf, Faces } from './face.tsx';

/** One part of a review that works and that this person may see. `to` is absolute. */
export interface ReviewPart {
  to: string;
  words: string;
  /** True where the address must be met exactly for the part to be the current one. */
  end?: boolean;
  /** A second address of the same part: the write-up is written at another than it is read. */
  also?: string;
}

/** A review's parts, who is here, and what the page says of itself (saved state, Read or Write) as `children`. */
export const ReviewBar = ({
  parts,
  title,
  here = [],
  children,
}: {
  parts: readonly ReviewPart[];
  /** Given where the page's own title is something else, or has scrolled away. */
  title?: string;
  here?: readonly FaceOf[];
  children?: ReactNode;
}) => (
  <section className="parts" aria-label="This review">
    <Parts parts={parts} />
    <div className="parts-right">
      {title !== undefined && <span className="runhead">{title}</span>}
      {here.length > 0 && <Faces people={here} label="Here now" live />}
      {children}
    </div>
  </section>
);

/** On a phone they are one row that goes on to the right: where one is, is brought into it. */
function Parts({ parts }: { parts: readonly ReviewPart[] }) {
  const row = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  useEffect(() => {
    const here = row.current?.querySelector<HTMLElement>('[aria-current]');
    if (row.current && here && pathname)
      row.current.scrollLeft = here.offsetLeft - row.current.offsetLeft - 40;
  }, [pathname]);
  return (
    <nav aria-label="Parts of this review" ref={row}>
      {parts.map((part) => (
        <Part key={part.to} part={part} />
      ))}
    </nav>
  );
}

function Part({ part: { to, words, end = false, also } }: { part: ReviewPart }) {
  if (useLocation().pathname === also)
    return (
      <Link to={to} aria-current="page">
        {words}
      </Link>
    );
  return (
    <NavLink to={to} end={end}>
      {words}
    </NavLink>
  );
}
