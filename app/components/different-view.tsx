import type { ReactNode } from 'react';
import { keptAsSaid } from '#domain/meeting/capture.ts';

/** A minority view beside the claim it stands against: same size, same type, never merged. Put both into `<div className="tells">`. */
export const DifferentView = ({
  words,
  by,
  isForLabel = false,
  when,
  claim = '',
  children,
}: {
  words: string;
  by: string | null;
  /** Noted for somebody without an account. */
  isForLabel?: boolean;
  when?: ReactNode;
  /** What it answers, where that does not stand beside it as it read then. */
  claim?: string;
  children?: ReactNode;
}) => (
  <div>
    <h3>A different view, kept as said</h3>
    {claim !== '' && (
      <p className="answered">
        It answers <q>{claim}</q>
      </p>
    )}
    <p className="said">{words}</p>
    {by !== null && (
      <small>
        {by}
        {when !== undefined && <>, {when}</>}; {keptAsSaid(isForLabel)}
      </small>
    )}
    {children}
  </div>
);
