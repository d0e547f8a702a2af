import { expect, it } from 'vitest';
import { onBothDatabases, onPostgres } from './on-both-databases.ts';
import { bearable, readWords, startWriter, until } from './writers.ts';

onBothDatabases((place) => {
  it('[D10] SIGTERM: away in time, back in time, everyone in step again, nothing lost', async () => {
    const first = await place.start();
    const writers = Array.from({ length: 10 }, () => startWriter(place.at, 20));
    await until(() => writers.every(({ acknowledged }) => acknowledged.length > 10), 'all write');
    const asked = performance.now();
    expect(await first.stop()).toBe(0);
    expect(performance.now() - asked).toBeLessThan(bearable(10_000));
    const gone = performance.now();
    await place.start();
    expect(performance.now() - gone).toBeLessThan(bearable(5000));
    const serving = performance.now();
    const waits: number[] = [];
    for (const writer of writers) {
      const typed = writer.written.length;
      await until(() => writer.acknowledged.length >= typed, 'in step again', bearable(6000));
      waits.push(performance.now() - serving);
    }
    expect(waits.sort((a, b) => a - b)[9]).toBeLessThan(bearable(3000));
    for (const writer of writers) writer.rest();
    await until(() => writers.every(({ document }) => !document.hasUnsentWords()), 'all saved');
    const { words } = await readWords(place.at);
    expect(writers.flatMap(({ written }) => written.filter((word) => !words.has(word)))).toEqual([]);
    for (const writer of writers) writer.leave();
    process.stdout.write(
      `[D10] serving after ${Math.round(serving - gone)} ms, in step ${Math.round(waits[9] ?? 0)} ms later\n`,
    );
  });
});

onPostgres((place) => {
  it('[D10] SIGTERM with the database down ends within ten seconds', async () => {
    const program = await place.start();
    const writer = startWriter(place.at);
    await until(() => writer.acknowledged.length > 5, 'writes');
    await place.postgres.stopImmediately();
    await until(() => writer.document.status.get().saved !== 'saved', 'noticed');
    const asked = performance.now();
    await program.stop();
    expect(performance.now() - asked).toBeLessThan(bearable(10_000));
    writer.leave();
  });
});
