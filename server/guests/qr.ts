import { encode } from 'uqr';
import type { Qr } from '#domain/meeting/guests.ts';

/** Dark squares in a row are drawn as one. */
export function qrOf(words: string): Qr {
  const { data, size } = encode(words, { ecc: 'M', border: 2 });
  const path = data
    .flatMap((row, y) => runsIn(row).map(([x, length]) => `M${x} ${y}h${length}v1h-${length}z`))
    .join('');
  return { size, path };
}

function runsIn(row: readonly boolean[]): [start: number, length: number][] {
  const runs: [number, number][] = [];
  row.forEach((dark, x) => {
    const last = runs.at(-1);
    if (!dark) return;
    if (last && last[0] + last[1] === x) last[1] += 1;
    else runs.push([x, 1]);
  });
  return runs;
}
