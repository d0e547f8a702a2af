const WEB = /^https?:\/\/[^\s/?#\\@]+(?:[/?#][^\s\\]*)?$/i;
const MAIL = /^mailto:[^\s<>"\\]+$/i;
const WITHIN = /^(?:\/(?![/\\])|#)[^\s\\]*$/;
/** C0 and C1 controls, zero-width and direction-changing characters: they let an address look like another. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding control characters is the purpose
const DECEIVING = /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/;
const LONGEST_HREF = 2000;

/** The address as it may be linked, or null. Allowed: http, https, mailto, `/…` of this site, `#…` of this page. */
export function safeHref(address: string): string | null {
  const href = address.trim();
  if (href.length > LONGEST_HREF || DECEIVING.test(address.trim())) return null;
  return WEB.test(href) || MAIL.test(href) || WITHIN.test(href) ? href : null;
}
