/** The same text without what no database takes: NUL goes, half a surrogate pair becomes U+FFFD. */
export const storable = (text: string): string => text.replaceAll('\0', '').toWellFormed();
