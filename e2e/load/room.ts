import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crowdFile } from '../crowd.server.ts';
import { startPostgres } from '../postgres.ts';
import { discardProgram, type Program, startProgram } from '../program.ts';
import { exampleMeeting, signedIn } from './example.ts';
import { type Figure, percentile } from './figure.ts';
import { enter, type Follower, measureFollowers, PRESSES, press, reaches } from './followers.ts';
import { type Engine, printOnEngines } from './on-engine.ts';
import { measureScripts } from './reading.ts';

/** `SOAK_CROWD` of them to try it out. */
const CROWD = Number(process.env.SOAK_CROWD ?? 300);
const FEW = Math.min(50, CROWD / 2);
const LATE = 20;
const WITHIN_MS = 5_000;

/** A room with three hundred people in it: each a member with a socket, a hand, a mark and an answer of their own. */
export async function measureRoom(engine: Engine = 'embedded'): Promise<Figure[]> {
  const postgres = engine === 'postgres' ? await startPostgres({ durable: true }) : null;
  try {
    const program = await startProgram({
      asStarted: true,
      args: [`--crowd=${CROWD}`],
      dataDir: await mkdtemp(join(tmpdir(), 'soak-room-')),
      ...(postgres && { env: { DATABASE_URL: await postgres.createDatabase('room') } }),
    });
    const figures = await measure(program).finally(() => discardProgram(program));
    return figures.map((figure) => ({ ...figure, what: `${figure.what}, ${engine}` }));
  } finally {
    await postgres?.remove();
  }
}

async function measure(program: Program): Promise<Figure[]> {
  const { origin } = program;
  const cookies = JSON.parse(await readFile(crowdFile(program.dataDir), 'utf8')) as string[];
  const felicity = await signedIn(origin, 'felicity');
  const { id: meeting, rev: planned } = await exampleMeeting(origin, felicity);
  const leads = (body: object) => press(origin, felicity, meeting, body);
  let rev = await leads({ command: 'start', expectedRev: planned });
  const figures: Figure[] = [
    await measureScripts('the room, facilitating', `${origin}/meetings/${meeting}`, felicity, 330),
  ];
  const few = await enter(origin, meeting, cookies.slice(0, FEW));
  figures.push(await withProcessor(program, PRESSES, () => measureFollowers(few, leads, rev, 40)));
  rev = few[0]?.projection.get()?.rev ?? rev;
  const rooms = [...few, ...(await enter(origin, meeting, cookies.slice(FEW)))];
  figures.push(await withProcessor(program, PRESSES, () => measureFollowers(rooms, leads, rev, 100)));
  figures.push(await measureLate(origin, meeting, cookies));
  figures.push(...(await measureCrowd({ program, meeting, cookies, rooms, leads })));
  for (const room of rooms) room.close();
  return figures;
}

/** From opening a socket to the stage on it, while three hundred are there. */
async function measureLate(origin: string, meeting: string, cookies: readonly string[]): Promise<Figure> {
  const waits: number[] = [];
  for (const cookie of cookies.slice(0, LATE)) {
    const began = performance.now();
    const [late] = await enter(origin, meeting, [cookie]);
    waits.push(performance.now() - began);
    late?.close();
  }
  return {
    what: `joining ${CROWD} late to stage shown, p95 of ${LATE}`,
    limit: 500,
    measured: percentile(waits, 0.95),
    unit: 'ms',
  };
}

/** The program's own processor time beside the clock, for one of so many presses: other work on the machine makes it no longer. */
async function withProcessor(
  { pid }: Program,
  presses: number,
  measure: () => Promise<Figure>,
): Promise<Figure> {
  const before = await processorMs(pid);
  const figure = await measure();
  return { ...figure, processorMs: ((await processorMs(pid)) - before) / presses };
}

