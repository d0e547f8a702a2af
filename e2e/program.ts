import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import manifest from '../package.json' with { type: 'json' };
import { seededFolder } from './seeded-folder.ts';

/** A whole Soak, as its users have it, in a process of its own. */
export interface Program {
  origin: string;
  dataDir: string;
  pid: number;
  /** Everything it wrote, for tests about what it must not write. */
  output(): string;
  /** Sends the program's clock on; rules see the new time, sign-ins do not. */
  moveClockTo(instant: Date): Promise<void>;
  /** The clock stands still here until it is told another instant. */
  standClockAt(instant: Date): Promise<void>;
  /** `kill -9`: no goodbye. */
  kill(): Promise<void>;
  /** SIGTERM, and waits for its end. Gives the exit code. */
  stop(): Promise<number | null>;
}

export interface ProgramOptions {
  /** A folder to go on with; otherwise one of its own, with the example reviews in it. */
  dataDir?: string;
  /** Environment beside the usual one, `DATABASE_URL` for instance. */
  env?: Record<string, string>;
  /** Which entry to start; the test entry unless said otherwise. */
  entry?:
    | 'e2e/test-program.server.ts'
    | 'e2e/collab-program.server.ts'
    | 'server/demo.server.ts'
    | 'server/start.server.ts';
  args?: string[];
  /** With the flags of `npm start`, whichever entry it is: for what is measured. */
  asStarted?: boolean;
}

const ROOT = join(import.meta.dirname, '..');
const START_MS = 110_000;
/** Compiled modules of one start serve the next ones: a second of processor time each, of five. */
export const COMPILED = join(ROOT, 'node_modules', '.cache', 'soak-compiled');

const TEST_ENTRY = 'e2e/test-program.server.ts';

/** With the examples in it where the program would begin by telling them to its embedded database. */
function ownFolder(entry: ProgramOptions['entry'], { env }: ProgramOptions): Promise<string> {
  if (entry !== TEST_ENTRY || env?.DATABASE_URL) return mkdtemp(join(tmpdir(), 'soak-program-'));
  return seededFolder(async (dataDir) => {
    const seeding = await startProgram({ dataDir });
    await seeding.stop();
  });
}

/** Node's flags of `npm run demo`: for a program that lives for seconds, compiling the database twice takes 2 s of processor time. */
function flagsOf(asStarted: boolean): string[] {
  const { start, demo } = manifest.scripts;
  return (asStarted ? start : demo).split(' ').filter((word) => word.startsWith('--'));
}

/** Starts a program on a free port and waits until it says where it is. */
export async function startProgram(options: ProgramOptions = {}): Promise<Program> {
  const entry = options.entry ?? TEST_ENTRY;
  const dataDir = options.dataDir ?? (await ownFolder(entry, options));
  const child = spawn(
    process.execPath,
    [...flagsOf(options.asStarted ?? false), entry, ...(options.args ?? [])],
    {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      env: {
        PATH: process.env.PATH,
        HOME: process.env.HOME,
        TZ: 'UTC',
        NODE_COMPILE_CACHE: COMPILED,
        PORT: '0',
        LOG_LEVEL: 'warn',
        DATA_DIR: dataDir,
        ...options.env,
      },
    },
  );
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => {
      output += chunk;
    });
  const origin = await saysWhere(child, () => output);
  return {
    origin,
    dataDir,
    pid: child.pid ?? 0,
    output: () => output,
    moveClockTo: (instant) => tell(child, { moveClockTo: instant.toISOString() }),
    standClockAt: (instant) => tell(child, { standClockAt: instant.toISOString() }),
    kill: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
    stop: async () => {
      if (child.exitCode === null && child.signalCode === null) {
        child.kill('SIGTERM');
        await once(child, 'exit');
      }
      return child.exitCode;
    },
  };
}

/** Stops a program and takes its folder away. */
export async function discardProgram(program: Program): Promise<void> {
  await program.stop();
  await rm(program.dataDir, { recursive: true, force: true });
}

function saysWhere(child: ChildProcess, output: () => string): Promise<string> {
  return new Promise((resolve, reject) => {
    const end = (outcome: () => void) => {
      clearTimeout(late);
      clearInterval(look);
      child.off('exit', gone);
      outcome();
    };
    const look = setInterval(() => {
      const origin = /Soak is at (http:\/\/\S+)/.exec(output())?.[1];
      if (origin) end(() => resolve(origin));
    }, 20);
    const gone = () => end(() => reject(new Error(`The program ended before it served:\n${output()}`)));
    const late = setTimeout(() => {
      child.kill('SIGKILL');
      end(() => reject(new Error(`The program did not serve within ${START_MS} ms:\n${output()}`)));
    }, START_MS);
    child.once('exit', gone);
  });
}

let asked = 0;

/** Waits for the answer to this very message: a clock that moves later than the next click is no use. */
async function tell(
  child: ChildProcess,
  word: { moveClockTo: string } | { standClockAt: string },
): Promise<void> {
  asked += 1;
  const id = asked;
  const answered = new Promise<void>((resolve) => {
    const listen = (message: unknown) => {
      if (typeof message !== 'object' || message === null || !('moved' in message) || message.moved !== id)
        return;
      child.off('message', listen);
      resolve();
    };
    child.on('message', listen);
  });
  child.send({ ...word, id });
  await answered;
}
