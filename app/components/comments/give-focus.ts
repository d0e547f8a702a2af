/** Puts the focus where reading goes on, although nothing can be typed or pressed there. */
export function giveFocus(element: HTMLElement): void {
  if (!element.hasAttribute('tabindex')) element.tabIndex = -1;
  element.focus({ preventScroll: true });
}

/** True where the focus is within this, or nowhere: a button that cannot be pressed for a moment has lost it. */
export const hasFocus = (element: Element | null): boolean =>
  document.activeElement === document.body || element?.contains(document.activeElement) === true;
