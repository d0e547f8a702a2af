import { insertUnsignedViews } from '#db/captures.ts';
import { insertPollCounts, insertShownTexts } from '#db/shown-texts.ts';
import { takeSilentTexts } from '#db/silent-texts.ts';
import { emptyBox } from '#db/unsigned-box.ts';
import type { MeetingId } from '#domain/ids.ts';
import type { UnsignedView } from '#domain/meeting/capture.ts';
import { isPoll, tally } from '#domain/meeting/inputs.ts';
import type { Stage } from '#domain/meeting/stage.ts';
import type { App, Database } from '../../app.ts';

/**
 * In the transaction of the command that opened them: every text to everyone in an order drawn now, under ids drawn now (M15, U3);
 * different views become captures without a name, beside what they answer (C2, C3);
 * answers become counts and are gone (U2). @returns whether anything was opened
 */
export async function openBoxes(
  tx: Database,
  { random, clock }: Pick<App, 'random' | 'clock'>,
  meeting: MeetingId,
  before: readonly Stage[],
  after: readonly Stage[],
): Promise<boolean> {
  const wasOpen = new Set(before.filter(({ opened }) => opened).map(({ id }) => id));
  const opened = after.filter((stage) => stage.opened && !wasOpen.has(stage.id));
  for (const { id: stage, kind } of opened) {
    if (isPoll(kind)) {
      await insertPollCounts(tx, stage, tally(kind, await emptyBox(tx, stage, random.shuffle)));
      continue;
    }
    if (kind === 'different-views') {
      const views = (await emptyBox(tx, stage, random.shuffle)).map((one) => JSON.parse(one) as UnsignedView);
      // one instant for all: none tells when a view came in
      const shown = { stage, at: clock.now() };
      await insertUnsignedViews(
        tx,
        meeting,
        views.map((view) => ({ ...view, ...shown, id: random.uuid() })),
      );
      continue;
    }
    const texts =
      kind === 'unsaid'
        ? (await emptyBox(tx, stage, random.shuffle)).map((words) => ({ by: null, words }))
        : random.shuffle(await takeSilentTexts(tx, stage));
    const ids = texts.map(() => random.uuid()).sort();
    await insertShownTexts(
      tx,
      meeting,
      texts.map((text, at) => ({ ...text, stage, id: ids[at] ?? random.uuid() })),
    );
  }
  return opened.length > 0;
}
