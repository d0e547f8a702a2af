import { resolve } from 'node:path';

/** Says why not, and ends. */
export function fail(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

/** The file named on the command line, from where the person stands: npm runs its scripts in the project's folder. */
export function fileAsked(command: 'backup' | 'restore'): string {
  const named = process.argv.slice(2).find((word) => !word.startsWith('--'));
  if (!named) fail(`Say which file: npm run ${command} FILE`);
  return resolve(process.env.INIT_CWD ?? process.cwd(), named);
}

export interface ShownProgress {
  show(line: string): void;
  end(): void;
}

const EVERY_MS = { terminal: 100, otherwise: 2_000 };

/** One line that changes on a terminal; elsewhere a line now and then. */
export function openProgress(out: NodeJS.WriteStream = process.stderr): ShownProgress {
  let shownAt = -Infinity;
  const isTerminal = out.isTTY === true;
  const everyMs = isTerminal ? EVERY_MS.terminal : EVERY_MS.otherwise;
  return {
    show(line) {
      if (performance.now() - shownAt < everyMs) return;
      shownAt = performance.now();
      out.write(isTerminal ? `\r\x1b[K${line}` : `${line}\n`);
    },
    end() {
      if (isTerminal) out.write('\r\x1b[K');
    },
  };
}
