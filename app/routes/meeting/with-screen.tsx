import type { ReactNode } from 'react';
import { ScreenHereProvider, useScreenControl } from './screen-control.ts';

/** The facilitators' hold on the screen, for every part of the room. */
export const WithScreen = ({ children }: { children: ReactNode }) => (
  <ScreenHereProvider value={useScreenControl()}>{children}</ScreenHereProvider>
);
