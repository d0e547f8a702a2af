import { expect, test } from 'vitest';
import { forEachEngine } from '#db/testing.ts';
import type { SignedIn } from '../../app.ts';
import { memoryOf } from './memory.ts';
import { readInputs } from './read-inputs.ts';
import { aMeetingWith } from './testing.ts';

forEachEngine((engine) => {
  test('[U2] "lost" shows to who steers alone, after 5 to 20 s, as a word', async () => {
    const { app, felicity, priya, does, meeting_, at } = await aMeetingWith(engine.db, ['open-floor']);
    app.random = { ...app.random, bytes: () => new Uint8Array([128, 0]) };
    at('2026-11-18T09:20:00Z');
    await does(priya, { command: 'signal', signal: 'lost' });
    const signals = async (person: SignedIn) => (await readInputs(app, person, meeting_, null)).signals;
    at('2026-11-18T09:20:12Z');
    expect(await signals(felicity)).toEqual([]);
    at('2026-11-18T09:20:13Z');
    expect(await signals(felicity)).toEqual(['lost']);
    expect(await signals(priya)).toBeNull();
  });

  test('[U2] [U6] a word to explain shows to who steers alone, as it was typed; without one it is refused, and so is the twenty-first', async () => {
    const { app, felicity, priya, does, meeting_, at } = await aMeetingWith(engine.db, ['open-floor']);
    app.random = { ...app.random, bytes: () => new Uint8Array([128, 0]) };
    at('2026-11-18T09:20:00Z');
    const explain = (word?: string) => does(priya, { command: 'signal', signal: 'explain', word } as never);
    const asked = async (person: SignedIn) => (await readInputs(app, person, meeting_, null)).toExplain;
    await expect(explain()).rejects.toThrow('Say which word');
    await explain('canary ghost');
    expect(await asked(felicity)).toEqual([]);
    at('2026-11-18T09:20:13Z');
    expect(await asked(felicity)).toEqual(['canary ghost']);
    expect(await asked(priya)).toBeNull();
    at('2026-11-18T09:22:00Z');
    expect(await asked(felicity)).toEqual([]);
    expect(memoryOf(app).signals.has(meeting_)).toBe(false);
    for (let words = 1; words < 20; words += 1) await explain(`word ${words}`);
    await expect(explain('one more')).rejects.toThrow('as many words');
  });
});
