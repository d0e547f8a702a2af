/** `node e2e/load/invitations.ts`: how long a thousand invitations take to be queued, what others wait meanwhile, and a move of both meetings. */
import { sql } from 'kysely';
import type { MeetingId } from '#domain/ids.ts';
import { MOST_INVITED } from '#domain/meeting/check-plan.ts';
import { tellOfChanges } from '#server/calendar/tell-of-changes.ts';
import { LETTERS_AT_ONCE } from '#server/mail/mail-server.server.ts';
import { sendDueLetters } from '#server/mail/send-due-letters.ts';
import { aReview } from '#server/soak/testing.ts';
import type { Figure } from './figure.ts';
import {
  type Database,
  type Engine,
  longestWaitBeside,
  onEngine,
  printOnEngines,
  timedOnce,
} from './on-engine.ts';

const INVITED = 1_000;
/** No other page waits longer than this for letters being queued or sent. */
const OTHERS_MS = 250;

export const measureInvitations = (engine: Engine): Promise<Figure[]> =>
  onEngine(engine, async (db) => {
    const field = await aReview(db);
    const app = { ...field.app, mail: { from: 'soak@example.org' } };
    await sql`insert into people (id, email, name, face_letters, face_hue, role, created_at)
      select gen_random_uuid(), 'p' || n || '@example.org', 'Person ' || n, 'P', 1, 'member', '2020-01-01'
      from generate_series(1, ${INVITED}::int) n`.execute(db);
    const meetings: MeetingId[] = [];
    for (let from = 0; from < INVITED; from += MOST_INVITED) {
      const meeting = await field.meeting('review', {
        startsAt: '2026-11-25T13:00:00Z',
        facilitator: field.analyst,
      });
      meetings.push(meeting);
      await sql`insert into meeting_people (meeting_id, person_id, role, position)
        select ${meeting}::uuid, id, 'invited', (row_number() over (order by id))::int from people where email like 'p%'
        order by id offset ${from}::int limit ${MOST_INVITED}::int`.execute(db);
    }
    const figures: Figure[] = [];
    const time = async (what: string, limit: number, work: () => Promise<unknown>) => {
      let took = { ms: 0, processorMs: 0 };
      const others = await longestWaitBeside(db, async () => {
        took = await timedOnce(work);
      });
      figures.push(
        {
          what: `${what}, ${engine}`,
          limit,
          measured: took.ms / 1000,
          unit: 's',
          processorMs: took.processorMs,
        },
        { what: `  others waited meanwhile, longest`, limit: OTHERS_MS, measured: others, unit: 'ms' },
      );
    };
    await time(`${INVITED} invitations queued`, 2, () => tellOfChanges(app));
    await moveAll(db, meetings);
    await time(`${INVITED} moved ones queued`, 2, () => tellOfChanges(app));
    const taken: { to: string; method: string; content: string }[] = [];
    const server = {
      send: async ({ to, calendar }: Sent) => {
        taken.push({ to: to.address, method: calendar?.method ?? '', content: calendar?.content ?? '' });
        return 'taken' as const;
      },
    };
    const options = { outage: { inARow: 0 }, atOnce: LETTERS_AT_ONCE, goOn: () => true };
    await time(`${2 * INVITED} letters handed over`, 60, async () => {
      while ((await sendDueLetters(app, server, options)) > 0);
    });
    checkOrder(taken);
    return figures;
  });

type Sent = Parameters<Parameters<typeof sendDueLetters>[1]['send']>[0];

const moveAll = async (db: Database, meetings: readonly MeetingId[]): Promise<void> => {
  for (const meeting of meetings)
    await sql`update meetings set starts_at = starts_at + interval '1 day', rev = rev + 1 where id = ${meeting}`.execute(
      db,
    );
};

/** Each person has the invitation, and after it the move. */
function checkOrder(taken: readonly { to: string; content: string }[]): void {
  const bySender = Map.groupBy(taken, ({ to }) => to);
  const invited = [...bySender].filter(([to]) => to.startsWith('p'));
  const isRight = ([, letters]: (typeof invited)[number]) =>
    letters.map(({ content }) => /SEQUENCE:(\d+)/.exec(content)?.[1]).join() === '0,1';
  if (invited.length !== INVITED || !invited.every(isRight))
    throw new Error('letters are missing or out of order');
}

if (import.meta.main) await printOnEngines(measureInvitations);
