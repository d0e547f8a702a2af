import type { Icon as TablerIcon } from '@tabler/icons-react';

/** A Tabler outline in the weight of the type. Always beside a word, so never read aloud itself. */
export const Icon = ({ of: Shape, size = 16 }: { of: TablerIcon; size?: number }) => (
  <Shape className="ic" size={size} stroke={1.6} aria-hidden="true" />
);
