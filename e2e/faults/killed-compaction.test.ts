import { expect, it } from 'vitest';
import type { CompactionStep } from '#collab/server/compaction/compact-document.server.ts';
import { onBothDatabases } from './on-both-databases.ts';
import { lost, readWords, startWriter, until } from './writers.ts';

const STEPS: CompactionStep[] = ['read', 'built', 'written', 'moving', 'moved'];
/** Where a kill meets the database in the middle; what is before and after does not differ between the two. */
const IN_THE_MIDDLE: CompactionStep[] = ['written', 'moving'];

onBothDatabases((place) => {
  it('[D8] compaction killed after each of its steps in turn: nothing lost, done anew, the same words before and after', async () => {
    const claims: { acknowledged: string[] }[] = [];
    const steps = place.engine === 'embedded' || process.env.SOAK_LONG ? STEPS : IN_THE_MIDDLE;
    for (const step of steps) {
      const doomed = await place.start({ KILL_AT: step });
      // what the kill before has left
      expect(lost(claims, (await readWords(place.at)).words), `before "${step}"`).toEqual([]);
      const writer = startWriter(place.at);
      await until(() => isGone(doomed.pid), `the compaction killed its process after "${step}"`, 60_000);
      const acknowledged = [...writer.acknowledged];
      writer.leave();
      expect(acknowledged.length).toBeGreaterThan(0);
      claims.push({ acknowledged });
      // it dies in its third: the first did anew what the kill before had interrupted
      expect(doomed.output()).toContain('compaction: moved');
    }
    await place.start({ KILL_AT: '' });
    const { words, text } = await readWords(place.at);
    expect(lost(claims, words)).toEqual([]);
    await place.start({ KILL_AT: '' });
    expect((await readWords(place.at)).text === text).toBe(true);
  }, 240_000);
});

const isGone = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return false;
  } catch {
    return true;
  }
};
