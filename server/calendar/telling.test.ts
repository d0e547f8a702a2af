import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { forEachEngine } from '#db/testing.ts';
import { editPlan } from '../meetings/edit-plan.ts';
import { aMeeting, aPlan, type RoomField } from '../meetings/testing.ts';
import { LETTERS_IN_ONE, tellOf, tellOfChanges } from './tell-of-changes.ts';

describe('telling many, in parts', () =>
  forEachEngine((engine) => {
    let field: RoomField;
    const [afterOnePart, many] = [LETTERS_IN_ONE, 2 * LETTERS_IN_ONE + 10];

    beforeAll(async () => {
      field = await aMeeting(engine.db);
      field.app.mail = { from: 'soak@example.org' };
      await sql`with many as (
          insert into people (id, email, name, face_letters, face_hue, role, created_at)
          select gen_random_uuid(), 'p' || n || '@example.org', 'Person ' || n, 'P', 1, 'member', '2020-01-01'
          from generate_series(1, ${many - 2}::int) n returning id)
        insert into meeting_people (meeting_id, person_id, role, position)
        select ${field.meeting_}::uuid, id, 'invited', 1 + row_number() over (order by id) from many`.execute(
        engine.db,
      );
    });

    const move = async (time: string) => {
      const invited = await engine.db
        .selectFrom('meeting_people')
        .select('person_id')
        .where('meeting_id', '=', field.meeting_)
        .where('role', '=', 'invited')
        .execute();
      await editPlan(field.app, field.analyst, field.meeting_, {
        ...aPlan(field, { time }),
        invited: invited.map(({ person_id }) => person_id),
      });
    };
    /** Of each person their letters in order: its number and when it says that it starts. */
    const letters = async () => {
      const { rows } = await sql<{ said: string }>`
        select string_agg(sequence || ' ' || (facts ->> 'startsAt'), ', ' order by id) as said
        from mail_outbox where meeting_id = ${field.meeting_} group by line`.execute(engine.db);
      return rows.map(({ said }) => said);
    };
    const all = (said: string) => Array<string>(many).fill(said);

    test('[N1, D2] told to stop it ends after the part under way, and the next start goes on: each letter once', async () => {
      let asked = 0;
      const untilOnePart = () => asked++ < 3;
      await tellOfChanges(field.app, untilOnePart);
      expect(await letters()).toHaveLength(afterOnePart);
      await tellOfChanges(field.app, () => false);
      expect(await letters()).toHaveLength(afterOnePart);
      await tellOfChanges(field.app);
      expect(await letters()).toEqual(all('0 2026-11-18T09:10:00.000Z'));
    });

    test('[N1, N2] two tellings at once, and the meeting moves in between: each letter once and in order, none lost', async () => {
      await move('11:10');
      const before = await letters();
      let moved: Promise<void> | null = null;
      const meanwhile = () => {
        // asked again once the first move is noted
        if (before.length > 0 && asked++ === 2) moved = move('12:10');
        return true;
      };
      let asked = 0;
      await Promise.all([
        tellOf(field.app, field.meeting_, meanwhile),
        tellOf(field.app, field.meeting_),
        tellOfChanges(field.app),
      ]);
      // the other two may have been that quick
      moved ??= move('12:10');
      await moved;
      while ((await tellOfChanges(field.app)) > 0);
      expect(moved).not.toBeNull();
      expect(await letters()).toEqual(
        all(
          ['0 2026-11-18T09:10:00.000Z', '1 2026-11-18T10:10:00.000Z', '2 2026-11-18T11:10:00.000Z'].join(
            ', ',
          ),
        ),
      );
    });
  }));
