import { expect, it } from 'vitest';
import { onPostgres, ROUNDS } from './on-both-databases.ts';
import { bearable, readWords, startWriter, until } from './writers.ts';

onPostgres((place) => {
  it('[D2] PostgreSQL stopped rudely while people type: never called saved meanwhile, all there afterwards', async () => {
    await place.start();
    const writers = Array.from({ length: 4 }, () => startWriter(place.at, 10));
    await until(() => writers.every(({ acknowledged }) => acknowledged.length > 20), 'all write');
    for (let round = 0; round < ROUNDS; round++) {
      const limit = bearable(5000);
      await place.postgres.stopImmediately();
      const before = writers.map(({ written }) => written.length);
      await new Promise((resolve) => setTimeout(resolve, 300 + Math.random() * 2500));
      writers.forEach((writer, index) => {
        expect(writer.written.length).toBeGreaterThan(before[index] ?? 0);
        // words typed after the stop cannot have been stored
        expect(writer.acknowledged.length).toBeLessThanOrEqual((before[index] ?? 0) + 1);
        expect(writer.document.status.get().saved).not.toBe('saved');
      });
      await place.postgres.start();
      const back = performance.now();
      for (const writer of writers) {
        const typed = writer.written.length;
        await until(() => writer.acknowledged.length >= typed, 'saved after the return', limit);
      }
      process.stdout.write(
        `[D2] saved ${Math.round(performance.now() - back)} ms after the database's return\n`,
      );
    }
    for (const writer of writers) writer.rest();
    await until(() => writers.every(({ document }) => !document.hasUnsentWords()), 'all saved');
    const { words } = await readWords(place.at);
    expect(writers.flatMap(({ written }) => written.filter((word) => !words.has(word)))).toEqual([]);
    for (const writer of writers) writer.leave();
  }, 1_800_000);
});
