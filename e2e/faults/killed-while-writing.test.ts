import { expect, it } from 'vitest';
import { onBothDatabases, ROUNDS } from './on-both-databases.ts';
import { lost, readWords, startWriter, until } from './writers.ts';

onBothDatabases((place) => {
  it('[D1] kill -9 while six write: nothing acknowledged is lost', async () => {
    let acknowledged = 0;
    let program = await place.start();
    for (let round = 0; round < ROUNDS; round++) {
      const writers = Array.from({ length: 6 }, () => startWriter(place.at));
      const enough = 30 + Math.random() * 300;
      await until(
        () => writers.every(({ acknowledged }) => acknowledged.length > enough / 6),
        'all six write',
      );
      await program.kill();
      // what is acknowledged after the kill would be a lie, too: it is counted as well
      const claims = writers.map((writer) => ({ acknowledged: [...writer.acknowledged] }));
      for (const writer of writers) writer.leave();
      program = await place.start();
      const { words } = await readWords(place.at);
      expect(lost(claims, words)).toEqual([]);
      acknowledged += claims.reduce((sum, claim) => sum + claim.acknowledged.length, 0);
    }
    expect(acknowledged).toBeGreaterThan(ROUNDS * 20);
    process.stdout.write(`[D1] ${ROUNDS} kills, ${acknowledged} acknowledged edits, 0 lost\n`);
  }, 5_400_000);
});
