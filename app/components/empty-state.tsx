import type { ReactNode } from 'react';

/** One sentence, and what to do next. No picture. */
export const EmptyState = ({ children }: { children: ReactNode }) => <p className="empty">{children}</p>;
