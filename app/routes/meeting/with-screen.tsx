import type { ReactNode } from 'react';
import { ScreenHereProvider, useScreenControl } from './screen-control.ts';
import { useRoomKey } from './use-room-keys.ts';

/** The facilitators' hold on the screen, for every part of the room; its key holds on each of their faces. */
export function WithScreen({ children }: { children: ReactNode }) {
  const here = useScreenControl();
  const { screen = null } = here ?? {};
  useRoomKey('blank', here && screen ? () => void here.does({ do: 'choose', blank: !screen.blank }) : null);
  return <ScreenHereProvider value={here}>{children}</ScreenHereProvider>;
}
