import type { SessionCommand } from '#domain/action-session/command.ts';
import type { MeetingId } from '#domain/ids.ts';
import type { Command } from '#domain/meeting/command.ts';
import type { App } from '../app.ts';
import { runCommand } from '../meetings/run-command.ts';
import type { Name } from './content/meetings/story.ts';
import type { DemoClock } from './demo-clock.ts';
import type { Cast } from './seed-people.ts';
import { minutesAfter } from './story-days.ts';

/** One example's meeting while its history is made: who does what, and how the minutes go by. */
export interface Stagehand {
  does(who: Name, command: Command | SessionCommand): Promise<void>;
  /** Lets minutes pass on the standing clock. */
  wait(minutes: number): void;
}

/** Presses a room's buttons as the people of the story. A button that is refused is a mistake in the example and throws. */
export function stagehand(app: App, clock: DemoClock, { people }: Cast, meeting: MeetingId): Stagehand {
  let rev = 0;
  return {
    async does(who, command) {
      const asked = { command, expectedRev: rev, key: app.random.uuid() };
      const answer = await runCommand(app, people[who], meeting, asked);
      if (!('rev' in answer) || 'conflict' in answer)
        throw new Error(`${who} could not ${command.command}: ${JSON.stringify(answer).slice(0, 300)}`);
      rev = answer.rev;
    },
    wait: (minutes) => clock.standAt(minutesAfter(clock.now(), minutes)),
  };
}
