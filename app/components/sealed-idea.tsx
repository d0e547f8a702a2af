import type { ReactNode } from 'react';
import { SealMark } from './seal-mark.tsx';

/** A sealed idea. Its words are here for its author alone; another's has neither words nor name. `children`: Change, Withdraw. */
export const SealedIdea = ({
  words,
  opened,
  children,
}: {
  words: string | null;
  opened?: boolean;
  children?: ReactNode;
}) => (
  <li className="sealed-idea">
    <SealMark opened={opened ?? false} />
    {words === null ? (
      <span className="quietly">Sealed by someone else</span>
    ) : (
      <span className="said">{words}</span>
    )}
    {children !== undefined && <span className="own">{children}</span>}
  </li>
);

/** A row of closed notes: a count one can see without digits, and its words. */
export const SealedRow = ({ count }: { count: number }) => (
  <span
    role="img"
    aria-label={count === 1 ? 'One sealed idea' : `${count} sealed ideas`}
    style={{ display: 'inline-flex', flexWrap: 'wrap', gap: 11 }}
  >
    {Array.from({ length: Math.min(count, 40) }, (_, place) => (
      <SealMark key={place} size={24} />
    ))}
  </span>
);
