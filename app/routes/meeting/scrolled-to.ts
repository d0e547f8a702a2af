/** How far the stage is scrolled: in its own box on a wide screen, with the page on a narrow one. */
export interface Scrolled {
  box: number;
  page: number;
}

const box = () => document.querySelector('.stage-scroll');

export const scrolledTo = (): Scrolled => ({ box: box()?.scrollTop ?? 0, page: window.scrollY });

const SETTLED_MS = 120;

/** Once what stood there is drawn again. */
export function restoreScroll({ box: inBox, page }: Scrolled): void {
  setTimeout(() => {
    box()?.scrollTo({ top: inBox, behavior: 'instant' });
    window.scrollTo({ top: page, behavior: 'instant' });
  }, SETTLED_MS);
}
