import { IconEyeOff } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';

/** What only some may see: a dotted edge and the words that say who. */
export const OnlyFacilitators = ({
  words = 'Only facilitators see this',
  children,
}: {
  words?: string;
  children: ReactNode;
}) => (
  <div className="private">
    <div className="lbl">
      <Icon of={IconEyeOff} size={14} />
      {words}
    </div>
    {children}
  </div>
);
