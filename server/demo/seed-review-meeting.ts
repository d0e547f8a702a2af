import type { MeetingStory } from './content/meetings/story.ts';
import type { Stagehand } from './stage-hands.ts';

/** Minutes the group spends in each stage of the story; the agenda's own are longer, and so the meeting ends on time. */
export const MINUTES_A_STAGE = 6;

/**
 * A review meeting from start to end: Felicity walks through the agenda, people capture, park and seal on the way.
 * @param stages how many the agenda has
 */
export async function holdReviewMeeting(
  { does, wait }: Stagehand,
  stages: number,
  { captures, parked, ideas, attendance }: MeetingStory,
): Promise<void> {
  await does('felicity', { command: 'start' });
  const said = [
    ...captures.map(({ by, ...capture }) => ({ by, command: { command: 'capture', ...capture } as const })),
    ...parked.map(({ by, words }) => ({ by, command: { command: 'park', words } as const })),
    ...ideas.map(({ by, ...idea }) => ({ by, command: { command: 'seal', ...idea } as const })),
  ];
  const aStage = Math.ceil(said.length / Math.max(1, stages));
  for (let stage = 0; stage < stages; stage += 1) {
    wait(MINUTES_A_STAGE);
    for (const { by, command } of said.slice(stage * aStage, (stage + 1) * aStage)) await does(by, command);
    if (stage < stages - 1) await does('felicity', { command: 'next' });
  }
  for (const { by, statement } of attendance) await does(by, { command: 'attend', statement });
  await does('felicity', { command: 'end' });
}
