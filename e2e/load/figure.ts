/** One line of the bench: what, its limit, what came out. */
export interface Figure {
  /** Milliseconds of this process's own processor time, median: on a machine that does something else too, nearer to what it costs. */
  processorMs?: number;
  what: string;
  limit: number;
  measured: number;
  unit: 'ms' | 's' | 'MB' | 'kB' | '×' | '';
}

/** The value that `share` of the samples do not exceed. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export const figureLine = ({ what, limit, measured, unit, processorMs }: Figure): string => {
  const places = measured >= 100 ? 0 : unit === '×' || unit === 's' ? 2 : 1;
  const value = measured.toFixed(places);
  return `${measured <= limit ? ' ok ' : 'OVER'}  ${what.padEnd(62)} ${value.padStart(7)} ${unit.padEnd(2)}  (at most ${limit})${processorMs === undefined ? '' : `  processor ${processorMs.toFixed(1)} ms`}`;
};
