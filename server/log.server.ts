import { pino } from 'pino';
import type { Log } from './app.ts';

/** Own mistakes whose message names code, not content; any other error's message may quote what somebody wrote and is left out. */
const SAFE = new Set(['TypeError', 'ReferenceError', 'RangeError', 'SyntaxError']);

/** Structured lines on standard output. Logs hold no titles, names, tokens or text: pass ids and numbers only. */
export function openLog(level: string): Log {
  const out = pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime });
  return {
    info: (event, facts) => out.info(facts ?? {}, event),
    error: (event, error, facts) => out.error({ ...facts, ...describeError(error) }, event),
  };
}

/** Name, code and frames of an error. @internal exported for its test */
export function describeError(error: unknown): { error: string; code?: string; frames?: string[] } {
  if (!(error instanceof Error)) return { error: typeof error };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  const message = SAFE.has(error.name) && error.name !== 'SyntaxError' ? `: ${error.message}` : '';
  const frames = (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 8)
    .map((line) => line.trim());
  return { error: error.name + message, ...(code !== undefined && { code }), frames };
}
