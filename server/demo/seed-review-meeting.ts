import type { StagePlan } from '#domain/meeting/stage.ts';
import type { MeetingStory } from './content/meetings/story.ts';
import type { Stagehand } from './stage-hands.ts';

/**
 * A review meeting from start to end: Felicity walks through the agenda and keeps its minutes, people capture, park and seal on
 * the way. It ends when it was planned to.
 */
export async function holdReviewMeeting(
  { does, wait }: Stagehand,
  agenda: readonly StagePlan[],
  story: MeetingStory,
): Promise<void> {
  await does('felicity', { command: 'start' });
  const said = everythingSaid(story);
  const perStage = Math.ceil(said.length / agenda.length);
  for (const [at, stage] of agenda.entries()) {
    wait(stage.minutes);
    for (const { by, command } of said.slice(at * perStage, (at + 1) * perStage)) await does(by, command);
    if (at < agenda.length - 1) await does('felicity', { command: 'next' });
  }
  for (const { by, statement } of story.attendance) await does(by, { command: 'attend', statement });
  await does('felicity', { command: 'end' });
}

const everythingSaid = ({ captures, parked, ideas }: MeetingStory) => [
  ...captures.map(({ by, ...capture }) => ({ by, command: { command: 'capture', ...capture } as const })),
  ...parked.map(({ by, words }) => ({ by, command: { command: 'park', words } as const })),
  ...ideas.map(({ by, ...idea }) => ({ by, command: { command: 'seal', ...idea } as const })),
];
