/** One or two letters for a face: the initials of the first and last word of a name. */
export function faceLettersOf(name: string): string {
  const initials = name
    .trim()
    .split(/\s+/)
    .map((word) => [...word][0] ?? '')
    .filter((letter) => letter !== '');
  const [first = '·'] = initials;
  const last = initials.length > 1 ? (initials.at(-1) ?? '') : '';
  return `${first}${last}`.toLocaleUpperCase('en');
}