/** Of all its threads since its start, where the system tells (Linux); NaN elsewhere. */
async function processorMs(pid: number): Promise<number> {
  const line = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  // behind the name, which may hold anything; ticks of 10 ms
  const [user, system] = line
    .slice(line.lastIndexOf(')') + 2)
    .split(' ')
    .slice(11, 13)
    .map(Number);
  return 10 * ((user ?? Number.NaN) + (system ?? Number.NaN));
}

interface Crowd {
  program: Program;
  meeting: string;
  cookies: readonly string[];
  rooms: readonly Follower[];
  leads(body: object): Promise<number>;
}

interface Shown {
  phase: string;
  waitingCount: number;
  ready: { count: number } | null;
  stages: readonly { id: string; title: string }[];
  inputs: { counts: readonly { choice: string; count: number | null }[] } | null;
}

/** Three hundred hands, marks and answers in five seconds: every one is there afterwards. */
async function measureCrowd({ program, meeting, cookies, rooms, leads }: Crowd): Promise<Figure[]> {
  const { origin } = program;
  const shown = () => rooms[0]?.projection.get()?.value as Shown;
  // a mark counts for those present (M10)
  for (const cookie of cookies) await press(origin, cookie, meeting, { command: 'seen' });
  const answers: number[] = [];
  const screens: number[] = [];
  let processor = 0;
  const all = async (everyMs: number, bodyOf: (at: number) => object, onScreens: boolean) => {
    const over: Promise<void>[] = [];
    const before = await processorMs(program.pid);
    for (const [at, cookie] of cookies.entries()) {
      over.push(one(cookie, bodyOf(at), onScreens));
      await new Promise((resolve) => setTimeout(resolve, everyMs));
    }
    await Promise.all(over);
    processor += (await processorMs(program.pid)) - before;
  };
  const one = async (cookie: string, body: object, onScreens: boolean) => {
    const began = performance.now();
    const rev = await press(origin, cookie, meeting, body);
    answers.push(performance.now() - began);
    if (!onScreens) return;
    await Promise.all(rooms.map((room) => reaches(room, rev)));
    screens.push(performance.now() - began);
  };
  const everyMs = WITHIN_MS / (3 * CROWD);
  await all(everyMs, () => ({ command: 'raise-hand', type: 'question' }), true);
  await all(everyMs, () => ({ command: 'ready', ready: true }), true);
  // it took longer than somebody is present for: they say once more that they are there
  for (const cookie of cookies) await press(origin, cookie, meeting, { command: 'seen' });
  const rev = await leads({
    command: 'stage-add',
    kind: 'poll',
    title: 'Of three hundred',
    minutes: 5,
    expectedRev: rooms[0]?.projection.get()?.rev ?? 0,
  });
  await Promise.all(rooms.map((room) => reaches(room, rev)));
  const marks = { hands: shown().waitingCount, ready: shown().ready?.count ?? 0 };
  const stage = shown().stages.find(({ title }) => title === 'Of three hundred')?.id ?? '';
  await leads({ command: 'go', stage, expectedRev: rev });
  await all(
    everyMs,
    (at) => ({ command: 'answer', stage, id: crypto.randomUUID(), choice: at % 3 === 0 ? 'no' : 'yes' }),
    false,
  );
  const closed = await leads({ command: 'poll-close', stage, expectedRev: rev + 1 });
  await Promise.all(rooms.map((room) => reaches(room, closed)));
  const answered = (shown().inputs?.counts ?? []).reduce((sum, { count }) => sum + (count ?? 0), 0);
  return [
    {
      what: `of ${3 * CROWD} hands, marks and answers, lost`,
      limit: 0,
      measured: 3 * CROWD - marks.hands - marks.ready - answered,
      unit: '',
    },
    {
      what: `hand, mark or answer of ${CROWD} people to its answer, p95`,
      limit: 300,
      measured: percentile(answers, 0.95),
      unit: 'ms',
      processorMs: processor / (3 * CROWD),
    },
    {
      what: `hand or mark to all ${CROWD} screens, p95`,
      limit: 300,
      measured: percentile(screens, 0.95),
      unit: 'ms',
    },
  ];
}

if (import.meta.main) await printOnEngines(measureRoom);
