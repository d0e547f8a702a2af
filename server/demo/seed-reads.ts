import type { App } from '../app.ts';
import { noteOwnRead } from '../attendance/note-read.ts';
import { REVIEWS } from './content/ids.ts';
import type { Name } from './content/meetings/story.ts';
import type { DemoClock } from './demo-clock.ts';
import type { Cast } from './seed-people.ts';
import { onDay } from './story-days.ts';

/** Who had B before their eyes, and when: before its meeting, after it, and when C began to point to it. */
const READS: readonly (readonly [day: string, ...readers: Name[]])[] = [
  ['2026-07-14', 'grace', 'otto', 'priya'],
  ['2026-07-15', 'felicity'],
  ['2026-07-22', 'grace', 'vera'],
  ['2026-08-05', 'otto'],
  ['2026-08-19', 'tomas', 'grace', 'otto', 'priya'],
  ['2026-09-23', 'vera'],
  ['2026-10-14', 'grace', 'otto', 'vera'],
  ['2026-11-11', 'tomas', 'otto', 'grace'],
];

export async function seedReads(app: App, clock: DemoClock, cast: Cast): Promise<void> {
  for (const [day, ...readers] of READS) {
    clock.standAt(onDay(day, '13:20', cast.zone));
    for (const name of readers) await noteOwnRead(app, cast.people[name], REVIEWS.twoCoasts);
  }
}
