/** Closes the panel something was chosen in; for a click's `currentTarget`. */
export const closeDrop = (chosen: Element): void => chosen.closest('details')?.removeAttribute('open');
