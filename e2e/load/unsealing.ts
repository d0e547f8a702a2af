/** `node e2e/load/unsealing.ts`: how long five hundred sealed ideas take from the press that opens them to the list a room shows. */

import { sql } from 'kysely';
import { readSessionBoard } from '#server/actions/read-session-board.ts';
import { aSoakedReview } from '#server/actions/testing.ts';
import { sealIdea } from '#server/soak/seal-idea.ts';
import type { Figure } from './figure.ts';
import { type Engine, onEngine, printOnEngines, timedOnce, timedP95 } from './on-engine.ts';

const IDEAS = 500;
const SEALERS = 50;
const TIMES = 20;

export const measureUnsealing = (engine: Engine): Promise<Figure[]> =>
  onEngine(engine, async (db) => {
    const field = await aSoakedReview(db);
    // two are there already
    for (let sealer = 0; sealer < SEALERS; sealer++) {
      const person = await field.person(`Person ${sealer}`);
      const own = sealer === 0 ? IDEAS / SEALERS - 2 : IDEAS / SEALERS;
      for (let idea = 0; idea < own; idea++)
        await sealIdea(field.app, person, field.review, {
          words: `What if the clean-up said first what it will delete? ${'In words. '.repeat(20)}${sealer}-${idea}`,
          withheld: idea % 3 === 0,
        });
    }
    await field.start();
    // the room reads where it stands
    await sql`update meetings set current_stage = gen_random_uuid(), since = started_at, timer_remaining_ms = 0
      where id = ${field.session}`.execute(db);
    const board = () => readSessionBoard(field.app, field.analyst, field.session);
    let opened = 0;
    const shown = await timedOnce(async () => {
      await field.run({ command: 'unseal' });
      opened = (await board()).ideas.length;
    });
    if (opened !== IDEAS) throw new Error(`${opened} ideas were opened`);
    return [
      {
        what: `${IDEAS} sealed ideas opened and read, ${engine}`,
        limit: 1_000,
        measured: shown.ms,
        unit: 'ms',
        processorMs: shown.processorMs,
      },
      await timedP95(`${IDEAS} opened ideas read, ${engine}`, 1_000, TIMES, board),
    ];
  });

if (import.meta.main) await printOnEngines(measureUnsealing);
