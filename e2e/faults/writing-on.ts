import { REVIEWS } from '#server/demo/content/ids.ts';
import type { Company } from './company.ts';
import { openTab, until } from './writers.ts';
import { FAULT_TEXT } from './written.ts';

const CALM_EDITS = 8;
const FEWEST_EDITS = 20;

export interface Acknowledged<Outcome> {
  outcome: Outcome;
  /** How long acknowledgements took at the worst twentieth while the work was done, in ms. */
  p95: number;
  /** 250 ms; on a machine that is busy with other work, three times what they took beforehand. */
  bearable: number;
}

/** Somebody writes on in a write-up while others do their worst. */
export async function whileWritingOn<Outcome>(
  soak: Company,
  work: () => Promise<Outcome>,
): Promise<Acknowledged<Outcome>> {
  const at = { origin: soak.program.origin, cookie: await soak.cookieOf('amir') };
  const tab = openTab({ ...at, document: `write-up:${REVIEWS.wrongHost}:1` });
  await until(() => tab.status.get().saved === 'saved', 'the writer is there', 30_000);
  const oneEdit = async () => {
    const began = performance.now();
    tab.doc.getText(FAULT_TEXT).insert(0, 'w');
    await until(() => !tab.hasUnsentWords(), 'the writer is acknowledged', 30_000);
    return performance.now() - began;
  };
  const calm: number[] = [];
  while (calm.length < CALM_EDITS) calm.push(await oneEdit());
  const waits: number[] = [];
  let isDone = false;
  const working = work().finally(() => {
    isDone = true;
  });
  while (!isDone || waits.length < FEWEST_EDITS) waits.push(await oneEdit());
  tab.close();
  waits.sort((a, b) => a - b);
  return {
    outcome: await working,
    p95: waits[Math.floor(waits.length * 0.95)] ?? 0,
    bearable: Math.max(250, 3 * Math.max(...calm)),
  };
}
