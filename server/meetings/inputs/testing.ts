/** A running meeting with stages of people's own input, for tests. */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { StageId } from '#domain/ids.ts';
import type { Command } from '#domain/meeting/command.ts';
import type { StageKind } from '#domain/meeting/stage.ts';
import type { Database, SignedIn } from '../../app.ts';
import { systemRandom } from '../../random.server.ts';
import type { CommandAnswer } from '../run-command.ts';
import { aMeeting, type RoomField } from '../testing.ts';

export interface InputsField extends RoomField {
  stages: StageId[];
  /** Everything the deeds logged or told the room's screens. */
  traces: string[];
  does(
    person: SignedIn,
    command: Command,
  ): Promise<Exclude<CommandAnswer, { refused: string } | { forbidden: string }>>;
  puts(person: SignedIn, stage: StageId, words: string): Promise<string>;
}

/** Begun, and standing at the first of these stages. */
export async function aMeetingWith(db: Database, kinds: readonly StageKind[]): Promise<InputsField> {
  const field = await aMeeting(db, {
    stages: kinds.map((kind, at) => ({
      kind,
      title: `${kind} ${at}`,
      minutes: 5,
      prompt: '',
      notes: '',
      targets: [],
      teller: null,
    })),
  });
  const traces: string[] = [];
  field.app.random = systemRandom;
  field.app.log = {
    info: (...facts) => traces.push(JSON.stringify(facts)),
    error: (...facts) => traces.push(JSON.stringify(facts)),
  };
  field.app.collab = { ...field.app.collab, roomChanged: () => traces.push('the room was told') };
  const does: InputsField['does'] = async (person, command) => {
    const answer = await field.press(person, command);
    if ('refused' in answer || 'forbidden' in answer) throw new Error(JSON.stringify(answer));
    return answer;
  };
  await does(field.felicity, { command: 'start' });
  const rows = await db
    .selectFrom('meeting_stages')
    .select('id')
    .where('meeting_id', '=', field.meeting_)
    .orderBy('position')
    .execute();
  return {
    ...field,
    stages: rows.map(({ id }) => id),
    traces,
    does,
    puts: async (person, stage, words) => {
      const id = randomUUID();
      await does(person, { command: 'unsigned', stage, id, words });
      return id;
    },
  };
}

/** Every row of every table with what PostgreSQL keeps beside it: who wrote or locked it last, and where it lies. */
export async function everything(db: Database): Promise<Map<string, string>> {
  const { rows: tables } = await sql<{ name: string }>`
    select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`.execute(
    db,
  );
  const texts = new Map<string, string>();
  for (const { name } of tables) {
    const { rows } = await sql<{ row: string }>`
      select concat_ws(' ', xmin, xmax, ctid, t::text) as row from ${sql.table(name)} t order by ctid`.execute(
      db,
    );
    texts.set(name, rows.map(({ row }) => row).join('\n'));
  }
  return texts;
}

/** A table’s file as it lies on the disk: what was deleted from it or written over may still be in there. */
export async function heapOf(db: Database, table: string): Promise<Buffer> {
  await sql`checkpoint`.execute(db);
  const { rows } = await sql<{ heap: Buffer }>`
    select pg_read_binary_file(pg_relation_filepath(${table}::regclass)) as heap`.execute(db);
  return Buffer.from(rows[0]?.heap ?? []);
}

/** Tables whose rows are not as they were. */
export const differing = (before: Map<string, string>, after: Map<string, string>) =>
  [...after].flatMap(([name, rows]) => (rows === before.get(name) ? [] : [name]));
