import type { Answer, Ask } from '#domain/trackers/answers.ts';
import type { Durations } from '#domain/trackers/schedule.ts';

/** What the program lends to those who speak with trackers. */
export interface TrackersPort {
  /** Seals tokens; null: SECRET_KEY has to be set first. */
  key: Uint8Array | null;
  call(ask: Ask, listed: readonly string[]): Promise<Answer>;
  durations: Durations;
  /** Something is on its way: looks at once rather than at the next turn. */
  wake(): void;
}
