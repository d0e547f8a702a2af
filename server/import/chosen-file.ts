/** One file somebody chose, or that stood in a zip they chose. */
export interface ChosenFile {
  /** Path as chosen, '/' between folders; a bare name where a single file was chosen. */
  path: string;
  bytes: Uint8Array;
}

/** A path with its `.` and `..` worked out; null where it would leave its root. */
export function plainPath(path: string): string | null {
  const parts: string[] = [];
  for (const part of path.replaceAll('\\', '/').split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return null;
  }
  return parts.join('/');
}

export const lastName = (path: string): string => path.split('/').at(-1) ?? path;

export const folderOf = (path: string): string => path.split('/').slice(0, -1).join('/');

/** The chosen file a text's relative address means: by its place beside the text, else by its name alone where that is one. */
export function besideText(files: readonly ChosenFile[], text: string, address: string): ChosenFile | null {
  const bare = decoded(address).replace(/[?#].*$/, '');
  const path = plainPath(`${folderOf(text)}/${bare}`);
  const exact = files.find((file) => file.path === path || file.path === plainPath(bare));
  if (exact) return exact;
  const named = files.filter((file) => lastName(file.path) === lastName(bare));
  return named.length === 1 ? (named[0] ?? null) : null;
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
