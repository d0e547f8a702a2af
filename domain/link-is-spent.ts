/** What a person reads whose one-time link is used up, too old, or never was one. */
export const LINK_IS_SPENT =
  'This link no longer works: it has been used, is too old, or a newer one was made. Ask an administrator for another.';
