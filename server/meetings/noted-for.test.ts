import { expect, test } from 'vitest';
import { listKeptCaptures } from '#db/meeting-captures.ts';
import { listMeetingLeavings } from '#db/meeting-records.ts';
import { forEachEngine } from '#db/testing.ts';
import { aMeeting } from './testing.ts';

forEachEngine((engine) => {
  test('[C2] what was noted for somebody names both wherever it is read, and in what exports are made of', async () => {
    const field = await aMeeting(engine.db);
    const { felicity, press, review } = field;
    await press(felicity, { command: 'start' });
    const kept = { command: 'capture', kind: 'different-view' } as const;
    await press(felicity, { ...kept, words: 'It was slow', forLabel: 'Mara from the vendor' });
    await press(felicity, { ...kept, words: 'My own' });
    const [own, noted] = ['Felicity', 'noted by Felicity for Mara from the vendor'];
    const captures = await listKeptCaptures(engine.db, review);
    expect(new Map(captures.map(({ words, by }) => [words, by]))).toEqual(
      new Map([
        ['It was slow', noted],
        ['My own', own],
      ]),
    );
    expect(captures.filter(({ isForLabel }) => isForLabel).map(({ words }) => words)).toEqual([
      'It was slow',
    ]);
    const left = await listMeetingLeavings(engine.db, review);
    expect(left.captures.map(({ by }) => by).sort()).toEqual([own, noted].sort());
  });
});
