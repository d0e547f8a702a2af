/** The parts of a face of the room, in the order of the page: each bears `data-region` and can take the focus. */
const REGION = '[data-region]';

export const regionOf = (element: Element | null): HTMLElement | null =>
  element?.closest<HTMLElement>(REGION) ?? null;

/** To the next part that is on screen, or the one before; round and round. */
export function moveToRegion(by: 1 | -1): void {
  const shown = [...document.querySelectorAll<HTMLElement>(REGION)].filter(
    (one) => one.getClientRects().length > 0,
  );
  const region = regionOf(document.activeElement);
  const here = region ? shown.indexOf(region) : -1;
  const from = here === -1 && by === -1 ? 0 : here;
  shown[(from + by + shown.length) % shown.length]?.focus();
}
