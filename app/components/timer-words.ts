/** A stage's time as the room shows it: figures, words after. The same ink over time as in time. */
export interface TimerFace {
  figures: string;
  words: string;
  over: boolean;
  /** The same, for those who listen; said at the start, at one minute and at the end only. */
  aloud: string;
}

/** `leftMs` is negative once the time is over (M9). */
export function timerFace(leftMs: number, paused: boolean, plannedMinutes: number): TimerFace {
  const over = leftMs < 0;
  // Up while counting down and down while counting up: the figure changes when a whole second has passed.
  const seconds = over ? Math.floor(-leftMs / 1000) : Math.ceil(leftMs / 1000);
  const figures = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  return {
    figures,
    over,
    words: wordsAfter(over, paused, plannedMinutes),
    aloud: aloud(seconds, over, paused),
  };
}

function wordsAfter(over: boolean, paused: boolean, plannedMinutes: number): string {
  if (over) return paused ? 'over, paused' : 'over. More time?';
  return paused ? 'paused' : `of ${plannedMinutes} left`;
}

function aloud(seconds: number, over: boolean, paused: boolean): string {
  const minutes = Math.floor(seconds / 60);
  const length = minutes === 0 ? 'less than a minute' : minutes === 1 ? 'one minute' : `${minutes} minutes`;
  if (over) return `${length} over time`;
  return paused ? `paused, ${length} left` : `${length} left`;
}

const ONE_MINUTE_MS = 60_000;
/** Less than this is a clock being set right, not time given. */
const GIVEN_MS = 10_000;

/** A look at a stage's clock; `leftMs` is negative once the time is over. */
export interface TimerReading {
  stage: string;
  leftMs: number;
}

/** What the polite status line says between two looks, however far apart; null when there is nothing to say. Never each second. */
export function timerAnnouncement(before: TimerReading | null, now: TimerReading): string | null {
  if (before?.stage !== now.stage) return null;
  const given = now.leftMs - before.leftMs;
  if (given >= GIVEN_MS) return extended(given, now.leftMs);
  if (before.leftMs > 0 && now.leftMs <= 0)
    return 'The time of this stage is over. It goes on until someone moves on.';
  if (before.leftMs > ONE_MINUTE_MS && now.leftMs <= ONE_MINUTE_MS) return 'One minute left in this stage.';
  return null;
}

function extended(givenMs: number, leftMs: number): string {
  const minutes = Math.max(1, Math.round(givenMs / ONE_MINUTE_MS));
  // half a second has gone by since the press: what was given is what is said
  const seconds = Math.round(Math.abs(leftMs) / 1000);
  return `${minutes === 1 ? 'One minute' : `${minutes} minutes`} more for this stage: ${aloud(seconds, leftMs < 0, false)}.`;
}
