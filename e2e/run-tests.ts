/** `npm test [-- --long]`: everything that can be checked, in the order in which it is cheapest to learn of a mistake. */
import { mkdir } from 'node:fs/promises';
import { COMPILED } from './program.ts';
import { prepareBrowser } from './runner/browser.ts';
import { addUp, type Count, playwrightCount, vitestCount } from './runner/counts.ts';
import { memoryFolder } from './runner/memory-folder.ts';
import { mayGoOnWithoutPostgres } from './runner/postgres.ts';
import { mayGoOnWithoutRedis } from './runner/redis.ts';
import { run, say, timed } from './runner/step.ts';

const REPORTS = 'test-results';
const long = process.argv.includes('--long');

await mkdir(REPORTS, { recursive: true });
const memory = await memoryFolder();
const env = {
  ...process.env,
  NODE_COMPILE_CACHE: COMPILED,
  ...(long ? { SOAK_LONG: '1' } : {}),
};
// not for what is timed: what waiting for a disk costs would not show in its figures
const inMemory = memory ? { ...env, TMPDIR: memory } : env;
const counts: Count[] = [];

// none of the three fills two cores alone; four checkers read the same declarations four times (27 s of processor time, one 16).
// Tests beside them make all of it slower: 237 s, one after another 217
const [types, lint, built] = await Promise.all([
  step('types', () => checked('react-router', ['typegen'], 'tsc', ['--noEmit', '--checkers', '1'])),
  step('lint', () => checked('biome', ['check', '.'])),
  step('build', () => checked('react-router', ['build'])),
]);
counts.push(types, lint, built);
for (const mayGoOn of [mayGoOnWithoutPostgres, mayGoOnWithoutRedis])
  if (!mayGoOn(say)) counts.push({ passed: 0, failed: 1 });
counts.push(await step('tests without a browser', () => vitest('house', inMemory)));
counts.push(await step('timed tests, one at a time', () => vitest('timed', env)));
if (built.failed === 0) {
  counts.push(await step('faults', () => vitest('faults', inMemory)));
  counts.push(await step('timed faults, one at a time', () => vitest('timed-faults', env)));
  const browser = await timed('browser', () => prepareBrowser(say));
  if (browser) counts.push(await step('journeys', () => playwright(browser)));
  else counts.push({ passed: 0, failed: 1 });
}

const { passed, failed } = addUp(counts);
say(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

function step(name: string, work: () => Promise<Count>): Promise<Count> {
  return timed(name, work);
}

/** Commands that count nothing themselves: silent when well, one failure when not. */
async function checked(...commands: (string | string[])[]): Promise<Count> {
  for (let at = 0; at < commands.length; at += 2) {
    const code = await run(commands[at] as string, commands[at + 1] as string[], env);
    if (code !== 0) return { passed: 0, failed: 1 };
  }
  return { passed: 0, failed: 0 };
}

async function vitest(project: string, env: NodeJS.ProcessEnv): Promise<Count> {
  const report = `${REPORTS}/${project}.json`;
  const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${report}`];
  const code = await run('vitest', ['run', '--project', project, ...reporters], env);
  return vitestCount(report, code);
}

async function playwright(executable: string): Promise<Count> {
  const report = `${REPORTS}/journeys.json`;
  const settings = { ...inMemory, SOAK_CHROMIUM: executable, PLAYWRIGHT_JSON_OUTPUT_NAME: report };
  const code = await run('playwright', ['test', '--reporter=line,json'], settings);
  return playwrightCount(report, code);
}
