import type { ReactNode } from 'react';
import { CopyButton } from './copy-button.tsx';

/** One of several texts that go unless they are copied, with what else can be done about it. */
export const CopyWords = ({ words, children }: { words: string; children?: ReactNode }) => (
  <li>
    <blockquote>{words}</blockquote>
    <p className="ways">
      <CopyButton className="link" text={words} of={`“${words.slice(0, OF_WHAT)}”`} />
      {children}
    </p>
  </li>
);

/** Enough to tell one from the other by ear. */
const OF_WHAT = 40;
