import type { ReactNode } from 'react';

/** Three columns: outline, text on its measure, facts and comments. On a phone they stand one under the other. */
export const PageColumns = ({
  rail,
  railLabel = 'Outline',
  children,
  margin,
  marginLabel = 'Facts and comments',
}: {
  rail: ReactNode;
  railLabel?: string;
  children: ReactNode;
  margin?: ReactNode;
  marginLabel?: string;
}) => (
  <div className="columns">
    <nav className="rail" aria-label={railLabel}>
      {rail}
    </nav>
    <main className="text" id="main">
      {children}
    </main>
    {margin !== undefined && (
      <aside className="margin" aria-label={marginLabel}>
        {margin}
      </aside>
    )}
  </div>
);

/** One column for a form or a short page. */
export const PlainPage = ({ children }: { children: ReactNode }) => (
  <main className="plain-page" id="main">
    {children}
  </main>
);

/** A section's heading over a hairline; `aside` stands at its other end. */
export const Ruled = ({ children, aside }: { children: ReactNode; aside?: ReactNode }) => (
  <div className="ruled">
    <h2>{children}</h2>
    {aside !== undefined && <span className="quietly">{aside}</span>}
  </div>
);
