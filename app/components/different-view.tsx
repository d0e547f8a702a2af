import type { ReactNode } from 'react';

/** A minority view beside the claim it stands against: same size, same type, never merged. Put both into `<div className="tells">`. */
export const DifferentView = ({
  words,
  by,
  when,
  children,
}: {
  words: string;
  by: string | null;
  when?: ReactNode;
  children?: ReactNode;
}) => (
  <div>
    <h3>A different view, kept as said</h3>
    <p className="said">{words}</p>
    {by !== null && (
      <small>
        {by}
        {when !== undefined && <>, {when}</>}; only its author may change it
      </small>
    )}
    {children}
  </div>
);
