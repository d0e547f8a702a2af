import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { forEachEngine } from '../testing.ts';
import { LEFT_OUT } from './left-out.ts';
import { readBackup } from './read-backup.ts';
import { readShapes } from './table-shapes.ts';
import { listUnwatched } from './watch-changes.ts';

/**
 * What a backup holds, decided table by table. A new table is backed up by itself; it is named here once somebody has thought
 * about what a copy of it in many places means for those who wrote it, or in `left-out.ts` with the reason why not.
 */
const KEPT = [
  'action_sessions',
  // P11: hashed; letters already sent hold their other half
  'answer_links',
  // A4: as it stands when the backup is read; who takes it away later is in it until it ages out
  'attendance',
  // A6: what everybody may know anyway
  'attendance_figures',
  'audit',
  // U3: what was brought under a name, and what came without one as it was opened
  'brought',
  'brought_opened',
  // for facilitators alone, without a time; gone a day after the meeting
  'call_on_answers',
  'captures',
  // N2: a number must not fall because of a restore
  'calendar_entries',
  // hashed, as tokens are
  'calendar_feeds',
  // M4: a press whose answer was lost must not act twice after a restore; they go after a day, at the first start
  'command_keys',
  'comment_mentions',
  'comment_reads',
  'comment_threads',
  'comments',
  'document_archive',
  'document_snapshot_parts',
  'document_updates',
  'document_versions',
  'documents',
  // S5: shown for good; what was said stays with its review
  'early_openings',
  // D14: who erased when, no word of it; a restored copy sweeps what the first had still to sweep
  'erased_names',
  'erasures',
  'evidence_messages',
  'evidence_sources',
  'fixed_facts',
  // A9: no guest, no device, no time
  'guest_attendance',
  'home_visits',
  'import_parts',
  'imports',
  'invitations',
  'item_mentions',
  // T4: that something was on its way is kept, so that a copy says that nobody knows; its words are not
  'item_sends',
  'items',
  'listed_origins',
  // private to its writer, as meeting_notes are
  'look_backs',
  // A5: who was on which team on the day
  'meeting_closest',
  'meeting_days',
  'meeting_events',
  'meeting_notes',
  'meeting_people',
  'meeting_stages',
  'meeting_templates',
  'meetings',
  // each person's own, without a word of what they are about
  'notice_choices',
  'notice_digests',
  'notices',
  // secrets are hashed, here and in sign_ins
  'one_time_links',
  'opened_ideas',
  'outcomes',
  'parked',
  'people',
  // U2: without the numbers that could tell one person's answer
  'poll_counts',
  'queue_entries',
  'read_figures',
  'read_weeks',
  // R3: each person's own; a backup holds them as it holds attendance
  'reads',
  'reflections',
  // D13: offered to their author alone; a backup holds them as it holds the log they come from
  'rescued_words',
  'review_links',
  'review_people',
  'review_teams',
  'reviews',
  'rights_counter',
  // M14: the order of a round, gone a day after the end
  'round_turns',
  // C6: the label at sealing says who could read them, and the README says it of backups
  'sealed_ideas',
  // M15, U3: what everyone was shown
  'shown_texts',
  'sign_ins',
  // M15: signed and its author's alone, as sealed ideas are; nothing typed is ever lost
  'silent_texts',
  'soaks',
  // A6: without the numbers that could tell one person's answer
  'survey_counts',
  'survey_questions',
  'team_members',
  'teams',
  // hashed, as sign_ins are
  'tokens',
  // T1: their tokens are sealed with a key that is in no backup
  'trackers',
  'uploads',
  'workspace',
];

forEachEngine((engine) => {
  test('[D11] every table is either in every backup or left out for a reason, as somebody decided', async () => {
    const shapes = await readShapes(engine.db);
    expect(shapes.map(({ name }) => name).sort()).toEqual([...KEPT].sort());
    const { rows } = await sql<{ name: string }>`
      select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`.execute(
      engine.db,
    );
    expect([...KEPT, ...Object.keys(LEFT_OUT)].sort()).toEqual(rows.map(({ name }) => name).sort());
  });

  test('[D11] each of them has a key, and its changes are noted', async () => {
    for (const shape of await readShapes(engine.db)) expect(shape.key, shape.name).not.toEqual([]);
    expect(await listUnwatched(engine.db)).toEqual([]);
  });

  test('[D11] a table whose changes would be missed makes a backup impossible, rather than wrong', async () => {
    const { db } = await engine.fresh();
    await sql`create table forgotten (words text)`.execute(db);
    const reading = readBackup(db, { id: '6f1c2b9e-0000-4000-8000-000000000001', at: new Date() });
    await expect(reading.next()).rejects.toThrow(/Changes of forgotten would be missed/);
  });
});
