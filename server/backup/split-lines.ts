/**
 * Text in chunks of any size, as its lines, all of a chunk's at once. What stands after the last line end comes as a line of its own.
 * Throws `tooLong()` for a line of more than `most` characters, before it is held whole.
 */
export async function* splitLines(
  chunks: AsyncIterable<string>,
  most: number,
  tooLong: () => Error,
): AsyncGenerator<string[]> {
  let pieces: string[] = [];
  let held = 0;
  for await (const chunk of chunks) {
    const lines = chunk.split('\n');
    const rest = lines.pop() ?? '';
    if (lines.length > 0) {
      lines[0] = pieces.join('') + lines[0];
      pieces = [];
      held = 0;
      yield lines;
    }
    pieces.push(rest);
    held += rest.length;
    if (held > most) throw tooLong();
  }
  if (held > 0) yield [pieces.join('')];
}
