import { expect, it } from 'vitest';
import type { CompactionStep } from '#collab/server/compaction/compact-document.server.ts';
import { onBothDatabases } from './on-both-databases.ts';
import { lost, readWords, startWriter, until } from './writers.ts';

const STEPS: CompactionStep[] = ['read', 'built', 'written', 'moving', 'moved'];

onBothDatabases((place) => {
  it.each(STEPS)(
    '[D8] compaction killed after "%s": nothing lost, the same words before and after',
    async (step) => {
      const doomed = await place.start({ KILL_AT: step });
      const writer = startWriter(place.at);
      await until(() => isGone(doomed.pid), 'the compaction killed its process');
      const claim = { acknowledged: [...writer.acknowledged] };
      writer.leave();
      expect(claim.acknowledged.length).toBeGreaterThan(0);
      const again = await place.start({ KILL_AT: '' });
      const { words, text } = await readWords(place.at);
      expect(lost([claim], words)).toEqual([]);
      // killed after its end there may be nothing left to compact
      if (step !== 'moved')
        await until(
          () => again.output().includes('compaction: moved'),
          'the interrupted compaction is done anew',
        );
      await place.start();
      expect((await readWords(place.at)).text === text).toBe(true);
    },
  );
});

const isGone = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return false;
  } catch {
    return true;
  }
};
